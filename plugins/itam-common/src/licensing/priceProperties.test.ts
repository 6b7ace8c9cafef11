import fc from 'fast-check';
import type { BillingInterval, LicenseSpec } from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  accrualTotal,
  addDays,
  addMonths,
  formatAmount,
  minorOf,
  monthFromText,
  monthOf,
} from '../values';
import { priceAccruals, priceDueAmounts, quantityOn } from './priceAccruals';

seedProperties();

const HORIZON = monthFromText('2050-01');

const day = fc
  .integer({ min: 0, max: 1500 })
  .map(days => addDays('2024-01-31', days));

const INTERVAL = { once: 1, month: 1, quarter: 3, year: 12 };

const priced = fc
  .record({
    minor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    every: fc.constantFrom<BillingInterval>('once', 'month', 'quarter', 'year'),
    per: fc.constantFrom('unit' as const, 'total' as const),
    quantity: fc.oneof(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 5000 }).map(tenths => tenths / 10),
    ),
    changes: fc.array(
      fc.record({ from: day, quantity: fc.integer({ min: 0, max: 500 }) }),
      { maxLength: 4 },
    ),
    start: day,
    days: fc.integer({ min: 0, max: 1200 }),
  })
  .map(({ minor, every, per, quantity, changes, start, days }) => ({
    spec: {
      type: 'subscription',
      product: 'Suite',
      owner: 'group:default/a',
      metric: 'consumption',
      quantity,
      quantityChanges: changes,
      financials: {
        price: {
          amount: formatAmount(minor, 'EUR'),
          currency: 'EUR',
          per,
          every,
        },
      },
    } satisfies LicenseSpec,
    term: { start, end: addDays(start, days) },
  }));

const accrued = (value: {
  spec: LicenseSpec;
  term: { start: string; end: string };
}) => priceAccruals(value.spec, value.term, HORIZON);

const totalOf = (
  parts: ReturnType<typeof priceAccruals>,
  from: number,
  to: number,
) => parts.reduce((sum, part) => sum + accrualTotal(part, from, to), 0n);

describe('the price of any licence', () => {
  it('accrues over the term exactly what is invoiced', () => {
    fc.assert(
      fc.property(priced, value => {
        const due = priceDueAmounts(value.spec, value.term, HORIZON);
        expect(totalOf(accrued(value), 0, HORIZON)).toBe(
          due.reduce((sum, { minor }) => sum + minor, 0n),
        );
      }),
    );
  });

  it('accrues nothing before the month of the first day nor after the last', () => {
    fc.assert(
      fc.property(priced, value => {
        const parts = accrued(value);
        expect(totalOf(parts, 0, monthOf(value.term.start))).toBe(0n);
        const last =
          value.spec.financials.price.every === 'once'
            ? HORIZON
            : monthOf(value.term.end) + 1;
        expect(totalOf(parts, last, HORIZON)).toBe(0n);
      }),
    );
  });

  it('never costs less for more units', () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 1, max: 100 }), (value, more) => {
        const larger = {
          ...value,
          spec: {
            ...value.spec,
            quantity: value.spec.quantity + more,
            quantityChanges: value.spec.quantityChanges.map(change => ({
              ...change,
              quantity: change.quantity + more,
            })),
          },
        };
        expect(
          totalOf(accrued(larger), 0, HORIZON) >=
            totalOf(accrued(value), 0, HORIZON),
        ).toBe(true);
      }),
    );
  });

  it('is quantity times price for each whole period without changes', () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 1, max: 20 }), (value, periods) => {
        const { price } = value.spec.financials;
        fc.pre(price.every !== 'once' && price.per === 'unit');
        const units = Math.floor(value.spec.quantity);
        const interval = INTERVAL[price.every];
        const whole = {
          spec: { ...value.spec, quantity: units, quantityChanges: [] },
          term: {
            start: value.term.start,
            end: addDays(addMonths(value.term.start, periods * interval), -1),
          },
        };
        expect(totalOf(accrued(whole), 0, HORIZON)).toBe(
          minorOf(price.amount, 'EUR') * BigInt(units) * BigInt(periods),
        );
      }),
    );
  });

  it('knows the quantity of any day from the last change before it', () => {
    fc.assert(
      fc.property(priced, day, ({ spec }, date) => {
        const before = spec.quantityChanges
          .filter(({ from }) => from <= date)
          .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
        expect(quantityOn(spec, date)).toBe(
          before.at(-1)?.quantity ?? spec.quantity,
        );
      }),
    );
  });
});
