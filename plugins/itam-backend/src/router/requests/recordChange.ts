import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import {
  requireRecordRight,
  type RecordRight,
} from '../../permissions/writeAccess';
import type { ReadContext } from '../../usecases/records/readContext';
import { recordsWithVisibleCost } from '../../usecases/records/visibleCosts';
import type { ChangeActor } from '../../usecases/registration/changeRecords';
import { readWritten } from '../../usecases/registration/readWritten';
import type { Changer } from '../../usecases/registration/updateRecord';
import type { AnyRequest, RouteDeps } from '../routeDeps';
import { actorOf } from './actorOf';
import { checkPrecondition, etagOf, readPrecondition } from './preconditions';

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

/** Answers a change with the record as it is now, and its version as ETag. */
export async function sendWritten(
  res: {
    set(header: 'ETag', value: string): unknown;
    json(body: RecordDetail): unknown;
  },
  deps: RouteDeps,
  context: ReadContext,
  ref: string,
): Promise<void> {
  const detail = await readWritten(deps, context, ref);
  res.set('ETag', etagOf(detail.record.version));
  res.json(detail);
}
