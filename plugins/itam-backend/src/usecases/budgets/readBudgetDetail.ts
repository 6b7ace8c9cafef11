import {
  fiscalYearLabel,
  type BudgetDetail,
} from '@backstage-itam/plugin-itam-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { withSnapshot } from '../../database/snapshot';
import {
  readBudget,
  type BudgetKey,
  type StoredBudget,
} from '../../stores/budgets/budgets';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readBudgetFigures } from './budgetFigures';
import { authoriseBudgets, parseBudgetNode } from './budgetNode';
import { explainVariance } from './explainVariance';
import { renderBudget, renderBudgetMonths } from './renderBudget';

/** A budget the caller may see, if it is there. */
export interface VisibleBudget {
  key: BudgetKey;
  /** Name of the node. */
  title: string;
  budget: StoredBudget | undefined;
}

/**
 * The budget of a node whose costs the caller may see.
 *
 * Throws InputError for a node that has no budgets, NotAllowedError when its
 * costs may not be seen, and NotFoundError for a node that neither a budget
 * nor anything else knows.
 */
export async function requireVisibleBudget(
  deps: ReadDeps,
  context: ReadContext,
  { fiscalYear, of }: { fiscalYear: number; of: string },
): Promise<VisibleBudget> {
  const node = parseBudgetNode(of);
  const verdict = (await authoriseBudgets(deps, context, [node]))(node);
  if (!verdict.allowed) {
    throw new NotAllowedError(`You may not see the costs of ${of}`);
  }
  const key = { fiscalYear, nodeRef: node.ref };
  const budget = await readBudget(deps.knex, key);
  if (!verdict.known && !budget) {
    throw new NotFoundError(`Nothing is known as ${of}`);
  }
  return { key, title: verdict.title, budget };
}

/**
 * One budget with its months and what explains its variance.
 *
 * Throws as {@link requireVisibleBudget}, and NotFoundError without a budget.
 */
export async function readBudgetDetail(
  deps: ReadDeps,
  context: ReadContext,
  of: { fiscalYear: number; of: string },
): Promise<Omit<BudgetDetail, 'canEdit'>> {
  return await withSnapshot(deps.knex, async knex => {
    const inside = { ...deps, knex };
    const { budget, title } = await requireVisibleBudget(inside, context, of);
    if (!budget) {
      throw noBudget(of);
    }
    return await budgetDetail(inside, context, budget, title);
  });
}

/** A budget with everything there is to tell of it. */
export async function budgetDetail(
  deps: ReadDeps,
  context: ReadContext,
  budget: StoredBudget,
  title: string,
): Promise<Omit<BudgetDetail, 'canEdit'>> {
  const [figures] = await readBudgetFigures(deps, context, [budget]);
  return {
    budget: renderBudget(figures, title),
    months: renderBudgetMonths(figures),
    variance: await explainVariance(deps, context, figures),
  };
}

/** The answer where there is no budget. */
export function noBudget(of: { fiscalYear: number; of: string }) {
  return new NotFoundError(
    `There is no budget of ${of.of} for ${fiscalYearLabel(of.fiscalYear)}`,
  );
}
