import type { ServicingList } from '@backstage-itam/plugin-itam-common';
import { mayRecordUpdate, type WriteDeps } from '../../permissions/writeAccess';
import { readServicings } from '../../stores/servicings/readServicings';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { requireRecord } from '../records/requireRecord';
import { renderServicing } from './renderServicing';

/**
 * What was done to a record, newest first.
 *
 * Throws NotFoundError for a record that does not exist or may not be read.
 */
export async function listServicings(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  ref: string,
): Promise<ServicingList> {
  const { stored, costVisible } = await requireRecord(deps, context, ref);
  const [servicings, canAdd] = await Promise.all([
    readServicings(deps.knex, stored.id),
    mayRecordUpdate(deps, context, ref),
  ]);
  return {
    items: servicings.map(one => renderServicing(one, costVisible)),
    canAdd,
  };
}
