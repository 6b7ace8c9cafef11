import type { ImportFileType } from '@backstage-itam/plugin-itam-common';

const TYPES: Readonly<Record<string, ImportFileType>> = {
  csv: 'text/csv',
  txt: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file picker offers. */
export const ACCEPTED = Object.keys(TYPES)
  .map(ending => `.${ending}`)
  .join(',');

/**
 * The type of a file by how its name ends; browsers know too few of these
 * types, and name some of them by the programs that are installed.
 */
export function fileTypeOf(name: string): ImportFileType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase();
  return ending === undefined ? undefined : TYPES[ending];
}
