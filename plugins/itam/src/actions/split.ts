import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import type { LeftOut } from './outcomes';

/** Tells the records a change can be done to from the others, with why not. */
export function split(
  records: readonly RecordSummary[],
  whyNot: (record: RecordSummary) => string | undefined,
): { able: RecordSummary[]; leftOut: LeftOut[] } {
  const able: RecordSummary[] = [];
  const leftOut: LeftOut[] = [];
  for (const record of records) {
    const why = whyNot(record);
    if (why === undefined) {
      able.push(record);
    } else {
      leftOut.push({ record, why });
    }
  }
  return { able, leftOut };
}
