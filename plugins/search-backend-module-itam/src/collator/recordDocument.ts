import { parseEntityRef } from '@backstage/catalog-model';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import type { ItamRecordDocument } from './ItamRecordDocument';

/** The document of a record; `template` says where the portal shows it. */
export function recordDocument(
  record: RecordSummary,
  template: string,
): ItamRecordDocument {
  const { kind, namespace, name } = parseEntityRef(record.ref);
  const owner = record.owner?.title ?? record.owner?.ref;
  const words = [
    record.tag,
    record.serialNumber,
    record.manufacturer,
    record.model,
    record.vendor,
    record.product,
    record.location,
    name,
  ];
  return {
    title: record.title,
    text: words.flatMap(word => word ?? []).join(' · '),
    location: template
      .replace(':kind', encodeURIComponent(kind))
      .replace(':namespace', encodeURIComponent(namespace))
      .replace(':name', encodeURIComponent(name)),
    authorization: { resourceRef: record.ref },
    kind: record.kind,
    ...(record.class !== undefined && { class: record.class }),
    ...(record.stage !== undefined && { stage: record.stage }),
    ...(owner !== undefined && { owner }),
    ...(record.tag !== undefined && { tag: record.tag }),
    ...(record.serialNumber !== undefined && {
      serialNumber: record.serialNumber,
    }),
  };
}
