import fc from 'fast-check';
import type { AssetSpec } from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import { lastDayOfMonth, monthFromText } from '../values';
import { disposalResult } from './disposalResult';
import { fixedAssetRollForward, sumMovements } from './rollForward';
import { bookValueOn } from './schedule';
import { anyAsset } from './__testUtils__/anyAsset';

seedProperties();

const month = fc.integer({
  min: monthFromText('2022-06'),
  max: monthFromText('2036-01'),
});
const range = fc
  .tuple(month, month)
  .filter(([from, to]) => from !== to)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const bookAfter = (spec: AssetSpec, at: number) =>
  bookValueOn(spec, lastDayOfMonth(at), {})?.minor ?? 0n;

describe('the roll-forward of any asset', () => {
  it('gets from opening to closing by its movements', () => {
    fc.assert(
      fc.property(anyAsset, range, (spec, { from, to }) => {
        for (const line of fixedAssetRollForward(
          [{ key: 'a', spec }],
          from,
          to,
          {},
        ).lines) {
          expect(
            line.openingCostMinor +
              line.purchasesMinor +
              line.improvementsMinor -
              line.disposalsMinor,
          ).toBe(line.closingCostMinor);
          expect(
            line.openingDepreciationMinor +
              line.depreciationMinor +
              line.impairmentMinor -
              line.depreciationDisposedMinor,
          ).toBe(line.closingDepreciationMinor);
          expect(
            line.openingImpairmentMinor +
              line.impairmentMinor -
              line.impairmentDisposedMinor,
          ).toBe(line.closingImpairmentMinor);
          expect(line.openingBookMinor).toBe(
            line.openingCostMinor - line.openingDepreciationMinor,
          );
          expect(line.closingBookMinor).toBe(
            line.closingCostMinor - line.closingDepreciationMinor,
          );
          for (const [name, minor] of Object.entries(line)) {
            expect([name, typeof minor !== 'bigint' || minor >= 0n]).toEqual([
              name,
              true,
            ]);
          }
        }
      }),
    );
  });

  it('starts and ends with the book value of the asset', () => {
    fc.assert(
      fc.property(anyAsset, range, (spec, { from, to }) => {
        const { lines } = fixedAssetRollForward(
          [{ key: 'a', spec }],
          from,
          to,
          {},
        );
        const { openingBookMinor, closingBookMinor } = sumMovements(lines);
        expect(openingBookMinor).toBe(bookAfter(spec, from - 1));
        expect(closingBookMinor).toBe(bookAfter(spec, to - 1));
      }),
    );
  });

  it('gives up at a disposal what the disposal reports', () => {
    fc.assert(
      fc.property(anyAsset, spec => {
        const result = disposalResult(spec, {});
        fc.pre(result !== undefined);
        const at = monthFromText(result.date.slice(0, 7));
        const { lines } = fixedAssetRollForward(
          [{ key: 'a', spec }],
          at,
          at + 1,
          {},
        );
        for (const line of lines) {
          expect(line.disposalsMinor - line.depreciationDisposedMinor).toBe(
            result.bookMinor,
          );
          expect(line.closingBookMinor).toBe(0n);
        }
        const held = bookAfter(spec, at - 1) !== 0n;
        expect(!held || lines.length === 1).toBe(true);
      }),
    );
  });

  it('of two ranges in a row is that of both together', () => {
    fc.assert(
      fc.property(
        fc.array(anyAsset, { maxLength: 4 }),
        fc
          .tuple(month, month, month)
          .map(months => [...new Set(months)].sort((a, b) => a - b)),
        (specs, [from, between, to]) => {
          fc.pre(to !== undefined);
          const assets = specs.map((spec, index) => ({
            key: String(index),
            spec,
          }));
          const of = (start: number, end: number) =>
            sumMovements(fixedAssetRollForward(assets, start, end, {}).lines);
          const first = of(from, between);
          const second = of(between, to);
          const whole = of(from, to);
          expect(second.openingCostMinor).toBe(first.closingCostMinor);
          expect(second.openingDepreciationMinor).toBe(
            first.closingDepreciationMinor,
          );
          expect(second.openingBookMinor).toBe(first.closingBookMinor);
          expect(whole).toEqual({
            ...sumMovements([first, second]),
            openingCostMinor: first.openingCostMinor,
            openingDepreciationMinor: first.openingDepreciationMinor,
            openingImpairmentMinor: first.openingImpairmentMinor,
            openingBookMinor: first.openingBookMinor,
            closingCostMinor: second.closingCostMinor,
            closingDepreciationMinor: second.closingDepreciationMinor,
            closingImpairmentMinor: second.closingImpairmentMinor,
            closingBookMinor: second.closingBookMinor,
          });
        },
      ),
    );
  });
});

