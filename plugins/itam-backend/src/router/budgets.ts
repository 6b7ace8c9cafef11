import {
  maySettingsUpdate,
  requireSettingsUpdate,
} from '../permissions/writeAccess';
import { putBudget, removeBudget } from '../usecases/budgets/changeBudget';
import { listBudgets } from '../usecases/budgets/listBudgets';
import { readBudgetDetail } from '../usecases/budgets/readBudgetDetail';
import { budgetCsvHeader, budgetCsvRow } from './csv/budgetCsv';
import { sendCsv } from './csv/sendCsv';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import {
  checkPrecondition,
  etagOf,
  readPrecondition,
} from './requests/preconditions';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

/** Routes under `/budgets`: read with the costs of the node, set by finance. */
export function addBudgetRoutes(router: ItamRouter, deps: RouteDeps): void {
  /** Who changes which budget; throws for those who may not. */
  const changeOf = async (
    req: AnyRequest,
    of: { fiscalYear: number; of: string },
  ) => {
    const context = await readContextOf(req, deps);
    await requireSettingsUpdate(deps, context.credentials);
    const name = `the budget of ${of.of} for ${of.fiscalYear}`;
    const precondition = readPrecondition(req.headers, name);
    return {
      context,
      change: {
        actor: actorOf(context.credentials),
        at: new Date(context.at),
        checkVersion: (current: number | undefined) =>
          checkPrecondition(precondition, name, current),
      },
    };
  };

  router.get('/budgets', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { format, ...question } = req.query;
    const [list, canEdit] = await Promise.all([
      listBudgets(deps, context, question),
      maySettingsUpdate(deps, context.credentials),
    ]);
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: `budgets-${list.label}.csv`,
        eventId: 'budgets-export',
        meta: { fiscalYear: list.fiscalYear },
        header: budgetCsvHeader,
        rows: (async function* rows() {
          yield list.items.map(budgetCsvRow);
        })(),
      });
      return;
    }
    res.json({ ...list, canEdit });
  });

  router.get('/budgets/:fiscalYear/:of', async (req, res) => {
    const context = await readContextOf(req, deps);
    const [detail, canEdit] = await Promise.all([
      readBudgetDetail(deps, context, budgetOf(req.params)),
      maySettingsUpdate(deps, context.credentials),
    ]);
    res.set('ETag', etagOf(detail.budget.version));
    res.json({ ...detail, canEdit });
  });

  router.put('/budgets/:fiscalYear/:of', async (req, res) => {
    const of = budgetOf(req.params);
    const detail = await audited(
      req,
      deps,
      { eventId: 'budget-set', meta: of },
      async () => {
        const { context, change } = await changeOf(req, of);
        return await putBudget(deps, context, of, req.body, change);
      },
      ({ budget }) => ({ version: budget.version }),
    );
    res.set('ETag', etagOf(detail.budget.version));
    res.json({ ...detail, canEdit: true });
  });

  router.delete('/budgets/:fiscalYear/:of', async (req, res) => {
    const of = budgetOf(req.params);
    await audited(
      req,
      deps,
      { eventId: 'budget-removed', meta: of },
      async () => {
        const { context, change } = await changeOf(req, of);
        await removeBudget(deps, context, of, change);
      },
    );
    res.status(204).end();
  });
}

/** Path parameters are text, whatever the contract says of them. */
function budgetOf(params: { fiscalYear: number | string; of: string }): {
  fiscalYear: number;
  of: string;
} {
  return { fiscalYear: Number(params.fiscalYear), of: params.of };
}
