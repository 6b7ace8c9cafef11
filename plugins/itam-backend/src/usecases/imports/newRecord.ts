import {
  ITAM_API_VERSION,
  mergeDeclared,
  readValidSpec,
  type ImportedRow,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { RowWrite } from './assessRows';
import { metadataFrom } from './metadataFrom';
import { refOf } from './readRow';

/** The record that a valid row, which has a name by now, registers. */
export function newRecord(
  kind: ItamKind,
  { spec, metadata }: ImportedRow,
  today: string,
): RowWrite {
  const name = metadata.name ?? '';
  const namespace = metadata.namespace ?? 'default';
  const parsed = readValidSpec({
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: { name, namespace },
    spec,
  });
  return {
    record: mergeDeclared(
      undefined,
      refOf(kind, { name, namespace }),
      parsed.kind,
      parsed.spec,
      today,
    ),
    metadata: metadataFrom({ ...metadata, name, namespace }),
    stored: undefined,
  };
}
