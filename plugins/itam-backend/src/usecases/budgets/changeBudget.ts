import {
  fiscalYearOf,
  formatAmount,
  ItamValidationError,
  minorOf,
  type BudgetDetail,
  type BudgetInput,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys } from '../../database/locks';
import { withSnapshot } from '../../database/snapshot';
import { replaceBudgetLines } from '../../stores/budgets/budgetLines';
import {
  deleteBudget,
  readBudget,
  writeBudget,
  type BudgetKey,
  type BudgetValues,
} from '../../stores/budgets/budgets';
import { appendFinancialHistory } from '../../stores/financialHistory/appendFinancialHistory';
import { countFinancialHistory } from '../../stores/financialHistory/countFinancialHistory';
import { parseCostNode } from '../../stores/queries/costNode';
import { readNodeQuestion } from '../costs/readCostQuestion';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { budgetQuestion } from './budgetFigures';
import { budgetProblems } from './budgetProblems';
import { readPlanLines } from './planLines';
import {
  budgetDetail,
  noBudget,
  requireVisibleBudget,
} from './readBudgetDetail';

/** Who changes a budget, and what it has to be when they do. */
export interface BudgetChange {
  actor: string;
  at: Date;
  /**
   * Throws unless the current version, undefined without a budget, is the one
   * the change starts from.
   */
  checkVersion: (current: number | undefined) => void;
}

/**
 * Sets a budget and keeps what is forecast at that moment, to explain the
 * variance later.
 *
 * Throws ItamValidationError, what `checkVersion` throws, and as
 * {@link requireVisibleBudget}.
 */
export async function putBudget(
  deps: ReadDeps,
  context: ReadContext,
  of: { fiscalYear: number; of: string },
  input: BudgetInput,
  change: BudgetChange,
): Promise<Omit<BudgetDetail, 'canEdit'>> {
  const { key, title, budget } = await requireVisibleBudget(deps, context, of);
  const problems = budgetProblems(
    key.fiscalYear,
    input,
    fiscalYearOf(context.currentMonth, deps.config.fiscalYearStartMonth),
  );
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: subjectOf(key), problems });
  }
  // The forecast takes long: a change that cannot be made does not wait.
  change.checkVersion(budget?.version);
  const values = valuesOf(deps, key, input, change);
  const plan = await readPlanLines(
    deps,
    budgetQuestion(deps, { ...key, ...values }),
    context,
  );
  const written = await deps.knex.transaction(async trx => {
    const current = await lockBudget(trx, key, change);
    const version =
      current === undefined
        ? 1 + (await countFinancialHistory(trx, subjectOf(key)))
        : current.version + 1;
    const id = await writeBudget(trx, key, { ...values, version });
    await replaceBudgetLines(trx, id, plan);
    await appendFinancialHistory(trx, [
      {
        subject: subjectOf(key),
        at: change.at,
        actor: change.actor,
        action: 'set',
        value: {
          amount: formatAmount(values.amountMinor, values.currency),
          currency: values.currency,
          basis: values.basis,
          view: values.view,
          note: values.note,
        },
      },
    ]);
    return { ...key, ...values, id, version };
  });
  return await withSnapshot(
    deps.knex,
    async knex =>
      await budgetDetail({ ...deps, knex }, context, written, title),
  );
}

/**
 * Removes a budget; it stays in the financial history.
 *
 * Throws what `checkVersion` throws, NotFoundError without a budget, and as
 * {@link requireVisibleBudget}.
 */
export async function removeBudget(
  deps: ReadDeps,
  context: ReadContext,
  of: { fiscalYear: number; of: string },
  change: BudgetChange,
): Promise<void> {
  const { key } = await requireVisibleBudget(deps, context, of);
  await deps.knex.transaction(async trx => {
    const current = await lockBudget(trx, key, change);
    if (!current) {
      throw noBudget(of);
    }
    await deleteBudget(trx, current.id);
    await appendFinancialHistory(trx, [
      {
        subject: subjectOf(key),
        at: change.at,
        actor: change.actor,
        action: 'removed',
        value: {},
      },
    ]);
  });
}

/** The budget as it is now; other changes of it wait for this one. */
async function lockBudget(
  trx: Knex.Transaction,
  key: BudgetKey,
  change: BudgetChange,
) {
  await lockKeys(trx, [subjectOf(key)]);
  const current = await readBudget(trx, key);
  change.checkVersion(current?.version);
  return current;
}

function valuesOf(
  deps: ReadDeps,
  { nodeRef }: BudgetKey,
  { amount, view, note }: BudgetInput,
  change: BudgetChange,
): Omit<BudgetValues, 'version'> {
  const question = readNodeQuestion(
    parseCostNode(nodeRef),
    { view, currency: amount.currency },
    deps.config,
  );
  return {
    basis: question.basis,
    view: question.view,
    amountMinor: minorOf(amount.amount, amount.currency),
    currency: amount.currency,
    note: note?.trim() || null,
    setAt: change.at.toISOString(),
    setBy: change.actor,
  };
}

function subjectOf({ fiscalYear, nodeRef }: BudgetKey): string {
  return `budget:${fiscalYear}/${nodeRef}`;
}
