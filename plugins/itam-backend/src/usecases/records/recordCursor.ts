import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type {
  RecordFilters,
  RecordPosition,
  RecordSort,
} from '../../stores/queries/listRecords';

/** The list a cursor continues; another list refuses it. */
export interface CursorList {
  filters: RecordFilters;
  sort: RecordSort;
  order: 'asc' | 'desc';
}

/**
 * Writes a position as an opaque, signed text that only continues the same
 * list. Permissions are not part of it: they are applied again on each page.
 */
export function writeCursor(
  position: RecordPosition,
  list: CursorList,
  secret: string,
): string {
  const payload = Buffer.from(
    JSON.stringify([position.value, position.id]),
  ).toString('base64url');
  return `${payload}.${signature(payload, list, secret)}`;
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
  const [payload, signed, ...rest] = cursor.split('.');
  const expected = signature(payload, list, secret);
  if (
    rest.length > 0 ||
    signed?.length !== expected.length ||
    !timingSafeEqual(Buffer.from(signed), Buffer.from(expected))
  ) {
    throw new InputError('The cursor does not belong to this list');
  }
  const position: unknown = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  if (Array.isArray(position)) {
    const [value, id]: unknown[] = position;
    if (
      (value === null || typeof value === 'string') &&
      typeof id === 'number'
    ) {
      return { value, id };
    }
  }
  throw new InputError('The cursor does not belong to this list');
}

function signature(payload: string, list: CursorList, secret: string): string {
  const { filters } = list;
  const digest = createHash('sha256')
    .update(
      JSON.stringify([
        list.sort,
        list.order,
        Object.entries(filters)
          .filter(([, value]) => value !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    )
    .digest('base64url');
  return createHmac('sha256', secret)
    .update(`record-cursor\n${digest}\n${payload}`)
    .digest('base64url');
}
