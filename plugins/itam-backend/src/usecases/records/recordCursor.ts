import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  RecordFilters,
  RecordPosition,
  RecordSort,
} from '../../stores/queries/listRecords';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';

/** The list a cursor continues; another list refuses it. */
export interface CursorList {
  filters: RecordFilters;
  sort: RecordSort;
  order: 'asc' | 'desc';
}

/** Writes a position of a list of records as an opaque, signed text. */
export function writeCursor(
  position: RecordPosition,
  list: CursorList,
  secret: string,
): string {
  return writeSignedCursor(
    identityOf(list),
    [position.value, position.id],
    secret,
  );
}

/**
 * Reads a cursor back.
 *
 * Throws InputError when it was edited, made by another register, or belongs
 * to another list.
 */
export function readCursor(
  cursor: string,
  list: CursorList,
  secret: string,
): RecordPosition {
  const [value, id] = readSignedCursor(identityOf(list), cursor, secret);
  if ((value === null || typeof value === 'string') && typeof id === 'number') {
    return { value, id };
  }
  throw new InputError('The cursor does not belong to this list');
}

function identityOf({ filters, sort, order }: CursorList): JsonValue {
  return [
    'records',
    sort,
    order,
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
}
