import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A figure of docs/worked-example.md. */
export interface WorkedFigure {
  of: string;
  basis: 'used' | 'owned';
  months: {
    '2026-10': {
      EUR: string;
      USD: string;
      GBP: string;
      convertedEUR: string;
      byRecord: {
        record: string;
        category: string;
        service: string | null;
        currency: string;
        amount: string;
      }[];
    };
  };
}

const figures: Record<string, WorkedFigure> = JSON.parse(
  readFileSync(
    join(__dirname, '../examples/expected/october-2026.json'),
    'utf8',
  ),
);

/** The figures that docs/worked-example.md works out by hand. */
export const workedFigures = Object.values(figures);

/** One of them. */
export function workedFigure(of: string, basis: 'used' | 'owned') {
  const figure = workedFigures.find(
    candidate => candidate.of === of && candidate.basis === basis,
  );
  if (!figure) throw new Error(`No worked figure for ${of} (${basis})`);
  return figure.months['2026-10'];
}

/** Minor units of a decimal text with two decimals. */
export function cents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** `1234.5` euros as the portal writes them in British English. */
export function euros(text: string): string {
  const [whole, decimals] = text.split('.');
  return `€${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}
