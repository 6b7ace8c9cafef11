import {
  type Accrual,
  accrualsOfMonths,
  accruedAfter,
  monthOf,
  type MonthIndex,
  ratio,
} from '../values';
import { chargesOf } from './charges';
import { fiscalYearEnd, piecesOf } from './pieces';
import { timelineOf, type UnitTimeline } from './timeline';
import type { Depreciation, DepreciationRule } from './types';

/** A charge over units, of which those before `windowToUnit` are posted. */
interface Charge {
  totalMinor: bigint;
  startUnit: number;
  units: number;
  /** Counted from unit 0 of the timeline. */
  windowToUnit: number;
  /** Whether a later event, or the disposal, may still cut the window. */
  open: boolean;
}

/**
 * Depreciates an asset over its whole life, from its in-service date.
 *
 * Events act from the first unit of their month; units before it stay as they
 * are. Those of the disposal month still count, in what the disposal gives up
 * where no unit is left; later ones do not.
 * @public
 */
export function depreciate(rule: DepreciationRule): Depreciation {
  const timeline = timelineOf(rule);
  const state = {
    book: rule.costMinor,
    salvage: rule.salvageMinor,
    lifeMonths: rule.lifeMonths,
  };
  const impairments: Depreciation['impairments'] = [];
  const improvements: Depreciation['improvements'] = [];
  const charges: Charge[] = [];
  const lastEventMonth =
    rule.disposedOn === null ? Infinity : monthOf(rule.disposedOn);
  const events = rule.events.filter(event => event.month <= lastEventMonth);

  const openPhase = (eventMonth: MonthIndex | null, fromUnit: number) => {
    if (rule.method === 'none') {
      return;
    }
    const phase = { fromUnit, eventMonth, lifeMonths: state.lifeMonths };
    const pieces = piecesOf(rule, timeline, phase);
    const amounts = chargesOf(
      rule,
      pieces,
      state.book,
      state.salvage,
      ratio(BigInt(state.lifeMonths), 12n),
    );
    pieces.forEach((piece, index) => {
      charges.push({
        totalMinor: amounts[index],
        startUnit: piece.startUnit,
        units: piece.units,
        windowToUnit: piece.startUnit + piece.units,
        open: true,
      });
    });
  };

  const isBeforeStart = (month: MonthIndex) =>
    timeline.unitsBefore(month) === 0;
  let pending = 0;
  const applyMonth = (): MonthIndex => {
    const { month } = events[pending];
    for (; events[pending]?.month === month; pending++) {
      const event = events[pending];
      switch (event.kind) {
        case 'improvement':
          state.book += event.minor;
          improvements.push({ month, minor: event.minor });
          break;
        case 'impairment': {
          const minor = event.minor < state.book ? event.minor : state.book;
          state.book -= minor;
          impairments.push({ month, minor });
          break;
        }
        case 'salvage':
          state.salvage = event.minor;
          break;
        default:
          state.lifeMonths = event.months;
      }
      if (state.salvage > state.book) {
        state.salvage = state.book;
      }
    }
    return month;
  };

  while (pending < events.length && isBeforeStart(events[pending].month)) {
    applyMonth();
  }
  openPhase(null, 0);
  while (pending < events.length) {
    const fromUnit = timeline.unitsBefore(events[pending].month);
    state.book -= close(charges, fromUnit);
    openPhase(applyMonth(), fromUnit);
  }
  if (rule.disposedOn !== null) {
    if (rule.convention === 'half-year' && rule.method !== 'immediate') {
      halveDisposalYear(rule, timeline, charges);
    } else {
      close(charges, timeline.disposalUnit);
    }
  }
  const depreciation = accrualsOf(timeline, charges);
  const posted = charges.reduce((sum, charge) => sum + postedOf(charge), 0n);
  const changes =
    improvements.reduce((sum, { minor }) => sum + minor, 0n) -
    impairments.reduce((sum, { minor }) => sum + minor, 0n);
  return {
    depreciation,
    impairments,
    improvements,
    bookMinor: rule.costMinor + changes - posted,
  };
}

