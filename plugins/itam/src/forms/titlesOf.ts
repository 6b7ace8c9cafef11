import type {
  RecordDetail,
  RefLabel,
} from '@backstage-itam/plugin-itam-common';

/** Titles of the entities a record names. */
export function titlesOf(detail: RecordDetail): ReadonlyMap<string, string> {
  const { record, services, covers, contract, partOf } = detail;
  const labels: (RefLabel | undefined)[] = [
    record.owner,
    record.assignee,
    contract,
    partOf,
    ...covers,
    ...services.map(({ service }) => service),
  ];
  return new Map(
    labels.flatMap((label): [string, string][] =>
      label?.title ? [[label.ref, label.title]] : [],
    ),
  );
}
