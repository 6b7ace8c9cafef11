import { InputError } from '@backstage/errors';
import {
  ItamValidationError,
  type UsageList,
} from '@backstage-itam/plugin-itam-common';
import { mayRecordUpdate, type WriteDeps } from '../../permissions/writeAccess';
import { readUsage } from '../../stores/usage/readUsage';
import { dayProblems } from '../records/inputProblems';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { requireRecord } from '../records/requireRecord';

/** More than a page shows; narrow the range for older ones. */
const MEASUREMENTS_AT_MOST = 5_000;

/**
 * Measured use of a licence in a range of days (inclusive), newest first.
 *
 * Throws NotFoundError for a record that does not exist or may not be read,
 * and InputError when it is no licence or the range is none.
 */
export async function readLicenseUsage(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  ref: string,
  range: { from?: string; to?: string },
): Promise<UsageList> {
  const { stored } = await requireRecord(deps, context, ref);
  requireLicense(ref, stored.record.kind);
  const { from, to } = range;
  const problems = [...dayProblems('from', from), ...dayProblems('to', to)];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new InputError('from must not be after to');
  }
  const [measures, canAdd] = await Promise.all([
    readUsage(deps.knex, stored.id, {
      from,
      to,
      atMost: MEASUREMENTS_AT_MOST,
    }),
    mayRecordUpdate(deps, context, ref),
  ]);
  return {
    items: measures.map(({ kind, date, holderRef, quantity }) => ({
      kind,
      date,
      holder: holderRef === '' ? undefined : holderRef,
      quantity: quantity === null ? undefined : Number(quantity),
    })),
    canAdd,
  };
}

/** Throws InputError unless it is a licence. */
export function requireLicense(ref: string, kind: string): void {
  if (kind !== 'License') {
    throw new InputError(`${ref} is no licence: its use is not measured`);
  }
}
