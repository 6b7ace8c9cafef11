import { ResponseError } from '@backstage/errors';
import type {
  AuditItemEntry,
  ItamApi,
} from '@backstage-itam/plugin-itam-common';
import type { ObservationName, Unsaved } from './outbox';

const MOST_LIKE_IT = 50;
const UNAUTHENTICATED = 401;
const TIMEOUT = 408;
const TOO_MANY = 429;
const FIRST_REFUSAL = 400;
const FIRST_SERVER_ERROR = 500;

/**
 * Sends one observation. A code may be a tag or a serial number: it is taken
 * for a serial number when the register knows it as one and as no tag.
 */
export async function sendObservation(
  api: ItamApi,
  auditId: number,
  { target, seen, key }: Unsaved,
): Promise<AuditItemEntry> {
  if (target.by === 'item') {
    return await api.audits.observe(auditId, { ...target.name, ...seen }, key);
  }
  const name = await nameOfCode(api, target.code);
  // A key goes with one body; what the code is may be known later.
  return await api.audits.observe(
    auditId,
    { ...name, ...seen },
    name.serialNumber === undefined ? key : `${key}-serial`,
  );
}

async function nameOfCode(
  api: ItamApi,
  code: string,
): Promise<ObservationName> {
  const { items } = await api.listRecords({ q: code, limit: MOST_LIKE_IT });
  const isTag = items.some(({ tag }) => tag === code);
  const isSerial = items.some(({ serialNumber }) => serialNumber === code);
  return isSerial && !isTag ? { serialNumber: code } : { tag: code };
}

/**
 * Whether sending the same again may help: it did not arrive, or the register
 * could not work on it just then.
 */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof ResponseError)) {
    return true;
  }
  const { statusCode } = error;
  return (
    statusCode < FIRST_REFUSAL ||
    statusCode >= FIRST_SERVER_ERROR ||
    [UNAUTHENTICATED, TIMEOUT, TOO_MANY].includes(statusCode)
  );
}
