import fc from 'fast-check';
import type {
  DepreciationConvention,
  DepreciationMethod,
} from '../entities/types';
import { accrualTotal, addDays, monthFromText } from '../values';
import { depreciate } from './depreciate';
import { bookAtEndOf } from './schedule';
import type { DepreciationEvent, DepreciationRule } from './types';

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
        for (const part of result.depreciation) {
          expect(part.totalMinor).toBeGreaterThan(0n);
          expect(part.units).toBeGreaterThan(0);
        }
        expect(result.bookMinor).toBeGreaterThanOrEqual(0n);
        let book = value.costMinor;
        for (
          let month = monthFromText('2021-12');
          month < monthFromText('2040-01');
          month += 3
        ) {
          const next = bookAtEndOf(value, result, month);
          const undisturbed = value.events.length === 0;
          expect(!undisturbed || next <= book).toBe(true);
          expect(!undisturbed || next >= value.salvageMinor).toBe(true);
          expect(next).toBeGreaterThanOrEqual(0n);
          book = next;
        }
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
        fc.pre(event !== undefined && value.convention !== 'half-year');
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
        for (
          let month = monthFromText('2022-01');
          month < event.month;
          month++
        ) {
          const of = (result: typeof without) =>
            result.depreciation.reduce(
              (total, part) => total + accrualTotal(part, month, month + 1),
              0n,
            );
          expect(of(withEvent)).toBe(of(without));
        }
      }),
    );
  });
});
