import {
  depreciationSchedule,
  disposalResult,
  formatAmount,
  monthText,
  schedulePeriods,
  UnsupportedDepreciationError,
  type AssetSpec,
  type DepreciationOptions,
  type DepreciationSchedule,
  type DepreciationScheduleAnswer,
} from '@backstage-itam/plugin-itam-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ReadContext, ReadDeps } from './readContext';
import { requireRecord } from './requireRecord';

type Period = DepreciationScheduleAnswer['periods'][number];

/**
 * The depreciation of an asset, past and future, by month or fiscal year: the
 * same schedule its book value and its costs come from.
 *
 * Throws NotFoundError when the record does not exist, may not be read or has
 * no depreciation, and NotAllowedError when its costs may not be seen.
 */
export async function readSchedule(
  deps: ReadDeps,
  context: ReadContext,
  ref: string,
  by: 'month' | 'fiscal-year',
): Promise<DepreciationScheduleAnswer> {
  const { stored, costVisible } = await requireRecord(deps, context, ref);
  if (!costVisible) {
    throw new NotAllowedError(`You may not see the costs of ${ref}`);
  }
  const { record } = stored;
  const options = deps.config.depreciation;
  const schedule =
    record.kind === 'Asset' ? scheduleOf(record.spec, options) : undefined;
  if (!schedule || record.kind !== 'Asset') {
    throw new NotFoundError(`${ref} has no depreciation`);
  }
  const { currency, rule } = schedule;
  const { fiscalYearStartMonth } = deps.config;
  const { currentMonth } = context;
  const text = (minor: bigint) => formatAmount(minor, currency);
  return {
    currency,
    method: rule.method,
    convention: rule.convention,
    lifeMonths: rule.lifeMonths,
    inService: rule.inService,
    cost: text(schedule.costMinor),
    salvage: text(schedule.salvageMinor),
    remaining: text(schedule.remainingMinor),
    by,
    fiscalYearStartMonth,
    currentMonth: monthText(currentMonth),
    disposal: disposalOf(record.spec, options),
    periods: schedulePeriods(schedule, by, fiscalYearStartMonth).map(
      (period): Period => ({
        label: period.label,
        from: monthText(period.fromMonth),
        to: monthText(period.toMonthExclusive - 1),
        state: stateOf(period, currentMonth),
        openingBook: text(period.openingBookMinor),
        depreciation: text(period.depreciationMinor),
        impairment: text(period.impairmentMinor),
        improvement: text(period.improvementMinor),
        closingBook: text(period.closingBookMinor),
      }),
    ),
  };
}

function scheduleOf(
  spec: AssetSpec,
  options: DepreciationOptions,
): DepreciationSchedule | undefined {
  try {
    return depreciationSchedule(spec, options);
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return undefined;
    }
    throw error;
  }
}

/** Left out when the proceeds are in another currency: no rate bridges them. */
function disposalOf(
  spec: AssetSpec,
  options: DepreciationOptions,
): DepreciationScheduleAnswer['disposal'] {
  const disposal = disposalResult(spec, options);
  if (
    !disposal ||
    disposal.proceedsMinor === null ||
    disposal.resultMinor === null
  ) {
    return undefined;
  }
  const { date, currency, bookMinor, proceedsMinor, resultMinor } = disposal;
  return {
    date,
    book: formatAmount(bookMinor, currency),
    proceeds: formatAmount(proceedsMinor, currency),
    result: formatAmount(resultMinor, currency),
  };
}

function stateOf(
  period: { fromMonth: number; toMonthExclusive: number },
  currentMonth: number,
): Period['state'] {
  if (period.toMonthExclusive <= currentMonth) {
    return 'past';
  }
  return period.fromMonth <= currentMonth ? 'current' : 'future';
}
