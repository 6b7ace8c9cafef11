import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearStart,
  monthFromText,
  monthText,
} from './month';

seedProperties();

describe('fiscal years', () => {
  it('starting in July: FY26 is July 2025 to June 2026', () => {
    expect(fiscalYearLabel(fiscalYearOf(monthFromText('2025-07'), 7))).toBe(
      'FY26',
    );
    expect(fiscalYearLabel(fiscalYearOf(monthFromText('2026-06'), 7))).toBe(
      'FY26',
    );
    expect(monthText(fiscalYearStart(2026, 7))).toBe('2025-07');
    expect(fiscalYearLabel(2007)).toBe('FY07');
  });

  it('hold twelve months, one after the other, and end in their year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950 * 12, max: 2200 * 12 }),
        fc.integer({ min: 1, max: 12 }),
        (month, startMonth) => {
          const year = fiscalYearOf(month, startMonth);
          const start = fiscalYearStart(year, startMonth);
          const next = fiscalYearStart(year + 1, startMonth);
          expect(next - start).toBe(12);
          expect(start <= month && month < next).toBe(true);
          expect(monthText(next - 1).slice(0, 4)).toBe(String(year));
        },
      ),
    );
  });
});