describe('a roll-forward', () => {
  const base: AssetSpec = {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/a',
    inService: '2025-01-01',
    financials: {
      purchase: { amount: '4800.00', currency: 'EUR', date: '2024-12-20' },
      depreciation: { method: 'straight-line', months: 48 },
    },
  };
  const year = (spec: AssetSpec, of: number) =>
    fixedAssetRollForward(
      [{ key: 'a', spec }],
      monthFromText(`${of}-01`),
      monthFromText(`${of + 1}-01`),
      {},
    ).lines;

  it('takes an asset in with its purchase, before it is in service', () => {
    expect(year(base, 2024)).toMatchObject([
      {
        key: 'a',
        currency: 'EUR',
        purchasesMinor: 480_000n,
        depreciationMinor: 0n,
        closingBookMinor: 480_000n,
      },
    ]);
    expect(year(base, 2023)).toEqual([]);
    expect(year(base, 2025)).toMatchObject([
      { openingCostMinor: 480_000n, purchasesMinor: 0n },
    ]);
  });

  it('takes out cost and depreciation in the month of the disposal', () => {
    const sold = { ...base, disposal: { date: '2026-07-01' } };
    expect(year(sold, 2026)).toMatchObject([
      {
        openingDepreciationMinor: 120_000n,
        depreciationMinor: 60_000n,
        disposalsMinor: 480_000n,
        depreciationDisposedMinor: 180_000n,
        closingCostMinor: 0n,
        closingBookMinor: 0n,
      },
    ]);
    expect(year(sold, 2027)).toEqual([]);
  });

  it('shows what comes and goes within one month on both sides', () => {
    const returned = { ...base, disposal: { date: '2024-12-30' } };
    expect(year(returned, 2024)).toMatchObject([
      { purchasesMinor: 480_000n, disposalsMinor: 480_000n },
    ]);
    const never = { ...base, disposal: { date: '2024-11-30' } };
    expect(year(never, 2024)).toEqual([]);
  });

  it('names assets with a purchase that are not in the books', () => {
    const without = (rest: Partial<AssetSpec>) =>
      fixedAssetRollForward(
        [{ key: 'a', spec: { ...base, ...rest } }],
        monthFromText('2024-01'),
        monthFromText('2026-01'),
        {},
      );
    const named = { lines: [], withoutSchedule: ['a'] };
    expect(without({ stage: 'procurement' })).toEqual(named);
    expect(without({ stage: 'planning' })).toEqual(named);
    expect(
      without({
        financials: {
          ...base.financials,
          depreciation: { method: 'straight-line' },
        },
      }),
    ).toEqual(named);
    expect(without({ financials: {} })).toEqual({
      lines: [],
      withoutSchedule: [],
    });
    expect(() =>
      without({
        financials: {
          purchase: { amount: 'x', currency: 'EUR', date: '2024-12-20' },
        },
      }),
    ).toThrow('Not an amount');
  });

  it('refuses an empty range and adds up to nothing for no asset', () => {
    expect(() => fixedAssetRollForward([], 24312, 24312, {})).toThrow(
      'at least one month',
    );
    expect(Object.values(sumMovements([])).every(minor => minor === 0n)).toBe(
      true,
    );
  });
});
