import { setImmediate } from 'node:timers/promises';
import {
  fiscalYearOf,
  fiscalYearStart,
  formatAmount,
  monthFromText,
  monthText,
  type DepreciationReport,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import { NONE } from '../../stores/queries/costSums';
import {
  readAssetPages,
  type ReportedAsset,
} from '../../stores/reports/assetPages';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { recordsWithVisibleCost } from '../records/visibleCosts';
import { assetMovements } from './assetMovements';
import {
  nameReportGroups,
  type NamedReportGroup,
  type ReportDimension,
} from './nameReportGroups';
import { ReportGroups } from './reportGroups';

/** A report as it is asked for. */
export interface ReportQuestion {
  /** `YYYY-MM`; the first month of the current fiscal year by default. */
  from?: string;
  /** `YYYY-MM`, inclusive; the current month by default. */
  to?: string;
  by?: ReportDimension;
}

/** The report with lines still to be rendered: there may be very many. */
export interface DepreciationFigures extends Omit<DepreciationReport, 'lines'> {
  lines: NamedReportGroup[];
}

/**
 * The fixed-asset roll-forward of all assets whose cost the caller may see,
 * with every line. What assets are grouped by is as of now.
 *
 * Throws InputError for a range the wrong way round.
 */
export async function readDepreciationReport(
  deps: ReadDeps,
  context: ReadContext,
  question: ReportQuestion,
): Promise<DepreciationFigures> {
  const { by = 'class' } = question;
  const { fromMonth, toMonthExclusive } = rangeOf(deps, context, question);
  const groups = new ReportGroups();
  const totals = new ReportGroups();
  let withoutSchedule = 0;
  for await (const assets of visibleAssets(deps, context)) {
    for (const asset of assets) {
      const movements = assetMovements(
        asset.record,
        fromMonth,
        toMonthExclusive,
        deps.config.depreciation,
      );
      if (movements.kind === 'moved') {
        const key = keyOf(asset, by);
        groups.add(key, asset.title, movements.line);
        totals.add('total', 'Total', movements.line);
      } else if (movements.kind === 'without-schedule') {
        withoutSchedule += 1;
      }
    }
    // Other requests get their turn between pages.
    await setImmediate();
  }
  return {
    from: monthText(fromMonth),
    to: monthText(toMonthExclusive - 1),
    by,
    lines: await nameReportGroups(deps, context, by, groups.sorted()),
    totals: totals.sorted().map(renderReportLine),
    withoutSchedule,
  };
}

function rangeOf(
  deps: ReadDeps,
  context: ReadContext,
  { from, to }: ReportQuestion,
): { fromMonth: number; toMonthExclusive: number } {
  const startMonth = deps.config.fiscalYearStartMonth;
  const lastMonth = to === undefined ? context.currentMonth : monthFromText(to);
  const fromMonth =
    from === undefined
      ? fiscalYearStart(fiscalYearOf(lastMonth, startMonth), startMonth)
      : monthFromText(from);
  if (fromMonth > lastMonth) {
    throw new InputError("'from' is after 'to'");
  }
  return { fromMonth, toMonthExclusive: lastMonth + 1 };
}

async function* visibleAssets(
  deps: ReadDeps,
  context: ReadContext,
): AsyncGenerator<ReportedAsset[]> {
  const { access, today } = context;
  if (access.costs.kind === 'none' || access.records.kind === 'none') {
    return;
  }
  for await (const assets of readAssetPages(deps.knex, access, today)) {
    const priced = await recordsWithVisibleCost(
      deps.knex,
      context,
      assets.map(asset => asset.record.ref),
    );
    yield assets.filter(asset => priced.has(asset.record.ref));
  }
}

function keyOf(asset: ReportedAsset, by: ReportDimension): string {
  const keys: Record<ReportDimension, string | null> = {
    class: asset.class,
    owner: asset.ownerRef,
    'cost-center': asset.costCenter,
    supplier: asset.vendor,
    record: asset.record.ref,
  };
  return keys[by] ?? NONE;
}

/** A line with its amounts as text. */
export function renderReportLine(
  group: NamedReportGroup,
): DepreciationReport['lines'][number] {
  const { key, title, ref, currency, assets, movements } = group;
  const text = (minor: bigint) => formatAmount(minor, currency);
  return {
    key,
    title,
    ref,
    currency,
    assets,
    openingCost: text(movements.openingCostMinor),
    additions: text(movements.purchasesMinor + movements.improvementsMinor),
    disposals: text(movements.disposalsMinor),
    closingCost: text(movements.closingCostMinor),
    openingDepreciation: text(movements.openingDepreciationMinor),
    depreciation: text(movements.depreciationMinor),
    impairment: text(movements.impairmentMinor),
    depreciationDisposed: text(movements.depreciationDisposedMinor),
    closingDepreciation: text(movements.closingDepreciationMinor),
    openingBook: text(movements.openingBookMinor),
    closingBook: text(movements.closingBookMinor),
  };
}
