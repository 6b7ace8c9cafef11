import fc from 'fast-check';
import { Settings } from 'luxon';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  accrual,
  accrualsOfMonths,
  accrualTotal,
  accrueByDays,
  clipAccrual,
} from './accrual';
import { addDays, addMonths, daysBetween, isPlainDate } from './plainDate';
import { lastDayOfMonth, monthOf } from './month';

seedProperties();

const totalOf = (parts: ReturnType<typeof accrualsOfMonths>, month: number) =>
  parts.reduce((sum, part) => sum + accrualTotal(part, month, month + 1), 0n);

describe('accruals', () => {
  it('are clipped, and nothing is left outside', () => {
    const year = accrual(1200n, 24312, 12);
    expect(clipAccrual(year, 24310, 24314)).toMatchObject({
      windowFromUnit: 0,
      windowToUnitExclusive: 2,
    });
    expect(clipAccrual(year, 24324, 24400)).toBeUndefined();
    expect(accrualTotal(year, 24310, 24314)).toBe(200n);
    expect(accrualTotal(year, 24330, 24340)).toBe(0n);
  });

  it('reproduce any months exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -5n, max: 5n }), { maxLength: 40 }),
        amounts => {
          const parts = accrualsOfMonths(24312, amounts);
          expect(amounts.map((_, at) => totalOf(parts, 24312 + at))).toEqual(
            amounts,
          );
        },
      ),
    );
  });

  it('merge what accrues evenly into one', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 600n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 60 }),
        (total, units) => {
          const whole = accrual(total, 24312, units);
          const amounts = Array.from({ length: units }, (_, at) =>
            accrualTotal(whole, 24312 + at, 24313 + at),
          );
          expect(accrualsOfMonths(24312, amounts)).toEqual([whole]);
        },
      ),
    );
  });

  it('by days add up to the total and follow the days', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 1500 }),
        (total, start, days) => {
          const from = addDays('2020-01-01', start);
          const parts = accrueByDays(total, from, addDays(from, days));
          const sum = parts.reduce(
            (all, part) => all + accrualTotal(part, 0, 99999),
            0n,
          );
          expect(sum).toBe(total);
        },
      ),
    );
    expect(() => accrueByDays(1n, '2026-01-01', '2026-01-01')).toThrow(
      'must not be empty',
    );
  });
});

describe('dates in any time zone', () => {
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it.each(['Pacific/Kiritimati', 'America/Adak', 'Europe/Berlin', 'UTC'])(
    'are the same in %s',
    zone => {
      Settings.defaultZone = zone;
      expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
      expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
      expect(daysBetween('2026-03-28', '2026-10-26')).toBe(212);
      expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
      expect(lastDayOfMonth(monthOf('2026-03-01'))).toBe('2026-03-31');
      expect(isPlainDate('2011-12-30')).toBe(true);
    },
  );
});
