import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  loadRecordRights,
  requireRecordCreate,
  requireRecordRight,
} from '../permissions/writeAccess';
import { readReadableRecords } from '../stores/queries/readableRecords';
import { completeAnswer } from '../stores/idempotency/pendingAnswer';
import { recordsWithVisibleCost } from '../usecases/records/visibleCosts';
import { createRecord } from '../usecases/registration/createRecord';
import { readWritten } from '../usecases/registration/readWritten';
import { restoreRecord } from '../usecases/registration/restoreRecord';
import { retireRegistered } from '../usecases/registration/retireRegistered';
import { transitionRecord } from '../usecases/registration/transitionRecord';
import { transitionRecords } from '../usecases/registration/transitionRecords';
import { updateRecord } from '../usecases/registration/updateRecord';
import { audited } from './requests/audited';
import { canonicalRef } from './requests/canonicalRef';
import { readRepeatable, sendAnswer } from './requests/idempotency';
import { etagOf } from './requests/preconditions';
import {
  changeActorOf,
  changerOf,
  sendWritten,
  versionCheckOf,
} from './requests/recordChange';
import { fieldOf, writtenRecordOf } from './requests/writtenRecord';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** Routes that register, change, retire and restore records. */
export function addRegistrationRoutes(
  router: ItamRouter,
  deps: RouteDeps,
): void {
  router.post('/records', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const repeatable = readRepeatable(req, by);
    const answer = await audited(
      req,
      deps,
      { eventId: 'record-create', meta: { kind: req.body.kind } },
      async () => {
        await requireRecordCreate(deps, context.credentials);
        const created = await createRecord(
          deps,
          req.body,
          by,
          context.access,
          repeatable,
        );
        return await completeAnswer(deps.knex, repeatable, created, async ref =>
          JSON.stringify(await readWritten(deps, context, ref)),
        );
      },
      ({ text }) => ({ ref: writtenRecordOf(text).ref }),
    );
    res.set('ETag', etagOf(writtenRecordOf(answer.text).version));
    sendAnswer(res, answer);
  });

  router.put('/records/:kind/:namespace/:name', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    const checkVersion = versionCheckOf(req, ref);
    await audited(
      req,
      deps,
      { eventId: 'record-update', meta: { ref } },
      async () => {
        const changer = await changerOf(deps, context, ref, 'update');
        await updateRecord(
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
  });

  router.delete('/records/:kind/:namespace/:name', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    const checkVersion = versionCheckOf(req, ref);
    await audited(
      req,
      deps,
      { eventId: 'record-retire', meta: { ref } },
      async () => {
        await requireRecordRight(deps, context, ref, 'delete');
        await retireRegistered(
          deps,
          ref,
          req.query.reason,
          changeActorOf(context),
          checkVersion,
        );
      },
    );
    res.status(204).end();
  });

  router.post('/records/:kind/:namespace/:name/restore', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    const checkVersion = versionCheckOf(req, ref);
    await audited(
      req,
      deps,
      { eventId: 'record-restore', meta: { ref } },
      async () => {
        await requireRecordRight(deps, context, ref, 'delete');
        await restoreRecord(
          deps,
          ref,
          req.body.reason,
          changeActorOf(context),
          context.access,
          checkVersion,
        );
      },
    );
    await sendWritten(req, res, deps, context, ref);
  });

  router.post(
    '/records/:kind/:namespace/:name/transition',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const ref = stringifyEntityRef(req.params);
      const checkVersion = versionCheckOf(req, ref);
      await audited(
        req,
        deps,
        { eventId: 'record-transition', meta: { ref, to: req.body.to } },
        async () => {
          const changer = await changerOf(deps, context, ref, 'transition');
          await transitionRecord(
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

  router.post('/records/transitions', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const { refs: texts, ...step } = req.body;
    const refs = texts.map(text => canonicalRef(text, 'asset'));
    const answer = await audited(
      req,
      deps,
      { eventId: 'records-transition', meta: { refs, to: step.to } },
      async () => {
        const readable = await readReadableRecords(
          deps.knex,
          refs,
          context.access,
          context.today,
        );
        const known = [...readable.keys()];
        return await transitionRecords(
          deps,
          refs,
          step,
          by,
          {
            access: context.access,
            rights: await loadRecordRights(deps, context, known),
            priced: await recordsWithVisibleCost(deps.knex, context, known),
          },
          readRepeatable(req, by),
        );
      },
      ({ text }) => countsOf(text),
    );
    sendAnswer(res, answer);
  });
}

function countsOf(text: string): { done: number; failed: number } {
  const answer: unknown = JSON.parse(text);
  return {
    done: Number(fieldOf(answer, 'done')),
    failed: Number(fieldOf(answer, 'failed')),
  };
}
