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
import { readVersion } from '../../stores/records/readVersion';
import { actorOf } from './actorOf';
import { checkPrecondition, etagOf, readPrecondition } from './preconditions';
import { prefersMinimal } from './preferences';

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

/** What a response needs to answer a change, whatever its contract says. */
interface WrittenResponse {
  statusCode: number;
  set(header: 'ETag' | 'Preference-Applied' | 'Vary', value: string): unknown;
  json(body: RecordDetail): unknown;
  end(): unknown;
}

/**
 * Answers a change with the record as it is now, and its version as ETag;
 * without a body where the caller prefers that.
 */
export async function sendWritten(
  req: AnyRequest,
  res: WrittenResponse,
  deps: RouteDeps,
  context: ReadContext,
  ref: string,
): Promise<void> {
  res.set('Vary', 'Prefer');
  if (prefersMinimal(req.headers)) {
    res.set('ETag', etagOf(await readVersion(deps.knex, ref)));
    res.set('Preference-Applied', 'return=minimal');
    res.statusCode = 204;
    res.end();
    return;
  }
  const detail = await readWritten(deps, context, ref);
  res.set('ETag', etagOf(detail.record.version));
  res.json(detail);
}
