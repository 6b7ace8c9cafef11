import { stringifyEntityRef } from '@backstage/catalog-model';
import { completeAnswer } from '../stores/idempotency/pendingAnswer';
import { assignRecord } from '../usecases/registration/assignRecord';
import { listAssignments } from '../usecases/registration/listAssignments';
import { readWritten } from '../usecases/registration/readWritten';
import { returnAssignments } from '../usecases/registration/returnAssignments';
import { audited } from './requests/audited';
import { readRepeatable, sendAnswer } from './requests/idempotency';
import { etagOf } from './requests/preconditions';
import {
  changeActorOf,
  changerOf,
  sendWritten,
  versionCheckOf,
} from './requests/recordChange';
import { writtenRecordOf } from './requests/writtenRecord';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/records/{kind}/{namespace}/{name}/assignments`. */
export function addAssignmentRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get(
    '/records/:kind/:namespace/:name/assignments',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const { open, cursor, limit = DEFAULT_LIMIT } = req.query;
      res.json(
        await listAssignments(deps, context, stringifyEntityRef(req.params), {
          open: open === true,
          cursor,
          limit,
        }),
      );
    },
  );

  router.post(
    '/records/:kind/:namespace/:name/assignments',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const ref = stringifyEntityRef(req.params);
      const checkVersion = versionCheckOf(req, ref);
      const by = changeActorOf(context);
      const repeatable = readRepeatable(req, by);
      const answer = await audited(
        req,
        deps,
        {
          eventId: 'record-assign',
          meta: { ref, to: req.body.to },
        },
        async () => {
          const changer = await changerOf(deps, context, ref, 'update');
          const assigned = await assignRecord(
            deps,
            ref,
            req.body,
            by,
            changer,
            checkVersion,
            repeatable,
          );
          return await completeAnswer(
            deps.knex,
            repeatable,
            assigned,
            async () => JSON.stringify(await readWritten(deps, context, ref)),
          );
        },
      );
      res.set('ETag', etagOf(writtenRecordOf(answer.text).version));
      sendAnswer(res, answer);
    },
  );

  router.post(
    '/records/:kind/:namespace/:name/assignments/return',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const ref = stringifyEntityRef(req.params);
      const checkVersion = versionCheckOf(req, ref);
      await audited(
        req,
        deps,
        { eventId: 'record-return', meta: { ref } },
        async () => {
          const changer = await changerOf(deps, context, ref, 'update');
          await returnAssignments(
            deps,
            ref,
            req.body,
            changeActorOf(context),
            changer,
            checkVersion,
          );
        },
      );
      await sendWritten(req, res, deps, context, ref);
    },
  );
}
