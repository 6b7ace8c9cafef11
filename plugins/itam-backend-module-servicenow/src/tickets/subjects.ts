import type { TicketItem } from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';

/** The annotation of the Backstage plugin for ServiceNow. */
export const ENTITY_ANNOTATION = 'servicenow.com/entity-id';

const SYS_ID = /^[0-9a-f]{32}$/;
/** What ends a condition or a list of values in an encoded query. */
const UNSAFE = /[\^,\r\n]/;

/** Whether a text is the id of a row. */
export function isSysId(text: string): boolean {
  return SYS_ID.test(text);
}

/** What tickets have in their columns, with the keys of the items it means. */
export interface Subjects {
  /** Configuration items and services by their id. */
  ids: Map<string, string[]>;
  /** Values of the entity column in lower case: case does not count there. */
  names: Map<string, string[]>;
  /** Those values as they are written. */
  written: Set<string>;
  /** Keys of items that no query can ask about. */
  unknown: string[];
}

/** What tickets about these items have in their columns. */
export function subjectsOf(
  items: readonly TicketItem[],
  /** Configuration items by the id of an asset. */
  itemOfAsset: ReadonlyMap<string, string>,
): Subjects {
  const subjects: Subjects = {
    ids: new Map(),
    names: new Map(),
    written: new Set(),
    unknown: [],
  };
  for (const { key, record, annotations } of items) {
    const id = record && itemOfAsset.get(record.sourceId);
    if (id !== undefined) {
      append(subjects.ids, id, key);
    }
    const name = annotations?.[ENTITY_ANNOTATION]?.trim();
    if (!name) {
      continue;
    }
    if (isSysId(name.toLowerCase())) {
      append(subjects.ids, name.toLowerCase(), key);
    } else if (UNSAFE.test(name)) {
      subjects.unknown.push(key);
    } else {
      subjects.written.add(name);
      append(subjects.names, name.toLowerCase(), key);
    }
  }
  return subjects;
}

/**
 * The condition for tickets about the subjects; undefined when the columns
 * that are shown cannot tell.
 */
export function conditionOf(
  { ids, written }: Subjects,
  entityColumn: string,
  isShown: (column: string) => boolean,
): string | undefined {
  const idList = [...ids.keys()].join(',');
  const alternatives = [
    ...(ids.size > 0
      ? ['cmdb_ci', 'business_service']
          .filter(isShown)
          .map(column => `${column}IN${idList}`)
      : []),
    ...(written.size > 0 && isShown(entityColumn)
      ? [`${entityColumn}IN${[...written].join(',')}`]
      : []),
  ];
  return alternatives.length > 0
    ? `${alternatives.join('^OR')}^active=true`
    : undefined;
}

/** Keys of the items that a ticket is about; none when it was not asked for. */
export function keysOf(
  row: TableRow,
  { ids, names }: Subjects,
  entityColumn: string,
): string[] {
  const valueOf = (column: string) => row.get(column)?.value ?? '';
  return [
    ...new Set([
      ...(ids.get(valueOf('cmdb_ci')) ?? []),
      ...(ids.get(valueOf('business_service')) ?? []),
      ...(names.get(valueOf(entityColumn).trim().toLowerCase()) ?? []),
    ]),
  ];
}

function append(lists: Map<string, string[]>, name: string, key: string) {
  lists.set(name, [...(lists.get(name) ?? []), key]);
}
