import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  loadRecordRights,
  requireRecordCreate,
  requireRecordRight,
  type RecordRight,
} from '../permissions/writeAccess';
import { readReadableRecords } from '../stores/queries/readableRecords';
import { completeAnswer } from '../stores/idempotency/pendingAnswer';
import type { ReadContext } from '../usecases/records/readContext';
import { recordsWithVisibleCost } from '../usecases/records/visibleCosts';
import type { ChangeActor } from '../usecases/registration/changeRecords';
import { createRecord } from '../usecases/registration/createRecord';
import { readWritten } from '../usecases/registration/readWritten';
import { restoreRecord } from '../usecases/registration/restoreRecord';
import { retireRegistered } from '../usecases/registration/retireRegistered';
import { transitionRecord } from '../usecases/registration/transitionRecord';
import { transitionRecords } from '../usecases/registration/transitionRecords';
import {
  updateRecord,
  type Changer,
} from '../usecases/registration/updateRecord';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import { canonicalRef } from './requests/canonicalRef';
import { readRepeatable, sendAnswer } from './requests/idempotency';
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

/** Who changes something, at the time of the request. */
export function changeActorOf(context: ReadContext): ChangeActor {
  return {
    actor: actorOf(context.credentials),
    at: new Date(context.at),
    today: context.today,
  };
}

/**
 * What the caller may do with a record and see of it, for one change.
 *
 * Throws RecordNotFoundError (404), NotAllowedError (403) without the right.
 */
export async function changerOf(
  deps: RouteDeps,
  context: ReadContext,
  ref: string,
  right: RecordRight,
): Promise<Changer> {
  const rights = await requireRecordRight(deps, context, ref, right);
  const priced = await recordsWithVisibleCost(deps.knex, context, [ref]);
  return { access: context.access, rights, costVisible: priced.has(ref) };
}

/**
 * Reads what a change requires of the record's version.
 *
 * Throws PreconditionRequiredError (428) without an If-Match header.
 */
export function versionCheckOf(
  req: AnyRequest,
  ref: string,
): (version: number) => void {
  // Records are not created by these requests.
  const { 'if-none-match': _, ...headers } = req.headers;
  const precondition = readPrecondition(headers, ref);
  return version => checkPrecondition(precondition, ref, version);
}

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
      ({ text }) => ({ ref: recordOf(text).ref }),
    );
    res.set('ETag', etagOf(recordOf(answer.text).version));
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
    const detail = await readWritten(deps, context, ref);
    res.set('ETag', etagOf(detail.record.version));
    res.json(detail);
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
    const detail = await readWritten(deps, context, ref);
    res.set('ETag', etagOf(detail.record.version));
    res.json(detail);
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
      const detail = await readWritten(deps, context, ref);
      res.set('ETag', etagOf(detail.record.version));
      res.json(detail);
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

/** Ref and version of a record that was rendered as text. */
export function recordOf(text: string): { ref: string; version: number } {
  const record = fieldOf(JSON.parse(text), 'record');
  return {
    ref: String(fieldOf(record, 'ref')),
    version: Number(fieldOf(record, 'version')),
  };
}

function countsOf(text: string): { done: number; failed: number } {
  const answer: unknown = JSON.parse(text);
  return {
    done: Number(fieldOf(answer, 'done')),
    failed: Number(fieldOf(answer, 'failed')),
  };
}

function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? Reflect.get(holder, key)
    : undefined;
}
