import fc from 'fast-check';
import type {
  DepreciationConvention,
  DepreciationMethod,
} from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import { accrualTotal, addDays, monthFromText, monthOf } from '../values';
import { depreciate } from './depreciate';
import { bookAtEndOf } from './schedule';
import type { DepreciationEvent, DepreciationRule } from './types';

seedProperties();

const rule: fc.Arbitrary<DepreciationRule> = fc
  .record({
    costMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    salvagePercent: fc.bigInt({ min: 0n, max: 100n }),
    method: fc.constantFrom<DepreciationMethod>(
      'straight-line',
      'declining-balance',
      'sum-of-years-digits',
      'immediate',
      'none',
    ),
    convention: fc.constantFrom<DepreciationConvention>(
      'full-month',
      'next-month',
      'half-month',
      'half-year',
      'daily',
    ),
    lifeMonths: fc.integer({ min: 1, max: 121 }),
    factor: fc.constantFrom(1, 1.5, 2, 3),
    inService: fc
      .integer({ min: 0, max: 1500 })
      .map(days => addDays('2022-01-31', days)),
    disposedAfter: fc.option(fc.integer({ min: -100, max: 4000 })),
    fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
    events: fc.array(
      fc.record({
        month: fc.integer({
          min: monthFromText('2022-01'),
          max: monthFromText('2034-01'),
        }),
        minor: fc.bigInt({ min: 0n, max: 10n ** 11n }),
        months: fc.integer({ min: 1, max: 150 }),
        kind: fc.constantFrom('improvement', 'salvage', 'impairment', 'life'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ salvagePercent, disposedAfter, events, ...values }) => ({
    ...values,
    currency: 'EUR',
    salvageMinor: (values.costMinor * salvagePercent) / 100n,
    disposedOn:
      disposedAfter === null ? null : addDays(values.inService, disposedAfter),
    events: events
      .map(
        ({ kind, month, minor, months: life }): DepreciationEvent =>
          kind === 'life'
            ? { kind, month, months: life }
            : { kind, month, minor },
      )
      .sort((a, b) => a.month - b.month),
  }));

describe('any depreciation', () => {
  it('accounts for cost and improvements exactly', () => {
    fc.assert(
      fc.property(rule, value => {
        const result = depreciate(value);
        const sum = (parts: { minor: bigint }[]) =>
          parts.reduce((total, { minor }) => total + minor, 0n);
        const depreciated = result.depreciation.reduce(
          (total, part) => total + accrualTotal(part, 0, 99999),
          0n,
        );
        expect(depreciated + sum(result.impairments) + result.bookMinor).toBe(
          value.costMinor + sum(result.improvements),
        );
      }),
    );
  });

  it('never charges a negative amount nor goes below zero', () => {
    fc.assert(
      fc.property(rule, value => {
        const result = depreciate(value);
        expect(
          result.depreciation.every(
            ({ totalMinor, units }) => totalMinor > 0n && units > 0,
          ),
        ).toBe(true);
        expect(result.bookMinor >= 0n).toBe(true);
        const books = Array.from({ length: 73 }, (_, quarter) =>
          bookAtEndOf(value, result, monthFromText('2021-12') + 3 * quarter),
        );
        const most = result.improvements.reduce(
          (sum, { minor }) => sum + minor,
          value.costMinor,
        );
        expect(books.every(book => book >= 0n && book <= most)).toBe(true);
        const undisturbed = value.events.length === 0;
        expect(
          !undisturbed ||
            books.every(
              (book, index) =>
                book >= value.salvageMinor &&
                book <= (books[index - 1] ?? value.costMinor),
            ),
        ).toBe(true);
      }),
    );
  });

  it('reaches the salvage when nothing interferes', () => {
    fc.assert(
      fc.property(rule, value => {
        const undisturbed = { ...value, events: [], disposedOn: null };
        expect(depreciate(undisturbed).bookMinor).toBe(
          value.method === 'none' ? value.costMinor : value.salvageMinor,
        );
      }),
    );
  });

  it('keeps posted months when an event is added later', () => {
    fc.assert(
      fc.property(rule, value => {
        const [event, ...others] = [...value.events].reverse();
        // A half-year disposal takes half of its year, posted months or not.
        const halved =
          value.convention === 'half-year' && value.disposedOn !== null;
        fc.pre(event !== undefined && !halved);
        const without = depreciate({
          ...value,
          events: others.reverse().filter(({ month }) => month < event.month),
        });
        const withEvent = depreciate({
          ...value,
          events: value.events.filter(
            other => other.month < event.month || other === event,
          ),
        });
        const posted = (result: typeof without) => {
          const from = monthFromText('2022-01');
          return Array.from({ length: event.month - from }, (_, index) =>
            result.depreciation.reduce(
              (total, part) =>
                total + accrualTotal(part, from + index, from + index + 1),
              0n,
            ),
          );
        };
        expect(posted(withEvent)).toEqual(posted(without));
      }),
    );
  });

  it('charges nothing before the asset is in service nor after it is gone', () => {
    fc.assert(
      fc.property(rule, value => {
        const first = monthOf(value.inService);
        const last =
          value.disposedOn === null ? Infinity : monthOf(value.disposedOn);
        expect(
          depreciate(value).depreciation.every(
            ({ startMonth, windowFromUnit, windowToUnitExclusive }) =>
              startMonth + windowFromUnit >= first &&
              startMonth + windowToUnitExclusive - 1 <= last,
          ),
        ).toBe(true);
      }),
    );
  });

  it('is over with the life when nothing interferes', () => {
    fc.assert(
      fc.property(rule, value => {
        const undisturbed = { ...value, events: [], disposedOn: null };
        // Half a month, a day or half a fiscal year may spill over.
        const latest =
          monthOf(value.inService) +
          value.lifeMonths +
          (value.convention === 'half-year' ? 12 : 1);
        for (const part of depreciate(undisturbed).depreciation) {
          expect(part.startMonth + part.units).toBeLessThanOrEqual(latest);
        }
      }),
    );
  });
});
