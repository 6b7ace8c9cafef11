import {
  importField,
  RecordNotFoundError,
  type RecordSourceList,
} from '@backstage-itam/plugin-itam-common';
import { readSourcesOf } from '../../stores/connectors/connectorRecords';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import type { ReadContext } from '../records/readContext';
import type { ConnectorReadDeps } from './listConnectors';

/**
 * The sources that fill a record, with the fields each owns, and those that
 * somebody has changed since. Amounts of a source are not told.
 *
 * Throws RecordNotFoundError (404) for a record the caller may not read.
 */
export async function listRecordSources(
  { knex, connectors }: ConnectorReadDeps,
  { access, today }: Pick<ReadContext, 'access' | 'today'>,
  ref: string,
): Promise<RecordSourceList> {
  const readable = await readReadableRecords(knex, [ref], access, today);
  const record = readable.get(ref);
  if (!record) {
    throw new RecordNotFoundError({ ref });
  }
  const sources = await readSourcesOf(knex, [ref]);
  return {
    items: sources.map(source => {
      const connector = connectors.get(source.connectorId);
      const kind = connector?.streams.find(
        ({ id }) => id === source.stream,
      )?.kind;
      return {
        connector: source.connectorId,
        title: connector?.title ?? source.connectorId,
        stream: source.stream,
        sourceId: source.sourceId,
        ...(source.url === null ? {} : { url: source.url }),
        fields: Object.keys(source.owned).sort(),
        conflicts: Object.entries(source.conflicts).map(([field, value]) => ({
          field,
          ...(kind === undefined || importField(kind, field)?.money !== false
            ? {}
            : { sourceValue: value }),
        })),
        seenAt: source.seenAt,
        ...(source.absentSince === null
          ? {}
          : { absentSince: source.absentSince }),
      };
    }),
  };
}
