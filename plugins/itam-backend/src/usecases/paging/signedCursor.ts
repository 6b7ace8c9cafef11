import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

/**
 * Writes the position of a list's last row as an opaque, signed text that only
 * continues the same list. Permissions are not part of it: they are applied
 * again on each page.
 *
 * @param list - What makes it another list: its name, filters and order
 */
export function writeSignedCursor(
  list: JsonValue,
  position: readonly JsonValue[],
  secret: string,
): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${signature(payload, list, secret)}`;
}

/**
 * Reads the position in a cursor back, to be parsed by the list.
 *
 * Throws InputError when it was edited, made by another register, or belongs
 * to another list.
 */
export function readSignedCursor(
  list: JsonValue,
  cursor: string,
  secret: string,
): unknown[] {
  const [payload, signed, ...rest] = cursor.split('.');
  const expected = signature(payload, list, secret);
  const given = Buffer.from(signed ?? '');
  if (
    rest.length > 0 ||
    given.length !== expected.length ||
    !timingSafeEqual(given, Buffer.from(expected))
  ) {
    throw refused();
  }
  const position: unknown = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  if (!Array.isArray(position)) {
    throw refused();
  }
  return position;
}

function refused(): InputError {
  return new InputError('The cursor does not belong to this list');
}

function signature(payload: string, list: JsonValue, secret: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(list))
    .digest('base64url');
  return createHmac('sha256', secret)
    .update(`cursor\n${digest}\n${payload}`)
    .digest('base64url');
}
