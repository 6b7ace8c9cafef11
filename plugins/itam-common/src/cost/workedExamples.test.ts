import { allocate, sharesFromSpec, slicesOf } from '../allocation';
import { chargeAccruals } from '../charges/chargeAccruals';
import { lastNoticeDay, renewalState } from '../contracts';
import { depreciationSchedule } from '../depreciation';
import { licensePosition } from '../licensing';
import {
  accrualTotal,
  formatAmount,
  minorOf,
  monthFromText,
  monthText,
} from '../values';
import { convertExactly, convertMonth, fitToTotal } from './conversion';
import { mergeDeclared } from './mergeDeclared';
import { parseEcbRates, rateFor } from './rates';
import { costByOwner, costByService, totalCost } from './rollUp';
import { segmentMonths, sliceMonths } from './segmentValue';
import { asset, segmentsOf } from './testing/estate';
import { type Amounts, workedExamples } from './testing/workedExamples';

const START = monthFromText('2020-01');
const END = monthFromText('2031-01');

function texts(sums: ReadonlyMap<string, bigint> | undefined): Amounts {
  return Object.fromEntries(
    [...(sums ?? [])].map(([currency, minor]) => [
      currency,
      formatAmount(minor, currency),
    ]),
  );
}

function byKey(sums: Map<string | null, Map<string, bigint>>) {
  return Object.fromEntries(
    [...sums].map(([key, amounts]) => [key, texts(amounts)]),
  );
}

const RECORD_PAGES = ['segments', 'licences', 'contracts'].flatMap(page =>
  workedExamples(page, 'records').map(
    (example, index) => [`${page} ${index + 1}`, example] as const,
  ),
);

