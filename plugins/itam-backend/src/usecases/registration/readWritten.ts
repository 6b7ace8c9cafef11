import { NotFoundError } from '@backstage/errors';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import type { WriteDeps } from '../../permissions/writeAccess';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { readStoredRecords } from '../../stores/records/storedRecord';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRecord } from '../records/readRecord';
import { summariseRecords } from '../records/summariseRecords';

/**
 * A record as its change left it. Who may not read it, or not any more, gets
 * what they know of it: without money, links and history.
 */
export async function readWritten(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  ref: string,
): Promise<RecordDetail> {
  try {
    return await readRecord(deps, context, ref);
  } catch (error) {
    if (!(error instanceof NotFoundError)) {
      throw error;
    }
  }
  const all = { kind: 'all' } as const;
  const none = { kind: 'none' } as const;
  const rows = await readReadableRecords(
    deps.knex,
    [ref],
    { records: all, contracts: all, costs: none },
    context.today,
  );
  const row = rows.get(ref);
  const stored = (await readStoredRecords(deps.knex, [ref])).get(ref);
  if (!row || !stored) {
    throw new NotFoundError(`No record ${ref}`);
  }
  const blind: ReadContext = {
    ...context,
    access: { ...context.access, costs: none },
  };
  const [record] = await summariseRecords(deps, blind, [row]);
  const { financials: _, ...spec } = stored.record.spec;
  return {
    record,
    description: stored.description ?? undefined,
    spec,
    costVisible: false,
    inCatalog: false,
    services: [],
    covers: [],
    coveredBy: [],
    parts: [],
    findings: [],
    history: [],
  };
}
