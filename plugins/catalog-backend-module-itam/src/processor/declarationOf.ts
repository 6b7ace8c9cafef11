import { createHash } from 'node:crypto';
import {
  Entity,
  stringifyEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-node';
import type { Declaration } from '../register/DeclarationClient';
import { withRevision } from './revisionAnnotation';

/**
 * What is sent to the register for an entity: all of it, money included, but
 * without what the catalog or this module add on their own account.
 */
export function declarationOf(
  entity: Entity,
  location: LocationSpec,
): Declaration {
  const { apiVersion, kind, spec } = entity;
  const {
    uid: _uid,
    etag: _etag,
    ...metadata
  } = withRevision(entity, undefined).metadata;
  return {
    ref: stringifyEntityRef(entity),
    entity: { apiVersion, kind, metadata, ...(spec && { spec }) },
    location: stringifyLocationRef(location),
  };
}

/** Changes when anything that would be sent changes; never leaves the catalog. */
export function digestOf(declaration: Declaration): string {
  return createHash('sha256').update(JSON.stringify(declaration)).digest('hex');
}
