import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  exportFields,
  specToRow,
  type ImportField,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import {
  listRecords,
  positionOf,
  type RecordFilters,
  type RecordPosition,
} from '../../stores/queries/listRecords';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { mentionsOf } from '../../stores/records/loadCostContext';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { jsonObjectOf } from '../registration/jsonObjectOf';
import { metadataOf } from '../registration/registeredRecord';
import type { ReadContext, ReadDeps } from './readContext';
import { recordsWithVisibleCost } from './visibleCosts';

const ROWS_AT_A_TIME = 300;

/** Metadata that the register does not keep. */
const NOT_KEPT: readonly string[] = ['tags'];

/** The columns of an export of a kind that can be imported again. */
export function recordExportFields(kind: ItamKind): readonly ImportField[] {
  return exportFields(kind).filter(({ id }) => !NOT_KEPT.includes(id));
}

/**
 * All fields of the records of a kind that the caller may read, a part at a
 * time, so that an export of any size needs little memory. Money is left out
 * where they may not see it, and so is what names records they may not read:
 * an empty cell changes nothing when it is imported.
 */
export async function* exportRecordRows(
  deps: Pick<ReadDeps, 'knex'>,
  context: ReadContext,
  filters: RecordFilters & { kind: ItamKind },
): AsyncGenerator<string[][]> {
  const { access, today } = context;
  const { kind } = filters;
  const fields = recordExportFields(kind);
  const list = {
    access,
    asOf: today,
    filters,
    sort: 'ref',
    order: 'asc',
  } as const;
  let after: RecordPosition | undefined;
  for (;;) {
    const rows = await listRecords(deps.knex, list, {
      after,
      limit: ROWS_AT_A_TIME,
    });
    const refs = rows.map(({ ref }) => ref);
    const records = await readStoredRecords(deps.knex, refs);
    const priced = await recordsWithVisibleCost(deps.knex, context, refs);
    const hidden = await hiddenAmong(deps.knex, context, records.values());
    yield refs.flatMap(ref => {
      const stored = records.get(ref);
      if (!stored) {
        return [];
      }
      const { name, namespace, title, description } = metadataOf(stored);
      const { financials, ...spec } = withoutHidden(
        jsonObjectOf(stored.record.spec),
        hidden,
      );
      return [
        specToRow(
          kind,
          {
            metadata: {
              name,
              namespace,
              ...(title === null ? {} : { title }),
              ...(description === null ? {} : { description }),
            },
            spec:
              priced.has(ref) && financials !== undefined
                ? { ...spec, financials }
                : spec,
          },
          fields,
        ),
      ];
    });
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    after = positionOf(last, 'ref');
  }
}

/** Fields that name other records. */
const NAMING: readonly string[] = [
  'assignments',
  'contract',
  'covers',
  'partOf',
  'planned',
];

/** Of the records that these name, the refs of those the caller may not read. */
async function hiddenAmong(
  knex: Knex,
  { access, today }: ReadContext,
  records: Iterable<StoredRecord>,
): Promise<string[]> {
  const named = [...records].flatMap(({ record }) => [
    ...mentionsOf(record),
    ...(record.kind === 'License'
      ? (record.spec.assignments ?? []).map(({ to }) => to)
      : []),
  ]);
  const existing = await readStoredRecords(knex, new Set(named));
  const readable = await readReadableRecords(
    knex,
    [...existing.keys()],
    access,
    today,
  );
  return [...existing.keys()].filter(ref => !readable.has(ref));
}

function withoutHidden(
  spec: JsonObject,
  hidden: readonly string[],
): JsonObject {
  return Object.fromEntries(
    Object.entries(spec).filter(([field, value]) => {
      const text = NAMING.includes(field) ? JSON.stringify(value) : '';
      return !hidden.some(ref => text.includes(`"${ref}"`));
    }),
  );
}
