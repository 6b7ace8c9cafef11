import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { textList } from '../../database/idList';

/** Which record of the register a record of a source is. */
export interface SourcedRecord {
  connectorId: string;
  stream: string;
  sourceId: string;
  ref: string;
  url: string | null;
  /** By field the source fills: a digest of what it wrote last. */
  owned: Record<string, string>;
  /** Fields a person has changed since: what the source has there. */
  conflicts: Record<string, string>;
  /** Digest of what the source said. */
  digest: string;
  /** Version of the record it was written to. */
  version: number;
  /** The run that saw it last. */
  runId: number;
  seenAt: string;
  absentSince: string | null;
}

interface Row {
  connector_id: string;
  stream: string;
  source_id: string;
  ref: string;
  url: string | null;
  owned: string;
  conflicts: string;
  digest: string;
  version: unknown;
  run_id: unknown;
  seen_at: string;
  absent_since: string | null;
}

const types = {
  connector_id: 'text',
  stream: 'text',
  source_id: 'text',
  ref: 'text',
  url: 'text',
  owned: 'text',
  conflicts: 'text',
  digest: 'text',
  version: 'integer',
  run_id: 'integer',
  seen_at: 'text',
  absent_since: 'text',
} as const;

/** What these records of a stream are in the register, by their id. */
export async function readSourced(
  database: Knex,
  connectorId: string,
  stream: string,
  sourceIds: readonly string[],
): Promise<Map<string, SourcedRecord>> {
  const rows: Row[] = await database('connector_records')
    .where({ connector_id: connectorId, stream })
    .whereIn('source_id', textList(database, sourceIds));
  return new Map(rows.map(row => [row.source_id, fromRow(row)]));
}

/** The sources of records, whichever they are. */
export async function readSourcesOf(
  database: Knex,
  refs: readonly string[],
): Promise<SourcedRecord[]> {
  const rows: Row[] = await database('connector_records')
    .whereIn('ref', textList(database, refs))
    .orderBy(['connector_id', 'stream', 'source_id']);
  return rows.map(fromRow);
}

/** Writes what records of a stream are in the register, in place of before. */
export async function writeSourced(
  trx: Knex.Transaction,
  records: readonly SourcedRecord[],
): Promise<void> {
  for (const { connectorId, stream } of records.slice(0, 1)) {
    await trx('connector_records')
      .where({ connector_id: connectorId, stream })
      .whereIn(
        'source_id',
        textList(
          trx,
          records.map(({ sourceId }) => sourceId),
        ),
      )
      .delete();
  }
  await bulkInsert(
    trx,
    'connector_records',
    types,
    records.map(one => [
      one.connectorId,
      one.stream,
      one.sourceId,
      one.ref,
      one.url,
      JSON.stringify(one.owned),
      JSON.stringify(one.conflicts),
      one.digest,
      one.version,
      one.runId,
      one.seenAt,
      one.absentSince,
    ]),
  );
}

/** Notes that a run saw records that are as they were. */
export async function noteSeen(
  trx: Knex.Transaction,
  key: { connectorId: string; stream: string },
  sourceIds: readonly string[],
  seen: { runId: number; at: string },
): Promise<void> {
  await trx('connector_records')
    .where({ connector_id: key.connectorId, stream: key.stream })
    .whereIn('source_id', textList(trx, sourceIds))
    .update({ run_id: seen.runId, seen_at: seen.at });
}

/** How many records of a stream are known and not gone, and how many a run saw. */
export async function countSourced(
  database: Knex,
  key: { connectorId: string; stream: string },
  runId: number,
): Promise<{ known: number; seen: number }> {
  const living = () =>
    database('connector_records')
      .where({ connector_id: key.connectorId, stream: key.stream })
      .whereNull('absent_since');
  const [known, seen] = await Promise.all([
    living().count({ count: '*' }).first(),
    living().where('run_id', runId).count({ count: '*' }).first(),
  ]);
  return {
    known: integerFromRow(known?.count ?? 0),
    seen: integerFromRow(seen?.count ?? 0),
  };
}

/** Records of a stream that a run did not see, after one of them. */
export async function readUnseen(
  database: Knex,
  key: { connectorId: string; stream: string },
  runId: number,
  { after, limit }: { after: string; limit: number },
): Promise<SourcedRecord[]> {
  const rows: Row[] = await database('connector_records')
    .where({ connector_id: key.connectorId, stream: key.stream })
    .whereNull('absent_since')
    .where('run_id', '<>', runId)
    .where('source_id', '>', after)
    .orderBy('source_id')
    .limit(limit);
  return rows.map(fromRow);
}

/** Notes since when records are gone from their source. */
export async function noteAbsent(
  trx: Knex.Transaction,
  key: { connectorId: string; stream: string },
  sourceIds: readonly string[],
  at: string,
): Promise<void> {
  await trx('connector_records')
    .where({ connector_id: key.connectorId, stream: key.stream })
    .whereIn('source_id', textList(trx, sourceIds))
    .update({ absent_since: at });
}

function fromRow(row: Row): SourcedRecord {
  return {
    connectorId: row.connector_id,
    stream: row.stream,
    sourceId: row.source_id,
    ref: row.ref,
    url: row.url,
    owned: JSON.parse(row.owned),
    conflicts: JSON.parse(row.conflicts),
    digest: row.digest,
    version: integerFromRow(row.version),
    runId: integerFromRow(row.run_id),
    seenAt: row.seen_at,
    absentSince: row.absent_since,
  };
}
