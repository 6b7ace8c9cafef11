import { type SeatChange } from '@backstage-itam/plugin-itam-common';
import type { HistoryEntry } from '../../stores/records/appendHistory';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { changesOf } from './changesOf';
import type { ChangeActor, OpenChange } from './changeRecords';
import { jsonObjectOf } from './jsonObjectOf';
import { mergeRegistered } from './mergeRegistered';
import { checkedRecord } from './recordEntity';
import { metadataOf } from './registeredRecord';

/** Writes a licence whose seats changed; nothing when none did. */
export async function writeSeats(
  change: OpenChange,
  stored: StoredRecord,
  seats: SeatChange,
  by: ChangeActor,
  facts: { action: HistoryEntry['action']; reason?: string },
): Promise<void> {
  if (seats.changed.length === 0) {
    return;
  }
  const { parsed } = checkedRecord({
    kind: 'License',
    namespace: stored.namespace,
    name: stored.name,
    spec: jsonObjectOf(seats.spec),
  });
  const record = mergeRegistered(stored.record, parsed, by.today);
  const metadata = metadataOf(stored);
  await change.write({
    record,
    metadata,
    stored,
    ...facts,
    changes: changesOf(stored, record, metadata),
    holder: { from: by.today },
  });
}
