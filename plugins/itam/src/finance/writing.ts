import type { Format } from '../format';

/**
 * Months as a period: one month alone, else the first and the last.
 */
export function periodText(
  format: Format,
  period: { from: string; to: string },
): string {
  return period.from === period.to
    ? format.month(period.from)
    : `${format.month(period.from)} – ${format.month(period.to)}`;
}
