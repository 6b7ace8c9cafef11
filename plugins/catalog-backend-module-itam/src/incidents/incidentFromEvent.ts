import type { EventParams } from '@backstage/plugin-events-node';
import type { DeclarationIncident } from '@backstage-itam/plugin-itam-common';

/** Topics on which the catalog reports problems with entities. */
export const CATALOG_ERRORS_TOPIC = 'experimental.catalog.errors';
export const CATALOG_CONFLICT_TOPIC = 'experimental.catalog.conflict';

// Within the limits of the register's API, and an incident fits one request.
const REF_LENGTH = 400;
const LOCATION_LENGTH = 2_000;
const MESSAGE_LENGTH = 5_000;
const MOST_MESSAGES = 10;

const ITAM_REF = /^(asset|license|contract):/i;
const LOCATION_REF = /^location:/i;
// Errors met while reading a file are reported on the file's location, not on
// an entity: unreadable YAML, an incomplete envelope, a kind not allowed there.
const FILE_PROBLEM =
  /YAML|\b(asset|license|contract):|itam\/|must have required property/i;

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown, length: number): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value.slice(0, length)
    : undefined;
}

/**
 * Name and message only: an error may carry anything else. Errors that came
 * through an event bus are plain objects.
 */
function messageOf(error: unknown): string | undefined {
  const message =
    error instanceof Error ? error.message : fieldsOf(error).message;
  return textOf(message, MESSAGE_LENGTH);
}

function errorIncident(
  payload: Record<string, unknown>,
): DeclarationIncident | undefined {
  const ref = textOf(payload.entity, REF_LENGTH);
  const errors = Array.isArray(payload.errors) ? payload.errors : [];
  if (!ref) {
    return undefined;
  }
  const messages = errors
    .map(messageOf)
    .filter(message => message !== undefined)
    .filter(
      message =>
        ITAM_REF.test(ref) ||
        (LOCATION_REF.test(ref) && FILE_PROBLEM.test(message)),
    )
    .slice(0, MOST_MESSAGES);
  if (messages.length === 0) {
    return undefined;
  }
  const location = textOf(payload.location, LOCATION_LENGTH);
  return { kind: 'error', ref, messages, ...(location && { location }) };
}

function conflictIncident(
  payload: Record<string, unknown>,
): DeclarationIncident | undefined {
  const ref = textOf(payload.entityRef, REF_LENGTH);
  if (!ref || !ITAM_REF.test(ref)) {
    return undefined;
  }
  const holder = textOf(payload.existingLocationKey, LOCATION_LENGTH);
  const claimant = textOf(payload.newLocationKey, LOCATION_LENGTH);
  return {
    kind: 'conflict',
    ref,
    ...(holder && { holder }),
    ...(claimant && { claimant, location: claimant }),
  };
}

/**
 * The incident an event of the catalog tells of, or undefined when it is about
 * something else. The conflict event carries the raw entity; of its payload
 * only the ref and the two location keys are read.
 */
export function incidentFromEvent(
  event: Pick<EventParams, 'topic' | 'eventPayload'>,
): DeclarationIncident | undefined {
  const payload = fieldsOf(event.eventPayload);
  switch (event.topic) {
    case CATALOG_ERRORS_TOPIC:
      return errorIncident(payload);
    case CATALOG_CONFLICT_TOPIC:
      return conflictIncident(payload);
    default:
      return undefined;
  }
}
