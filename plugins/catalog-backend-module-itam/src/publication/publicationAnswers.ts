import {
  type Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isItamKind } from '@backstage-itam/plugin-itam-common';
import { RegisterUnavailableError } from '../register/errors';

/** What the catalog is to show of a record; nothing without an entity. */
export interface PublishedState {
  ref: string;
  entity?: Entity;
}

/** Changes of what the catalog is to show. */
export interface ChangePage {
  items: PublishedState[];
  /** Sequence to continue after. */
  last: number;
  epoch: string;
  more: boolean;
}

/** A part of all that the catalog is to show. */
export interface PublishedPage {
  items: (PublishedState & { entity: Entity })[];
  nextCursor?: string;
  /** Sequence after which all is found that changed during the pass. */
  last: number;
  epoch: string;
}

const asEnvelope = entityEnvelopeSchemaValidator();

/** Throws RegisterUnavailableError on anything but a complete page. */
export function parseChangePage(value: unknown): ChangePage {
  const fields = fieldsOf(value);
  if (typeof fields.more !== 'boolean') {
    throw new RegisterUnavailableError();
  }
  return {
    items: listOf(fields.items).map(stateOf),
    last: sequence(fields.last),
    epoch: text(fields.epoch),
    more: fields.more,
  };
}

/** Throws RegisterUnavailableError on anything but a complete page. */
export function parsePublishedPage(value: unknown): PublishedPage {
  const fields = fieldsOf(value);
  return {
    items: listOf(fields.items).map(item => {
      const { ref, entity } = stateOf(item);
      if (!entity) {
        throw new RegisterUnavailableError();
      }
      return { ref, entity };
    }),
    ...(fields.nextCursor !== undefined && {
      nextCursor: text(fields.nextCursor),
    }),
    last: sequence(fields.last),
    epoch: text(fields.epoch),
  };
}

function stateOf(value: unknown): PublishedState {
  const fields = fieldsOf(value);
  const ref = text(fields.ref);
  return fields.entity === undefined
    ? { ref }
    : { ref, entity: entityOf(ref, fields.entity) };
}

/** The register speaks for records of the three kinds only. */
function entityOf(ref: string, value: unknown): Entity {
  let entity: Entity;
  try {
    entity = asEnvelope(value);
  } catch {
    throw new RegisterUnavailableError();
  }
  if (!isItamKind(entity.kind) || stringifyEntityRef(entity) !== ref) {
    throw new RegisterUnavailableError();
  }
  return entity;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RegisterUnavailableError();
  }
  return { ...value };
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new RegisterUnavailableError();
  }
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') {
    throw new RegisterUnavailableError();
  }
  return value;
}

function sequence(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new RegisterUnavailableError();
  }
  return value;
}
