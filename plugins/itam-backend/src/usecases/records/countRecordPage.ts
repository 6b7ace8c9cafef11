import { InputError } from '@backstage/errors';
import type { RecordCounts } from '@backstage-itam/plugin-itam-common';
import {
  type CountedField,
  countRecordsAcross,
} from '../../stores/queries/countRecordsAcross';
import {
  type CountDimension,
  countedColumns,
  countRecordsBy,
} from '../../stores/queries/countRecordsBy';
import {
  countRecords,
  type RecordFilters,
} from '../../stores/queries/listRecords';
import { labelOf } from './catalogLabels';
import type { ReadContext, ReadDeps } from './readContext';

const MOST_COUNTS = 1000;
const REFS = new Set<CountDimension>(['owner', 'group', 'assignee']);

/**
 * How many of the records that match and the caller may read have each value
 * of a field, and how many match at all; of each value also by a second field.
 *
 * Throws InputError (400) for fields that are not counted together.
 */
export async function countRecordPage(
  deps: ReadDeps,
  context: ReadContext,
  question: {
    filters: RecordFilters;
    by: CountDimension;
    across?: CountedField;
  },
): Promise<RecordCounts> {
  const { filters, by, across } = question;
  if (across !== undefined && (!isField(by) || by === across)) {
    throw new InputError(
      `across needs another field, and by has to be one of ${Object.keys(
        countedColumns,
      ).join(', ')}`,
    );
  }
  const list = {
    filters,
    access: context.access,
    asOf: context.today,
    sort: 'ref',
    order: 'asc',
  } as const;
  const [counts, totalItems, parts] = await Promise.all([
    countRecordsBy(deps.knex, list, by, MOST_COUNTS),
    countRecords(deps.knex, list),
    across !== undefined && isField(by)
      ? countRecordsAcross(deps.knex, list, by, across)
      : undefined,
  ]);
  const refs = REFS.has(by) ? counts.flatMap(({ value }) => value ?? []) : [];
  const names = await deps.labels.load(refs, context.credentials);
  return {
    by,
    totalItems,
    items: counts.map(({ value, records }) => ({
      key: value ?? 'none',
      label: value !== null && REFS.has(by) ? labelOf(value, names) : undefined,
      records,
      ...(parts && {
        across: (parts.get(value) ?? []).map(part => ({
          key: part.value ?? 'none',
          records: part.records,
        })),
      }),
    })),
  };
}

function isField(by: CountDimension): by is CountedField {
  return Object.hasOwn(countedColumns, by);
}
