import type { Entity } from '@backstage/catalog-model';
import {
  isDirectlyLinked,
  isPublishable,
  publishedEntity,
  type PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readLicensesUnder } from '../../stores/queries/publishedNeighbours';
import {
  readPublicationRows,
  type PublicationRow,
} from '../../stores/queries/publishedRecords';
import { recordOn } from './recordOn';

/** What publication works with. */
export interface PublicationDeps {
  database: Knex;
  scope: PublicationScope;
}

/**
 * The entities the catalog shows of these refs, by ref, on an ISO calendar
 * date. Left out are those it must not show: refs there are no records of,
 * records that are declared or retired, and those out of the scope.
 */
export async function publishedEntitiesOf(
  deps: PublicationDeps,
  refs: Iterable<string>,
  asOf: string,
): Promise<Map<string, Entity>> {
  const { database, scope } = deps;
  const rows = await readRowsOn(database, refs, asOf);
  const candidates = rows.filter(row => row.isRegistered && !row.isRetired);
  const shown =
    scope === 'linked'
      ? await linkedOf(database, candidates, asOf)
      : candidates.filter(() => scope === 'all');
  return new Map(
    shown.map(row => [row.ref, publishedEntity(row.record, row.metadata)]),
  );
}

async function readRowsOn(
  database: Knex,
  refs: Iterable<string>,
  asOf: string,
): Promise<PublicationRow[]> {
  const rows = await readPublicationRows(database, refs);
  return [...rows.values()].map(row => ({
    ...row,
    record: recordOn(row.record, row.timelines, asOf),
  }));
}

async function linkedOf(
  database: Knex,
  candidates: readonly PublicationRow[],
  asOf: string,
): Promise<PublicationRow[]> {
  const licenses = await readLicensesUnder(
    database,
    candidates
      .filter(({ record }) => record.kind === 'Contract')
      .map(({ ref }) => ref),
  );
  const linkedWhere = (linksOf: (ref: string) => boolean) =>
    candidates.filter(({ ref, record }) =>
      isPublishable(record, 'linked', {
        asOf,
        ref,
        isDirectlyLinked: linksOf,
        licensesUnder: contractRef => licenses.get(contractRef) ?? [],
      }),
    );
  // Asked without neighbours first, which tells which ones matter.
  const neighbours = new Set<string>();
  linkedWhere(ref => {
    neighbours.add(ref);
    return false;
  });
  const linked = new Set(
    (await readRowsOn(database, neighbours, asOf))
      .filter(row => !row.isRetired && isDirectlyLinked(row.record, asOf))
      .map(row => row.ref),
  );
  return linkedWhere(ref => linked.has(ref));
}
