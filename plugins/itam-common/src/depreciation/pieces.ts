import {
  addMonths,
  addRatios,
  compareRatios,
  daysBetween,
  firstDayOfMonth,
  fiscalYearOf,
  fiscalYearStart,
  type MonthIndex,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../values';
import type { UnitTimeline } from './timeline';
import type { DepreciationRule } from './types';

/**
 * A stretch of units with one charge: an asset-year, a fiscal year or, for
 * straight-line, the whole rest of the life.
 */
export interface Piece {
  startUnit: number;
  units: number;
  /** Length in years of life, exact. */
  years: Ratio;
}

/** Where a phase of a depreciation starts and how long it still runs. */
export interface PhaseStart {
  /** First unit of the phase. */
  fromUnit: number;
  /** Month of that unit; null for the first phase, which starts in service. */
  eventMonth: MonthIndex | null;
  /** Life in months as known in this phase, from the in-service date. */
  lifeMonths: number;
}

/**
 * Cuts the rest of a life into pieces. At least one piece is returned: what is
 * still to depreciate after the life has ended is charged in one unit.
 */
export function piecesOf(
  rule: DepreciationRule,
  timeline: UnitTimeline,
  phase: PhaseStart,
): Piece[] {
  if (rule.method !== 'immediate' && rule.convention === 'half-year') {
    return fiscalPieces(rule, timeline, phase);
  }
  const endUnit = timeline.unitsOfLife(phase.lifeMonths);
  if (endUnit <= phase.fromUnit) {
    return [{ startUnit: phase.fromUnit, units: 1, years: ratio(1n, 12n) }];
  }
  if (rule.method === 'straight-line' || rule.method === 'immediate') {
    return [
      {
        startUnit: phase.fromUnit,
        units: endUnit - phase.fromUnit,
        years: ratio(BigInt(phase.lifeMonths), 12n),
      },
    ];
  }
  return rule.convention === 'daily'
    ? dailyYears(rule, phase, endUnit)
    : equalYears(rule, phase, endUnit);
}

function equalYears(
  rule: DepreciationRule,
  phase: PhaseStart,
  endUnit: number,
): Piece[] {
  const unitsPerYear = rule.convention === 'half-month' ? 24 : 12;
  const pieces: Piece[] = [];
  for (let unit = phase.fromUnit; unit < endUnit; unit += unitsPerYear) {
    const units = Math.min(unitsPerYear, endUnit - unit);
    pieces.push({
      startUnit: unit,
      units,
      years: ratio(BigInt(units), BigInt(unitsPerYear)),
    });
  }
  return pieces;
}

function dailyYears(
  rule: DepreciationRule,
  phase: PhaseStart,
  endUnit: number,
): Piece[] {
  const anchor =
    phase.eventMonth === null || phase.fromUnit === 0
      ? rule.inService
      : firstDayOfMonth(phase.eventMonth);
  const unitOfYear = (year: number) =>
    daysBetween(rule.inService, addMonths(anchor, 12 * year));
  const pieces: Piece[] = [];
  for (let year = 0; unitOfYear(year) < endUnit; year++) {
    const startUnit = unitOfYear(year);
    const yearDays = unitOfYear(year + 1) - startUnit;
    const units = Math.min(yearDays, endUnit - startUnit);
    pieces.push({
      startUnit,
      units,
      years: ratio(BigInt(units), BigInt(yearDays)),
    });
  }
  return pieces;
}

/**
 * Half-year: the in-service fiscal year takes half a year of life, whatever
 * its months; whole years follow; the rest falls on the first months of the
 * last fiscal year.
 */
function fiscalPieces(
  rule: DepreciationRule,
  timeline: UnitTimeline,
  phase: PhaseStart,
): Piece[] {
  const { startMonth } = timeline;
  const fromMonth = startMonth + phase.fromUnit;
  const firstYearEnd = fiscalYearEnd(rule, startMonth);
  const firstYearRate = ratio(1n, 2n * BigInt(firstYearEnd - startMonth));
  const rateAt = (month: MonthIndex) =>
    month < firstYearEnd ? firstYearRate : ratio(1n, 12n);
  let left = subtractRatios(
    ratio(BigInt(phase.lifeMonths), 12n),
    consumedYears(fromMonth, startMonth, firstYearEnd, firstYearRate),
  );
  if (left.numerator <= 0n) {
    return [{ startUnit: phase.fromUnit, units: 1, years: ratio(1n, 12n) }];
  }
  const pieces: Piece[] = [];
  for (let month = fromMonth; left.numerator > 0n; ) {
    const end = fiscalYearEnd(rule, month);
    const capacity = multiplyRatios(ratio(BigInt(end - month)), rateAt(month));
    const last = compareRatios(left, capacity) <= 0;
    const months = last ? monthsFor(left, rateAt(month)) : end - month;
    const years = last ? left : capacity;
    pieces.push({ startUnit: month - startMonth, units: months, years });
    left = subtractRatios(left, years);
    month = end;
  }
  return pieces;
}

/** Years of life used before a month, as if nothing had changed. */
function consumedYears(
  fromMonth: MonthIndex,
  startMonth: MonthIndex,
  firstYearEnd: MonthIndex,
  firstYearRate: Ratio,
): Ratio {
  const inFirst = Math.min(fromMonth, firstYearEnd) - startMonth;
  const later = Math.max(0, fromMonth - firstYearEnd);
  return addRatios(
    multiplyRatios(ratio(BigInt(inFirst)), firstYearRate),
    ratio(BigInt(later), 12n),
  );
}

/** Whole months that hold so many years at a rate, at least one. */
function monthsFor(years: Ratio, yearsPerMonth: Ratio): number {
  const n = years.numerator * yearsPerMonth.denominator;
  const d = years.denominator * yearsPerMonth.numerator;
  return Math.max(1, Number((n + d - 1n) / d));
}

/** The month after the last of the fiscal year that a month lies in. */
export function fiscalYearEnd(
  rule: Pick<DepreciationRule, 'fiscalYearStartMonth'>,
  month: MonthIndex,
): MonthIndex {
  const fiscalYear = fiscalYearOf(month, rule.fiscalYearStartMonth);
  return fiscalYearStart(fiscalYear + 1, rule.fiscalYearStartMonth);
}
