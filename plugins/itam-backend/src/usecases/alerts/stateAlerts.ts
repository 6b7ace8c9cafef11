import { parseEntityRef } from '@backstage/catalog-model';
import {
  budgetStatus,
  fiscalYearLabel,
  fiscalYearOf,
  monthOf,
  positionState,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { wholeRegister } from '../../permissions/wholeRegister';
import { readBudgets, type StoredBudget } from '../../stores/budgets/budgets';
import { readNodeOwners } from '../../stores/alerts/nodeOwners';
import { readRecordOwners } from '../../stores/alerts/recordOwners';
import { readPooledLicenses } from '../../stores/queries/licensePool';
import { parseCostNode } from '../../stores/queries/costNode';
import {
  readBudgetFigures,
  type BudgetFigures,
} from '../budgets/budgetFigures';
import { countPools } from '../licenses/countPools';
import { budgetPath, recordPath } from '../portalPaths';
import { recipientsOf, type AlertEvent } from './alertEvent';

/** A state that lasts; the day it began is known by its alerts. */
export type AlertState = Omit<AlertEvent, 'dueOn'>;

interface StateDeps {
  database: Knex;
  config: RegisterConfig;
}

/**
 * Pools of licences of which more units are in use than were bought.
 *
 * @param today - ISO calendar date
 */
export async function licenceShortfalls(
  { database, config }: StateDeps,
  today: string,
): Promise<AlertState[]> {
  const rule = config.alerts.rules.licenceShortfall;
  if (!rule.enabled) {
    return [];
  }
  const pools = await countPools(
    database,
    await readPooledLicenses(database, wholeRegister, { asOf: today, today }),
    { asOf: today, reclaimAfterDays: config.licences.reclaimAfterDays },
  );
  const short = pools.filter(
    ({ effective, position }) =>
      effective && positionState(position) === 'short',
  );
  const owners = await readRecordOwners(
    database,
    short.flatMap(({ licenses }) => licenses.map(({ id }) => id)),
  );
  return short.map(({ licenses, position }) => {
    const { product, metric, entitled, consumed, balance } = position;
    return {
      kind: 'licenceShortfall',
      subject: `${metric}:${product.toLowerCase()}`,
      stage: 0,
      recipients: recipientsOf(rule, {
        owners: licenses.map(({ id }) => owners.get(id) ?? null),
      }),
      message: {
        title: `Licence shortfall: ${product}`,
        description: `${consumed} in use and ${entitled} bought (${metric}): ${-(
          balance ?? 0
        )} missing.`,
        link: recordPath(config.pagePath, licenses[0].ref),
        severity: 'high',
        topic: 'IT assets: licence shortfalls',
      },
    };
  });
}

/**
 * Budgets of the current fiscal year of which a configured share is spent.
 * Those with a rate missing are left out: what is spent is not known.
 *
 * @param today - ISO calendar date
 */
export async function passedBudgets(
  { database, config }: StateDeps,
  today: string,
): Promise<AlertState[]> {
  const rule = config.alerts.rules.budgetPassed;
  if (!rule.enabled) {
    return [];
  }
  const currentMonth = monthOf(today);
  const budgets = await readBudgets(database, {
    fiscalYear: fiscalYearOf(currentMonth, config.fiscalYearStartMonth),
  });
  if (budgets.length === 0) {
    return [];
  }
  const figures = await readBudgetFigures(
    { knex: database, config },
    { currentMonth, today },
    budgets,
  );
  const nodes = await readNodeOwners(
    database,
    budgets.map(({ nodeRef }) => nodeRef),
  );
  return figures.flatMap((one): AlertState[] => {
    const { budget } = one;
    const percent = passedPercent(one, rule.stages);
    if (percent === undefined) {
      return [];
    }
    const node = nodes.get(budget.nodeRef);
    const title = node?.title ?? nameOf(budget);
    return [
      {
        kind: 'budgetPassed',
        subject: `${budget.fiscalYear}/${budget.nodeRef}`,
        stage: -percent,
        recipients: recipientsOf(rule, {
          owners: [ownerOfBudget(budget, node?.ownerRef ?? null)],
        }),
        message: {
          title:
            percent === 100
              ? `Budget passed: ${title}`
              : `${percent} % of the budget spent: ${title}`,
          description: `More than ${percent} % of the budget for ${fiscalYearLabel(
            budget.fiscalYear,
          )} is spent.`,
          link: budgetPath(config.pagePath, budget),
          severity: percent >= 100 ? 'high' : 'normal',
          topic: 'IT assets: budgets',
        },
      },
    ];
  });
}

/** The greatest of the percentages that more is spent than. */
function passedPercent(
  { amountMinor, forecast }: BudgetFigures,
  stages: readonly number[],
): number | undefined {
  const spentMinor = forecast.actual.reduce((sum, minor) => sum + minor, 0n);
  const { state } = budgetStatus({
    budgetMinor: amountMinor,
    actualMinor: spentMinor,
    committedMinor: 0n,
    expectedMinor: 0n,
    ratesMissing: forecast.missing.size > 0,
  });
  const passed = stages
    .map(stage => -stage)
    .filter(percent => spentMinor * 100n > amountMinor * BigInt(percent));
  return state === 'unknown' || passed.length === 0
    ? undefined
    : Math.max(...passed);
}

/** The name of an entity, or the supplier, class or cost centre. */
function nameOf({ nodeRef }: StoredBudget): string {
  const { key } = parseCostNode(nodeRef);
  return key === nodeRef && key !== 'all' ? parseEntityRef(key).name : key;
}

function ownerOfBudget(
  { nodeRef }: StoredBudget,
  ownerRef: string | null,
): string | null {
  return parseCostNode(nodeRef).selects === 'organisation' ? nodeRef : ownerRef;
}
