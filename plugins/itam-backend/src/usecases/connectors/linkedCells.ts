import type { SourceRecord } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import { readSourced } from '../../stores/connectors/connectorRecords';

/**
 * Sources with their links to others of the same source as refs. What the
 * register does not have of the source is left out.
 */
export async function withLinkedCells(
  database: Knex,
  connectorId: string,
  sources: readonly SourceRecord[],
): Promise<SourceRecord[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { links = [] } of sources) {
    for (const { stream, sourceId } of links.flatMap(({ to }) => to)) {
      wanted.set(stream, (wanted.get(stream) ?? new Set()).add(sourceId));
    }
  }
  if (wanted.size === 0) {
    return [...sources];
  }
  const refs = new Map<string, string>();
  for (const [stream, ids] of wanted) {
    const known = await readSourced(database, connectorId, stream, [...ids]);
    for (const { sourceId, ref } of known.values()) {
      refs.set(JSON.stringify([stream, sourceId]), ref);
    }
  }
  return sources.map(source => ({
    ...source,
    cells: {
      ...source.cells,
      ...Object.fromEntries(
        (source.links ?? []).map(({ field, to }) => [
          field,
          [
            ...new Set(
              to.flatMap(
                ({ stream, sourceId }) =>
                  refs.get(JSON.stringify([stream, sourceId])) ?? [],
              ),
            ),
          ]
            .sort()
            .join('; '),
        ]),
      ),
    },
  }));
}
