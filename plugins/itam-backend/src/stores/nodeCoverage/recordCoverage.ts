import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { loadTopology } from '../readModel/topology';
import type { CoverageCount } from './CoverageCounts';
import { readCountedRecords } from './readCountedRecords';

/**
 * The coverage of one record's own figures; undefined for one that is retired
 * or does not exist.
 */
export async function readRecordCoverage(
  database: Knex,
  ref: string,
): Promise<CoverageCount | undefined> {
  const row: { id: unknown } | undefined = await database('records')
    .where({ ref })
    .first('id');
  if (!row) {
    return undefined;
  }
  const id = integerFromRow(row.id);
  const record = (await readCountedRecords(database, [id])).get(id);
  if (!record) {
    return undefined;
  }
  const refs = [
    ...(record.ownerRef === null ? [] : [record.ownerRef]),
    ...record.serviceRefs,
  ];
  const topology = await loadTopology(database, refs, []);
  return {
    records: 1,
    priced: record.priced ? 1 : 0,
    early: record.early ? 1 : 0,
    inContract: record.contractRef !== null ? 1 : 0,
    unresolved: refs.every(one => topology.has(one)) ? 0 : 1,
  };
}
