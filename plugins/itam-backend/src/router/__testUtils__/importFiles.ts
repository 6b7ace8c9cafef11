import { laptops } from './imports';

/** The content type of workbooks. */
export const XLSX =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Laptops with notes, for files in which only their form matters. */
export function laptopsWithNotes(tags: readonly string[], note = 'Größe') {
  const full = laptops(tags).trimEnd().split('\n');
  return [
    `${full[0]},"Notes"`,
    ...full.slice(1).map(line => `${line},"${note}"`),
    '',
  ].join('\n');
}
