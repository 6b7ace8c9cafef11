import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { requireImport, requireRecordCreate } from '../permissions/writeAccess';
import { lineProblems } from '../usecases/records/inputProblems';
import { ItamValidationError } from '@backstage-itam/plugin-itam-common';
import { readBillingFile } from '../usecases/cloudBilling/readBillingFile';
import {
  listDeliveries,
  readRecordBills,
} from '../usecases/cloudBilling/readBills';
import {
  checkBillingFile,
  takeBillBack,
  takeBillingFile,
} from '../usecases/cloudBilling/takeBillingFile';
import { audited } from './requests/audited';
import { withBillRows } from './requests/billingBody';
import { changeActorOf } from './requests/recordChange';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/cloud-billing`, and the bills of a record. */
export function addCloudBillingRoutes(
  router: ItamRouter,
  deps: RouteDeps,
): void {
  router.post('/cloud-billing/deliveries', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const { dryRun = false, fileName = null } = req.query;
    try {
      const answer = await audited(
        req,
        deps,
        { eventId: 'cloud-billing-delivery', meta: { dryRun, fileName } },
        async () => {
          await requireImport(deps, context.credentials);
          await requireRecordCreate(deps, context.credentials);
          const billing = requireConfigured(deps);
          refuseFileName(fileName);
          const file = await withBillRows(
            req,
            deps.config.imports,
            async (rows, place) =>
              await readBillingFile(rows, billing, by.today, place),
          );
          return dryRun
            ? await checkBillingFile(deps, file, fileName, by)
            : await takeBillingFile(deps, billing, file, fileName, by);
        },
        ({ rows, deliveries }) => ({
          rows,
          deliveries: deliveries.map(
            ({ provider, billingAccount, billingPeriod, state }) => ({
              provider,
              billingAccount,
              billingPeriod,
              state,
            }),
          ),
        }),
      );
      res.json(answer);
    } catch (error) {
      // The rest of the file is not read; the connection cannot go on.
      res.set('Connection', 'close');
      req.resume();
      throw error;
    }
  });

  router.get('/cloud-billing/deliveries', async (req, res) => {
    const context = await readContextOf(req, deps);
    await requireImport(deps, context.credentials);
    const { billingAccount, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(
      await listDeliveries(deps, context, { billingAccount, cursor, limit }),
    );
  });

  router.delete('/cloud-billing/deliveries/:id', async (req, res) => {
    const context = await readContextOf(req, deps);
    const id = Number(req.params.id);
    await audited(
      req,
      deps,
      { eventId: 'cloud-billing-take-back', meta: { id } },
      async () => {
        await requireImport(deps, context.credentials);
        await requireRecordCreate(deps, context.credentials);
        if (!(await takeBillBack(deps, id, changeActorOf(context)))) {
          throw new NotFoundError(`No delivery ${id} is in force`);
        }
      },
    );
    res.status(204).end();
  });

  router.get('/records/:kind/:namespace/:name/bills', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    res.json(await readRecordBills(deps, context, ref));
  });
}

/** Throws ConflictError (409) without `itam.cloudBilling`. */
function requireConfigured({ config }: RouteDeps) {
  if (!config.cloudBilling) {
    throw new ConflictError(
      'Billing files are not taken: set itam.cloudBilling.owner, who is responsible where no rule says so',
    );
  }
  return config.cloudBilling;
}

/** Throws ItamValidationError (400) for what is no line of text. */
function refuseFileName(fileName: string | null): void {
  const problems = lineProblems('fileName', fileName ?? undefined);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'the file', problems });
  }
}
