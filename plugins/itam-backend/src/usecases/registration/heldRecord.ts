import { isStock } from '../../stores/holdings/followAssignee';
import type { StoredRecord } from '../../stores/records/storedRecord';
import type { OpenChange } from './changeRecords';
import { lockStored, refuseDeclared, refuseRetired } from './registeredRecord';

/**
 * The record that is handed out or taken back, which stays still until the
 * change is done. A stock may be declared: who has its pieces stands in no
 * file.
 *
 * Throws RecordNotFoundError (404) when there is none, and ConflictError (409)
 * when it is retired, or declared and no stock.
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function lockHeld(
  change: OpenChange,
  ref: string,
  checkVersion: (version: number) => void,
): Promise<StoredRecord> {
  const stored = await lockStored(change, ref);
  if (!isStockRecord(stored)) {
    refuseDeclared(stored);
  }
  checkVersion(stored.version);
  refuseRetired(stored);
  return stored;
}

/** Whether pieces of a record are handed out by number. */
export function isStockRecord({ record }: StoredRecord): boolean {
  return record.kind === 'Asset' && isStock(record.spec);
}
