import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import { changedPaths } from '../../stores/records/changedPaths';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import type { StoredRecord } from '../../stores/records/storedRecord';

/** The paths at which a record will differ from what is stored of it. */
export function changesOf(
  stored: StoredRecord,
  record: CostRecord,
  metadata: RecordMetadata,
): string[] {
  return changedPaths(
    {
      title: stored.title,
      description: stored.description,
      spec: stored.record.spec,
    },
    {
      title: metadata.title ?? metadata.name,
      description: metadata.description,
      spec: record.spec,
    },
  );
}
