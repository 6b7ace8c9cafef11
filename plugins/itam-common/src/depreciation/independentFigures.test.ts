import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import type { DepreciationMethod } from '../entities/types';
import {
  accrualTotal,
  addDays,
  daysBetween,
  firstDayOfMonth,
  MAX_MINOR,
  monthOf,
} from '../values';
import { depreciate } from './depreciate';
import type { DepreciationRule } from './types';

seedProperties();

/** Half up, written down again so that the code is not its own witness. */
const rounded = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);

const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

const plain = (method: DepreciationMethod) =>
  fc
    .record({
      costMinor: fc.bigInt({ min: 0n, max: MAX_MINOR }),
      percent: fc.bigInt({ min: 0n, max: 100n }),
      years: fc.integer({ min: 1, max: 20 }),
      factor: fc.constantFrom(1, 2, 3),
      inService: fc
        .integer({ min: 0, max: 1500 })
        .map(days => addDays('2023-01-31', days)),
    })
    .map(({ percent, years, ...rest }) => ({
      years: BigInt(years),
      rule: {
        ...rest,
        currency: 'EUR',
        method,
        convention: 'full-month',
        salvageMinor: (rest.costMinor * percent) / 100n,
        lifeMonths: 12 * years,
        events: [],
        disposedOn: null,
        fiscalYearStartMonth: 1,
      } satisfies DepreciationRule,
    }));

/** What has been charged in months [0, k) from the in-service month. */
function chargedIn(rule: DepreciationRule, from: number, toExclusive: number) {
  const start = monthOf(rule.inService);
  return depreciate(rule).depreciation.reduce(
    (sum, part) => sum + accrualTotal(part, start + from, start + toExclusive),
    0n,
  );
}

describe('worked out independently', () => {
  it('straight-line has charged base · k ÷ n after k months', () => {
    fc.assert(
      fc.property(
        plain('straight-line'),
        fc.integer({ min: 0, max: 240 }),
        ({ rule }, months) => {
          const k = BigInt(Math.min(months, rule.lifeMonths));
          const base = rule.costMinor - rule.salvageMinor;
          expect(chargedIn(rule, 0, months)).toBe(
            rounded(base * k, BigInt(rule.lifeMonths)),
          );
        },
      ),
    );
  });

  it('straight-line by days has charged base · days ÷ life in days', () => {
    fc.assert(
      fc.property(
        plain('straight-line'),
        fc.integer({ min: 1, max: 240 }),
        ({ rule, years }, months) => {
          const daily = { ...rule, convention: 'daily' as const };
          const [year, ...rest] = rule.inService.split('-');
          const anniversary = [Number(year) + Number(years), ...rest].join('-');
          // 29 February has its anniversary on the 28th.
          fc.pre(!rule.inService.endsWith('02-29'));
          const life = daysBetween(rule.inService, anniversary);
          const passed = daysBetween(
            rule.inService,
            firstDayOfMonth(monthOf(rule.inService) + months),
          );
          expect(chargedIn(daily, 0, months)).toBe(
            rounded(
              (rule.costMinor - rule.salvageMinor) *
                BigInt(Math.min(passed, life)),
              BigInt(life),
            ),
          );
        },
      ),
    );
  });

  it('sum of years’ digits gives year j the digit Y − j + 1', () => {
    fc.assert(
      fc.property(plain('sum-of-years-digits'), ({ rule, years }) => {
        const base = rule.costMinor - rule.salvageMinor;
        const digits = (years * (years + 1n)) / 2n;
        let sum = 0n;
        let before = 0n;
        const expected: bigint[] = [];
        for (let digit = years; digit > 0n; digit--) {
          sum += digit;
          const after = rounded(base * sum, digits);
          expected.push(after - before);
          before = after;
        }
        expect(
          expected.map((_, year) => chargedIn(rule, 12 * year, 12 * year + 12)),
        ).toEqual(expected);
      }),
    );
  });

  it('declining balance takes the larger of both charges each year', () => {
    fc.assert(
      fc.property(plain('declining-balance'), ({ rule, years }) => {
        let book = rule.costMinor;
        const expected: bigint[] = [];
        for (let left = years; left > 0n; left--) {
          const base = book - rule.salvageMinor;
          const charge =
            left === 1n
              ? base
              : smaller(
                  base,
                  larger(
                    rounded(book * BigInt(rule.factor), years),
                    rounded(base, left),
                  ),
                );
          expected.push(charge);
          book -= charge;
        }
        expect(
          expected.map((_, year) => chargedIn(rule, 12 * year, 12 * year + 12)),
        ).toEqual(expected);
      }),
    );
  });
});