describe('worked examples of the documentation', () => {
  it.each(workedExamples('segments', 'segment'))('segment %#', example => {
    const total = minorOf(example.total, example.currency);
    const { slices, weightTotal } = slicesOf(
      example.shares.map((share, index) => ({
        ref: `component:default/${index}`,
        basisPoints: share * 100,
      })),
    );
    const segment = {
      recordRef: 'asset:default/x',
      recordKind: 'Asset' as const,
      category: 'charge' as const,
      certainty: 'actual' as const,
      currency: example.currency,
      totalMinor: total,
      units: example.months,
      startMonth: START,
      windowFromUnit: 0,
      windowToUnitExclusive: example.months,
      ownerRef: null,
      costCenter: null,
      vendor: null,
      assetClass: null,
      weightTotal,
      slices,
    };
    const written = (amounts: bigint[]) =>
      amounts.map(amount => formatAmount(amount, example.currency));
    expect(
      slices.map(slice =>
        written(sliceMonths(segment, slice, START, START + example.months)),
      ),
    ).toEqual(example.slices);
    expect(
      written(segmentMonths(segment, START, START + example.months)),
    ).toEqual(example.together);
  });

  it.each(RECORD_PAGES)('records of %s', (_, example) => {
    const segments = segmentsOf(
      example.records.map(({ kind, name, spec }) =>
        mergeDeclared(
          undefined,
          `${kind.toLowerCase()}:default/${name}`,
          kind,
          spec,
          '2026-01-01',
        ),
      ),
    );
    expect({
      ...example,
      months: Object.fromEntries(
        Object.keys(example.months ?? {}).map(month => {
          const index = monthFromText(month);
          return [month, texts(totalCost(segments, index, index + 1))];
        }),
      ),
      total: texts(totalCost(segments, START, END)),
      services: byKey(costByService(segments, START, END)),
      owners: byKey(costByOwner(segments, START, END)),
    }).toMatchObject(example);
  });

  it.each(workedExamples('depreciation', 'depreciation'))(
    'depreciation %#',
    example => {
      const record = asset('x', example.asset);
      const schedule =
        record.kind === 'Asset'
          ? depreciationSchedule(record.spec, {})
          : undefined;
      if (!schedule) {
        throw new Error('The example has no schedule');
      }
      const text = (minor: bigint) => formatAmount(minor, schedule.currency);
      const months = Object.fromEntries(
        schedule.months.map(({ month, depreciationMinor }) => [
          monthText(month),
          text(depreciationMinor),
        ]),
      );
      const years = Object.fromEntries(
        schedule.fiscalYears.map(({ fiscalYear, depreciationMinor }) => [
          fiscalYear,
          text(depreciationMinor),
        ]),
      );
      expect(months).toMatchObject(example.months ?? {});
      expect(years).toMatchObject(example.fiscalYears ?? {});
      expect(Object.keys(months).pop()).toBe(example.lastMonth);
      expect(text(schedule.remainingMinor)).toBe(example.left);
      // The register counts what the schedule shows.
      const segments = segmentsOf([record]);
      for (const { month, depreciationMinor } of schedule.months) {
        expect(
          totalCost(segments, month, month + 1).get(schedule.currency),
        ).toBe(depreciationMinor);
      }
    },
  );

  it.each(workedExamples('charges', 'charge'))('charge %#', example => {
    const accruals = chargeAccruals(example.charge, {
      lastDay: null,
      horizonMonth: END,
    });
    const between = (from: number, to: number) =>
      formatAmount(
        accruals.reduce((sum, part) => sum + accrualTotal(part, from, to), 0n),
        example.charge.currency,
      );
    for (const [month, amount] of Object.entries(example.months)) {
      const index = monthFromText(month);
      expect([month, between(index, index + 1)]).toEqual([month, amount]);
    }
    expect(between(START, END)).toBe(example.total);
  });

  it.each(workedExamples('licences', 'position'))('position %#', example => {
    const assignments = Array.from(
      { length: example.assignedUsers },
      (_, index) => ({ to: `user:default/u${index}` }),
    );
    const result = licensePosition(
      [{ ...example.license, assignments }],
      { device: () => undefined },
      example.asOf,
    );
    expect(result.position).toBe(example.position);
    expect(
      result.trueUp &&
        formatAmount(result.trueUp.minor, result.trueUp.currency),
    ).toBe(example.trueUp);
  });

  it.each(workedExamples('allocation', 'shares'))('shares %#', example => {
    expect(
      Object.fromEntries(
        sharesFromSpec(example.services).map(({ ref, basisPoints }) => [
          ref,
          basisPoints,
        ]),
      ),
    ).toEqual(example.basisPoints);
  });

  it.each(workedExamples('allocation', 'allocate'))(
    'largest remainder %#',
    example => {
      const parts = allocate(
        minorOf(example.total, example.currency),
        Object.entries(example.weights).map(([key, weight]) => ({
          key,
          weight: BigInt(weight),
        })),
      );
      expect(
        Object.fromEntries(
          parts.map(({ key, amount }) => [
            key,
            formatAmount(amount, example.currency),
          ]),
        ),
      ).toEqual(example.parts);
    },
  );

  it.each(workedExamples('currencies', 'conversion'))(
    'conversion %#',
    example => {
      const table = parseEcbRates(example.rates);
      const month = monthFromText(example.month);
      const { to, asOf } = example;
      const sums = new Map(
        Object.entries(example.sums).map(([currency, amount]) => [
          currency,
          minorOf(amount, currency),
        ]),
      );
      const result = convertMonth(sums, to, month, asOf, table);
      expect(formatAmount(result.minor, to)).toBe(example.converted);
      expect(
        texts(
          new Map(
            result.unconverted.map(({ currency, minor }) => [currency, minor]),
          ),
        ),
      ).toEqual(example.unconverted);
      const parts = Object.keys(example.parts).map(currency => {
        const from = rateFor(month, asOf, currency, table);
        const target = rateFor(month, asOf, to, table);
        if (from.status === 'missing' || target.status === 'missing') {
          throw new Error(`No rate of ${currency}`);
        }
        return {
          key: currency,
          exact: convertExactly(sums.get(currency) ?? 0n, currency, to, {
            from: from.rate,
            to: target.rate,
          }),
        };
      });
      expect(
        Object.fromEntries(
          fitToTotal(result.minor, parts).map(({ key, minor }) => [
            key,
            formatAmount(minor, to),
          ]),
        ),
      ).toEqual(example.parts);
    },
  );

  it.each(workedExamples('renewals', 'renewal'))('renewal %#', example => {
    const result = renewalState(
      example.contract,
      example.asOf,
      example.nextTerms.length,
    );
    expect(result.lastNoticeDay).toBe(example.lastNoticeDay);
    expect(result.state).toBe(example.state);
    expect(
      lastNoticeDay(
        {
          ...example.contract,
          renewal: { kind: 'automatic', noticeMonths: 3 },
        },
        result.currentEndExclusive,
      ),
    ).toBe(example.lastNoticeDayWithThreeMonths);
    expect(
      result.nextTerms.map(({ start, endExclusive, amounts }) => ({
        start,
        endExclusive,
        amount: formatAmount(amounts[0].minor, amounts[0].currency),
      })),
    ).toEqual(example.nextTerms);
  });
});