function postedOf(charge: Charge): bigint {
  const k = Math.max(
    0,
    Math.min(charge.units, charge.windowToUnit - charge.startUnit),
  );
  return accruedAfter(charge.totalMinor, charge.units, k);
}

/**
 * Ends all charges at a unit; those of the phase that was open are returned
 * as what it has posted since it was opened.
 */
function close(charges: Charge[], unit: number): bigint {
  let posted = 0n;
  for (const charge of charges) {
    if (charge.open) {
      charge.windowToUnit = Math.min(charge.windowToUnit, unit);
      charge.open = false;
      posted += postedOf(charge);
    }
  }
  return posted;
}

/**
 * The fiscal year of the disposal takes half its charge, evenly from its start
 * (or the in-service month) through the disposal month; what an event of the
 * year brought, from the month of the event.
 */
function halveDisposalYear(
  rule: DepreciationRule,
  timeline: UnitTimeline,
  charges: Charge[],
): void {
  const disposal = monthOf(rule.disposedOn ?? '') - timeline.startMonth;
  if (disposal < 0) {
    charges.length = 0;
    return;
  }
  const yearEnd =
    fiscalYearEnd(rule, timeline.startMonth + disposal) - timeline.startMonth;
  const yearStart = Math.max(0, yearEnd - 12);
  const inYear = charges.filter(
    charge => charge.startUnit >= yearStart && charge.startUnit < yearEnd,
  );
  const lastUnit = Math.max(
    ...inYear.map(charge => charge.windowToUnit),
    -Infinity,
  );
  const kept = charges.filter(charge => charge.startUnit < yearStart);
  if (disposal >= lastUnit) {
    charges.splice(0, charges.length, ...kept, ...inYear);
    return;
  }
  let yearCharge = 0n;
  const halved = inYear.map((charge): Charge => {
    const before = accruedAfter(yearCharge, 2, 1);
    yearCharge += postedOf(charge);
    return {
      // Of the sum, so that what is rounded stays half of the year.
      totalMinor: accruedAfter(yearCharge, 2, 1) - before,
      startUnit: charge.startUnit,
      units: disposal - charge.startUnit + 1,
      windowToUnit: disposal + 1,
      open: false,
    };
  });
  charges.splice(0, charges.length, ...kept, ...halved);
}

function accrualsOf(
  timeline: UnitTimeline,
  charges: readonly Charge[],
): Accrual[] {
  const counted = charges.filter(
    charge =>
      charge.totalMinor !== 0n && charge.windowToUnit > charge.startUnit,
  );
  if (timeline.unitIsMonth) {
    return counted.map(charge => ({
      totalMinor: charge.totalMinor,
      units: charge.units,
      startMonth: timeline.startMonth + charge.startUnit,
      windowFromUnit: 0,
      windowToUnitExclusive: charge.windowToUnit - charge.startUnit,
    }));
  }
  const lastUnit = counted.reduce(
    (last, charge) => Math.max(last, charge.windowToUnit),
    0,
  );
  const amounts: bigint[] = [];
  for (
    let month = timeline.startMonth;
    timeline.unitsBefore(month) < lastUnit;
    month++
  ) {
    const from = timeline.unitsBefore(month);
    const to = timeline.unitsBefore(month + 1);
    amounts.push(
      counted.reduce(
        (sum, charge) =>
          sum + accruedUntil(charge, to) - accruedUntil(charge, from),
        0n,
      ),
    );
  }
  return accrualsOfMonths(timeline.startMonth, amounts);
}

function accruedUntil(charge: Charge, unit: number): bigint {
  return postedOf({
    ...charge,
    windowToUnit: Math.min(charge.windowToUnit, unit),
  });
}
