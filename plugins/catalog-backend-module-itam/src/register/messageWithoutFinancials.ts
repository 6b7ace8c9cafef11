import type { Entity } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';

const NO_REASON = 'it does not accept it as it is';

function* scalarsOf(value: JsonValue | undefined): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* scalarsOf(item);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) {
      yield* scalarsOf(item);
    }
  } else if (value !== null && value !== undefined) {
    yield String(value);
  }
}

function errorMessage(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) {
    return undefined;
  }
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return undefined;
  }
  return typeof error.message === 'string' ? error.message : undefined;
}

/**
 * The reason in the register's error answer, or a general one if it quotes
 * anything from the entity's financials: the catalog shows the text to every
 * reader. The register promises not to quote; this holds it to that.
 */
export function messageWithoutFinancials(
  body: unknown,
  entity: Entity,
): string {
  const message = errorMessage(body);
  if (!message) {
    return NO_REASON;
  }
  for (const value of scalarsOf(entity.spec?.financials)) {
    // Short words such as 'EUR' or '48' are part of ordinary messages.
    const isAmount = /^[-+]?\d[\d.,]{2,}$/.test(value);
    if ((isAmount || value.length > 6) && message.includes(value)) {
      return NO_REASON;
    }
  }
  return message.slice(0, 5_000);
}
