import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { formatAmount, monthFromText, type MonthIndex } from '../values';
import { MAX_UNITS_TIMES_WEIGHT } from '../allocation';
import {
  assetSpec,
  estate,
  owner,
  services,
} from './__testUtils__/randomRecords';
import { costSegments } from './costSegments';
import { mergeDeclared } from './mergeDeclared';
import { costByOwner, costByService, totalCost } from './rollUp';
import { segmentMonths, segmentTotal } from './segmentValue';
import { asset, contextOf, OPTIONS, segmentsOf } from './testing/estate';
import type { CostSegment } from './types';

seedProperties();

const START = monthFromText('2021-01');
const END = OPTIONS.horizonMonth;

function sums(keyed: Map<string | null, Map<string, bigint>>) {
  const total = new Map<string, bigint>();
  for (const amounts of keyed.values()) {
    for (const [code, minor] of amounts) {
      total.set(code, (total.get(code) ?? 0n) + minor);
    }
  }
  return total;
}

function monthlyOf(segments: readonly CostSegment[], from: MonthIndex) {
  const months = new Map<string, bigint>();
  for (const segment of segments) {
    segmentMonths(segment, from, END).forEach((minor, index) => {
      const key = `${segment.currency} ${from + index}`;
      months.set(key, (months.get(key) ?? 0n) + minor);
    });
  }
  return months;
}

describe('random estates', () => {
  it('give services plus unallocated = owners plus unowned = records, every month', () => {
    fc.assert(
      fc.property(estate, records => {
        const segments = segmentsOf(records, { ...OPTIONS, renewals: true });
        for (let month = START; month < END; month++) {
          const total = totalCost(segments, month, month + 1);
          expect(sums(costByService(segments, month, month + 1))).toEqual(
            total,
          );
          expect(sums(costByOwner(segments, month, month + 1))).toEqual(total);
        }
      }),
    );
  });

  it('have slices that tile the whole of every segment, within 64 bits', () => {
    fc.assert(
      fc.property(estate, records => {
        for (const segment of segmentsOf(records)) {
          const { slices, weightTotal, units } = segment;
          expect(slices[0].lo).toBe(0);
          expect(slices[slices.length - 1].hi).toBe(weightTotal);
          slices.forEach((slice, index) => {
            expect(slice.hi).toBeGreaterThan(slice.lo);
            expect(slice.lo).toBe(index === 0 ? 0 : slices[index - 1].hi);
          });
          const refs = slices.map(({ serviceRef }) => serviceRef ?? '\uffff');
          expect(refs).toEqual([...new Set(refs)].sort());
          expect(units * weightTotal).toBeLessThanOrEqual(
            MAX_UNITS_TIMES_WEIGHT,
          );
          expect(segment.windowFromUnit).toBeGreaterThanOrEqual(0);
          expect(segment.windowToUnitExclusive).toBeGreaterThan(
            segment.windowFromUnit,
          );
          expect(segment.windowToUnitExclusive).toBeLessThanOrEqual(units);
        }
      }),
    );
  });

  it('keep the past when owner and services change', () => {
    fc.assert(
      fc.property(estate, owner, services, (records, newOwner, newServices) => {
        const { removedOn } = records[0];
        const delivered = mergeDeclared(
          records[0],
          records[0].ref,
          records[0].kind,
          { ...records[0].spec, owner: newOwner, services: newServices },
          '2029-06-20',
        );
        const changed = { ...delivered, removedOn };
        const before = segmentsOf(records);
        const after = segmentsOf([changed, ...records.slice(1)]);
        const change = monthFromText('2029-06');
        for (let month = START; month < change; month += 5) {
          const shown = (all: CostSegment[]) => [
            withoutZero(costByOwner(all, month, month + 1)),
            withoutZero(costByService(all, month, month + 1)),
          ];
          expect(shown(after)).toEqual(shown(before));
        }
        expect(monthlyOf(after, change)).toEqual(monthlyOf(before, change));
      }),
    );
  });

  it('do not depend on the horizon', () => {
    fc.assert(
      fc.property(estate, records => {
        const near = segmentsOf(records, {
          ...OPTIONS,
          horizonMonth: monthFromText('2027-01'),
        });
        const far = segmentsOf(records);
        for (let month = START; month < monthFromText('2027-01'); month++) {
          expect(withoutZero(costByService(near, month, month + 1))).toEqual(
            withoutZero(costByService(far, month, month + 1)),
          );
        }
      }),
    );
  });

  it('depreciate, impair and dispose of exactly what was paid', () => {
    fc.assert(
      fc.property(assetSpec, spec => {
        const record = asset('a', {
          ...spec,
          disposal: { date: '2034-01-31' },
        });
        const all = costSegments(record, contextOf([record]), {
          ...OPTIONS,
          horizonMonth: monthFromText('2040-01'),
        }).filter(({ category }) => category !== 'charge');
        const events = spec.financials?.events?.length ? 2n : 1n;
        const counted = all.reduce(
          (sum, segment) => sum + segmentTotal(segment, 0, 99999),
          0n,
        );
        const purchase = spec.financials?.purchase;
        expect(formatAmount(counted, purchase?.currency ?? 'EUR')).toBe(
          formatAmount(
            events * BigInt((purchase?.amount ?? '0').replace('.', '')),
            purchase?.currency ?? 'EUR',
          ),
        );
      }),
    );
  });
});

function withoutZero(keyed: Map<string | null, Map<string, bigint>>) {
  return [...keyed]
    .flatMap(([key, amounts]) =>
      [...amounts]
        .filter(([, minor]) => minor !== 0n)
        .map(([code, minor]) => `${key} ${code} ${minor}`),
    )
    .sort();
}
