import { stringifyEntityRef } from '@backstage/catalog-model';
import { requireRecordUpdate } from '../permissions/writeAccess';
import { requireRecord } from '../usecases/records/requireRecord';
import { addServicing } from '../usecases/servicings/addServicing';
import { listServicings } from '../usecases/servicings/listServicings';
import { voidServicing } from '../usecases/servicings/voidServicing';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import { readRepeatable, sendAnswer } from './requests/idempotency';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** Routes under `/records/{kind}/{namespace}/{name}/servicings`. */
export function addServicingRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/records/:kind/:namespace/:name/servicings', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    res.json(await listServicings(deps, context, ref));
  });

  router.post(
    '/records/:kind/:namespace/:name/servicings',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const ref = stringifyEntityRef(req.params);
      const actor = actorOf(context.credentials);
      const at = new Date(context.at);
      const answer = await audited(
        req,
        deps,
        { eventId: 'servicing-add', meta: { ref } },
        async () => {
          await requireRecordUpdate(deps, context, ref);
          const { stored, costVisible } = await requireRecord(
            deps,
            context,
            ref,
          );
          return await addServicing(
            deps,
            { ref, recordId: stored.id, costVisible },
            req.body,
            { actor, at, today: context.today },
            readRepeatable(req, { actor, at }),
          );
        },
      );
      sendAnswer(res, answer);
    },
  );

  router.delete(
    '/records/:kind/:namespace/:name/servicings/:id',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const { id: text, ...named } = req.params;
      const ref = stringifyEntityRef(named);
      const id = Number(text);
      await audited(
        req,
        deps,
        { eventId: 'servicing-void', meta: { ref, id } },
        async () => {
          await requireRecordUpdate(deps, context, ref);
          const { stored } = await requireRecord(deps, context, ref);
          await voidServicing(deps, { ref, recordId: stored.id }, id, {
            actor: actorOf(context.credentials),
            at: new Date(context.at),
          });
        },
      );
      res.status(204).end();
    },
  );
}
