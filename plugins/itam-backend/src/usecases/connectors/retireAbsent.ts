import type {
  ItamConnector,
  SourceStream,
} from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import { insertProblems } from '../../stores/connectors/connectorProblems';
import {
  countSourced,
  noteAbsent,
  readSourcesOf,
  readUnseen,
  type SourcedRecord,
} from '../../stores/connectors/connectorRecords';
import {
  writeConnector,
  type ConnectorLease,
} from '../../stores/connectors/connectorState';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { recomputeAffected } from '../costs/recomputeAffected';
import type { ChangeActor } from '../registration/changeRecords';
import { retireStored } from '../registration/retireRegistered';

const RECORDS_AT_A_TIME = 200;
/** Ids of runs start at 1. */
const NO_RUN = 0;

/** What became of the records of a stream that a full run did not find. */
export interface AbsentOutcome {
  absent: number;
  retired: number;
  /** Why nothing was retired, though records are absent. */
  guard?: string;
}

/**
 * Whether so many absent records are too many to be believed: one is not,
 * more only up to the share that is configured; all of them never.
 */
export function isSuspicious(
  { known, seen }: { known: number; seen: number },
  maxShare: number,
): boolean {
  const absent = known - seen;
  return absent > 0 && (seen === 0 || absent > Math.max(1, known * maxShare));
}

/**
 * Retires the records of a stream that a complete full run did not find, as
 * far as they are believed to be gone. What another source has as well stays.
 */
export async function retireAbsent(
  database: Knex,
  work: {
    connector: Pick<ItamConnector, 'id' | 'title' | 'settings'>;
    stream: Pick<SourceStream, 'id'>;
    runId: number;
    /** Why what is absent may not be gone. */
    incomplete: string | undefined;
    config: Pick<RegisterConfig, 'depreciation'>;
    lease: ConnectorLease;
    by: ChangeActor;
  },
): Promise<AbsentOutcome> {
  const { connector, stream, runId } = work;
  const { maxShare } = connector.settings.removal;
  const key = { connectorId: connector.id, stream: stream.id };
  const counted = await countSourced(database, key, runId);
  const absent = counted.known - counted.seen;
  if (absent === 0) {
    return { absent, retired: 0 };
  }
  if (work.incomplete !== undefined) {
    return {
      absent,
      retired: 0,
      guard: `${stream.id}: ${work.incomplete}; nothing is retired`,
    };
  }
  if (isSuspicious(counted, maxShare)) {
    return { absent, retired: 0, guard: guardOf(stream.id, counted) };
  }
  let retired = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const batch: RetiredBatch = await retireBatch(database, work, key, after);
    retired += batch.retired;
    after = batch.last;
  }
  return { absent, retired };
}

/** What became of some of the records that are gone. */
interface RetiredBatch {
  retired: number;
  /** The last of them; undefined when there was none. */
  last: string | undefined;
}

async function retireBatch(
  database: Knex,
  work: Parameters<typeof retireAbsent>[1],
  key: { connectorId: string; stream: string },
  after: string,
): Promise<RetiredBatch> {
  const { connector, stream, runId, lease, by } = work;
  const isRetired = connector.settings.removal.action === 'retire';
  return await withExclusiveLock(database, async trx => {
    await writeConnector(trx, lease);
    const unseen = await readUnseen(trx, key, runId, {
      after,
      limit: RECORDS_AT_A_TIME,
    });
    await insertProblems(
      trx,
      runId,
      unseen.map(({ sourceId, ref }) => ({
        kind: 'absent' as const,
        stream: stream.id,
        sourceId,
        ref,
        message: isRetired
          ? `No longer in ${connector.title}; retired`
          : `No longer in ${connector.title}`,
      })),
    );
    const retired = isRetired ? await retireAll(trx, work, unseen) : 0;
    await noteAbsent(
      trx,
      key,
      unseen.map(({ sourceId }) => sourceId),
      by.at.toISOString(),
    );
    return { retired, last: unseen.at(-1)?.sourceId };
  });
}

/** What a dry run would retire, of which it saw these ids. */
export async function countAbsent(
  database: Knex,
  connector: Pick<ItamConnector, 'id' | 'settings'>,
  stream: Pick<SourceStream, 'id'>,
  ids: ReadonlySet<string>,
): Promise<AbsentOutcome> {
  const key = { connectorId: connector.id, stream: stream.id };
  const counted = { known: 0, seen: 0 };
  for (let after = ''; ; ) {
    const batch = await readUnseen(database, key, NO_RUN, {
      after,
      limit: RECORDS_AT_A_TIME,
    });
    counted.known += batch.length;
    counted.seen += batch.filter(({ sourceId }) => ids.has(sourceId)).length;
    const last = batch.at(-1);
    if (!last) {
      break;
    }
    after = last.sourceId;
  }
  const absent = counted.known - counted.seen;
  const { maxShare } = connector.settings.removal;
  return {
    absent,
    retired: 0,
    ...(isSuspicious(counted, maxShare)
      ? { guard: guardOf(stream.id, counted) }
      : {}),
  };
}

function guardOf(
  stream: string,
  { known, seen }: { known: number; seen: number },
): string {
  return `${stream}: ${
    known - seen
  } of ${known} records are absent, more than is believed; nothing is retired`;
}

async function retireAll(
  trx: Knex.Transaction,
  {
    connector,
    runId,
    config,
    by,
  }: {
    connector: Pick<ItamConnector, 'id' | 'title'>;
    runId: number;
    config: Pick<RegisterConfig, 'depreciation'>;
    by: ChangeActor;
  },
  unseen: readonly SourcedRecord[],
): Promise<number> {
  const refs = unseen.map(({ ref }) => ref);
  const stillThere = new Set(
    (await readSourcesOf(trx, refs))
      .filter(
        one =>
          one.absentSince === null &&
          (one.connectorId !== connector.id || one.runId === runId),
      )
      .map(({ ref }) => ref),
  );
  const stored = await readStoredRecords(trx, refs);
  const gone = [...stored.values()].filter(
    ({ record, origin, retiredAt }) =>
      retiredAt === null &&
      origin === 'registered' &&
      !stillThere.has(record.ref),
  );
  const affected = await recordsAffectedBy(
    trx,
    gone.map(({ record }) => record.ref),
  );
  for (const one of gone) {
    await retireStored(trx, one, by, `No longer in ${connector.title}`);
  }
  await recomputeAffected(trx, config, affected, by.at);
  return gone.length;
}
