import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { seedProperties } from '../../__testUtils__/propertySeed';
import { monthFromText, type MonthIndex } from '../../values';
import { segmentTotal, sliceAmount } from '../segmentValue';
import {
  AFTER_LAST,
  anySegment,
  FIRST_MONTH,
  START_SPREAD,
} from '../__testUtils__/randomSegments';
import type { CostSegment } from '../types';
import { splitAtClosing } from './splitAtClosing';
import { withClosedMonths } from './withClosedMonths';

seedProperties();
const anySegments = fc.array(anySegment, { maxLength: 6 });
const anyMonth = fc.integer({
  min: FIRST_MONTH - 2,
  max: FIRST_MONTH + START_SPREAD + 24,
});

/** What finance and the record's sources do, one after the other. */
const anyStep = fc.oneof(
  fc.record({ does: fc.constant('change' as const), computed: anySegments }),
  fc.record({ does: fc.constant('close' as const), months: fc.nat(14) }),
  fc.record({ does: fc.constant('open' as const), months: fc.nat(14) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

interface Stored {
  computed: CostSegment[];
  segments: CostSegment[];
  closedThrough: MonthIndex;
}

const closedOf = (segments: readonly CostSegment[]) =>
  segments.filter(({ closed }) => closed);
const actualOf = (segments: readonly CostSegment[]) =>
  segments.filter(({ certainty }) => certainty === 'actual');

function apply(stored: Stored, step: Step): Stored {
  switch (step.does) {
    case 'change':
      return {
        ...stored,
        computed: step.computed,
        segments: withClosedMonths(
          step.computed,
          closedOf(stored.segments),
          stored.closedThrough,
        ),
      };
    case 'close': {
      const closedThrough = stored.closedThrough + step.months;
      return {
        ...stored,
        closedThrough,
        segments: splitAtClosing(stored.segments, closedThrough),
      };
    }
    default: {
      const closedThrough = stored.closedThrough - step.months;
      return {
        ...stored,
        closedThrough,
        segments: withClosedMonths(
          stored.computed,
          closedOf(stored.segments),
          closedThrough,
        ),
      };
    }
  }
}

/** Actual amounts by everything that is summed by, in [from, toExclusive). */
function sums(
  segments: readonly CostSegment[],
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): Record<string, bigint> {
  const result: Record<string, bigint> = {};
  const add = (key: string, minor: bigint) => {
    result[key] = (result[key] ?? 0n) + minor;
  };
  for (const segment of actualOf(segments)) {
    const of = `${segment.view} ${segment.currency}`;
    const whole = segmentTotal(segment, fromMonth, toMonthExclusive);
    add(`${of} owner ${segment.ownerRef}`, whole);
    add(`${of} cost centre ${segment.costCenter}`, whole);
    add(`${of} supplier ${segment.vendor}`, whole);
    add(`${of} class ${segment.assetClass}`, whole);
    for (const slice of segment.slices) {
      const part = sliceAmount(
        segment,
        slice,
        fromMonth - segment.startMonth,
        toMonthExclusive - segment.startMonth,
      );
      add(`${of} service ${slice.serviceRef}`, part);
      add(`${of} ${segment.ownerRef} at ${slice.serviceRef}`, part);
    }
  }
  return Object.fromEntries(
    Object.entries(result)
      .filter(([, minor]) => minor !== 0n)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function monthly(
  segments: readonly CostSegment[],
  toMonthExclusive: MonthIndex,
): Record<string, bigint>[] {
  const list = [];
  for (let month = FIRST_MONTH; month < toMonthExclusive; month++) {
    list.push(sums(segments, month, month + 1));
  }
  return list;
}

function histories(check: (before: Stored, step: Step, after: Stored) => void) {
  fc.assert(
    fc.property(
      anySegments,
      anyMonth,
      fc.array(anyStep, { minLength: 1, maxLength: 8 }),
      (computed, firstClosed, steps) => {
        let stored: Stored = {
          computed,
          segments: splitAtClosing(computed, firstClosed),
          closedThrough: firstClosed,
        };
        for (const step of steps) {
          const after = apply(stored, step);
          check(stored, step, after);
          stored = after;
        }
      },
    ),
  );
}

describe('a closed month', () => {
  // 1,200.00 over 2026, half of it used by a service.
  const segment: CostSegment = {
    recordRef: 'asset:default/a',
    recordKind: 'Asset',
    view: 'accrued',
    category: 'depreciation',
    certainty: 'actual',
    currency: 'EUR',
    totalMinor: 120_000n,
    units: 12,
    startMonth: monthFromText('2026-01'),
    windowFromUnit: 0,
    windowToUnitExclusive: 12,
    ownerRef: 'group:default/a',
    costCenter: 'CC-1',
    vendor: 'dell',
    assetClass: 'hardware',
    weightTotal: 2,
    slices: [
      { serviceRef: 'component:default/api', lo: 0, hi: 1 },
      { serviceRef: null, lo: 1, hi: 2 },
    ],
  };
  const march = monthFromText('2026-03');
  const inMonths = (segments: readonly CostSegment[]) =>
    ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map(text =>
      segments.reduce((sum, each) => {
        const month = monthFromText(text);
        return sum + segmentTotal(each, month, month + 1);
      }, 0n),
    );

  it('gets what is learnt later in the first open month', () => {
    const split = splitAtClosing([segment], march);
    expect(
      split.map(each => [
        each.closed,
        each.windowFromUnit,
        each.windowToUnitExclusive,
      ]),
    ).toEqual([
      [true, 0, 3],
      [undefined, 3, 12],
    ]);
    // 1,320.00 and another owner, as is known in May.
    const corrected = {
      ...segment,
      totalMinor: 132_000n,
      ownerRef: 'group:default/b',
    };
    const later = withClosedMonths([corrected], closedOf(split), march);
    expect(inMonths(later)).toEqual([
      10_000n,
      10_000n,
      10_000n,
      14_000n,
      11_000n,
    ]);
    expect(
      later
        .filter(({ category }) => category === 'adjustment')
        .map(({ ownerRef, slices, totalMinor }) => [
          ownerRef,
          slices[0].serviceRef,
          totalMinor,
        ]),
    ).toEqual([
      ['group:default/a', 'component:default/api', -15_000n],
      ['group:default/a', null, -15_000n],
      ['group:default/b', 'component:default/api', 16_500n],
      ['group:default/b', null, 16_500n],
    ]);
    // Opened again, every month is what is known now.
    const opened = withClosedMonths([corrected], closedOf(later), march - 1);
    expect(inMonths(opened)).toEqual([
      10_000n,
      10_000n,
      13_000n,
      11_000n,
      11_000n,
    ]);
    expect(
      inMonths(withClosedMonths([corrected], closedOf(later), null)),
    ).toEqual([11_000n, 11_000n, 11_000n, 11_000n, 11_000n]);
  });

  it('takes back what turns out not to cost anything', () => {
    const split = splitAtClosing([segment], march);
    expect(inMonths(withClosedMonths([], closedOf(split), march))).toEqual([
      10_000n,
      10_000n,
      10_000n,
      -30_000n,
      0n,
    ]);
  });

  it('gets costs that become actual only later', () => {
    const planned: CostSegment = { ...segment, certainty: 'forecast' };
    const split = splitAtClosing([planned], march);
    expect(split).toEqual([planned]);
    expect(
      inMonths(withClosedMonths([segment], closedOf(split), march)),
    ).toEqual([0n, 0n, 0n, 40_000n, 10_000n]);
  });
});

describe('closed months', () => {
  it('never change, whatever is learnt later', () => {
    histories((before, step, after) => {
      const frozen = Math.min(before.closedThrough, after.closedThrough) + 1;
      expect(sums(after.segments, 0, frozen)).toEqual(
        sums(before.segments, 0, frozen),
      );
      const isKept =
        step.does !== 'change' ||
        isDeepStrictEqual(closedOf(after.segments), closedOf(before.segments));
      expect(isKept).toBe(true);
    });
  });

  it('never change month by month', () => {
    fc.assert(
      fc.property(
        anySegments,
        anySegments,
        anyMonth,
        (first, second, month) => {
          const split = splitAtClosing(first, month);
          const later = withClosedMonths(second, closedOf(split), month);
          expect(monthly(later, month + 1)).toEqual(monthly(first, month + 1));
          expect(monthly(split, AFTER_LAST)).toEqual(
            monthly(first, AFTER_LAST),
          );
        },
      ),
    );
  });

  it('leave every sum that includes the first open month as it is', () => {
    histories((_before, _step, { computed, segments, closedThrough }) => {
      for (const months of [2, 3, 9, 200]) {
        const end = closedThrough + months;
        expect(sums(segments, 0, end)).toEqual(sums(computed, 0, end));
      }
    });
  });

  it('leave months after the first open one as they are', () => {
    histories((_before, _step, { computed, segments, closedThrough }) => {
      const from = closedThrough + 2;
      expect(sums(segments, from, from + 5)).toEqual(
        sums(computed, from, from + 5),
      );
    });
  });

  it('give the identical list when nothing changed since', () => {
    histories((_before, _step, { computed, segments, closedThrough }) => {
      expect(
        withClosedMonths(computed, closedOf(segments), closedThrough),
      ).toEqual(segments);
      expect(splitAtClosing(segments, closedThrough)).toEqual(segments);
    });
  });

  it('neither freeze nor adjust what is not actual', () => {
    histories((_before, _step, { computed, segments }) => {
      const open = (list: readonly CostSegment[]) =>
        list.filter(({ certainty }) => certainty !== 'actual');
      expect(open(segments)).toEqual(open(computed));
    });
  });

  it('put adjustments into the first open month, in one order', () => {
    histories((_before, _step, { computed, segments, closedThrough }) => {
      const open = segments.filter(
        ({ closed, category }) => !closed && category === 'adjustment',
      );
      for (const { startMonth, units, slices, totalMinor } of open) {
        expect({ startMonth, units, slices: slices.length }).toEqual({
          startMonth: closedThrough + 1,
          units: 1,
          slices: 1,
        });
        expect(totalMinor).not.toBe(0n);
      }
      const turned = withClosedMonths(
        [...computed].reverse(),
        closedOf(segments),
        closedThrough,
      );
      expect(turned.slice(turned.length - open.length)).toEqual(open);
    });
  });

  it('give windows inside their segments', () => {
    histories((_before, _step, { segments, closedThrough }) => {
      const isWithin = (segment: CostSegment) => {
        const { windowFromUnit: from, windowToUnitExclusive: to } = segment;
        return from >= 0 && from < to && to <= segment.units;
      };
      const isOnItsSide = (segment: CostSegment) => {
        const start = segment.startMonth + segment.windowFromUnit;
        const end = segment.startMonth + segment.windowToUnitExclusive;
        return segment.closed
          ? end <= closedThrough + 1
          : start > closedThrough;
      };
      expect(segments.filter(each => !isWithin(each))).toEqual([]);
      expect(actualOf(segments).filter(each => !isOnItsSide(each))).toEqual([]);
    });
  });

  it('are none when all are opened', () => {
    fc.assert(
      fc.property(
        anySegments,
        anySegments,
        anyMonth,
        (computed, old, month) => {
          const closed = closedOf(splitAtClosing(old, month));
          expect(withClosedMonths(computed, closed, null)).toEqual(computed);
        },
      ),
    );
  });

  it('closed one by one give as many segments as closed at once', () => {
    fc.assert(
      fc.property(
        anySegments,
        anyMonth,
        fc.nat(24),
        (computed, first, more) => {
          let segments = splitAtClosing(computed, first);
          for (let month = first + 1; month <= first + more; month++) {
            segments = splitAtClosing(segments, month);
          }
          const atOnce = splitAtClosing(computed, first + more);
          expect(segments).toHaveLength(atOnce.length);
          expect(segments).toEqual(expect.arrayContaining(atOnce));
        },
      ),
    );
  });
});
