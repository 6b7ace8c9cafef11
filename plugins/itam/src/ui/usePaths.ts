import { parseEntityRef } from '@backstage/catalog-model';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ownershipRouteRef,
  recordRouteRef,
  registerRouteRef,
  supplierRouteRef,
} from '../routes';
import { useOptionalRoute } from './useOptionalRoute';

const RECORD_KINDS = new Set(['asset', 'license', 'contract']);

/**
 * Paths to records and entities; undefined where the portal has no such page.
 */
export interface Paths {
  /** A record's page in IT Assets, else in the catalog. */
  record(ref: string): string | undefined;
  entity(ref: string): string | undefined;
  /** Records in IT Assets; everything else in the catalog when it is there. */
  of(label: { ref: string; resolved: boolean }): string | undefined;
  /** The page of a supplier, by its slug. */
  supplier(vendor: string): string | undefined;
  /** The register's list with filters. */
  register(filters?: Record<string, string>): string | undefined;
  /** What discovery found under a name, by its id. */
  discovery(id: number): string | undefined;
  /** The form of a new record, with what it begins with. */
  newRecord(query?: Record<string, string>): string | undefined;
  /** The form that changes a record. */
  editRecord(ref: string): string | undefined;
}

/**
 * Finds the pages of records and entities in the portal at hand.
 */
export function usePaths(): Paths {
  const entityRoute = useOptionalRoute(entityRouteRef);
  const recordRoute = useOptionalRoute(recordRouteRef);
  const registerRoute = useOptionalRoute(registerRouteRef);
  const ownershipRoute = useOptionalRoute(ownershipRouteRef);
  const supplierRoute = useOptionalRoute(supplierRouteRef);
  const entity = (ref: string) =>
    entityRoute?.(entityRouteParams(ref, { encodeParams: true }));
  const record = (ref: string) =>
    recordRoute?.(entityRouteParams(ref, { encodeParams: true })) ??
    entity(ref);
  return {
    entity,
    record,
    of: ({ ref, resolved }) => {
      if (RECORD_KINDS.has(parseEntityRef(ref).kind.toLocaleLowerCase('en'))) {
        return record(ref);
      }
      return resolved ? entity(ref) : undefined;
    },
    supplier: vendor => supplierRoute?.({ vendor: encodeURIComponent(vendor) }),
    register: filters => {
      const path = registerRoute?.();
      const query = new URLSearchParams(filters).toString();
      return path && query ? `${path}?${query}` : path;
    },
    discovery: id => {
      const path = ownershipRoute?.();
      return path && `${path}?of=shadow-it&discovery=${id}`;
    },
    newRecord: values => {
      const path = registerRoute?.();
      const query = new URLSearchParams(values).toString();
      return path && `${path}/new${query && `?${query}`}`;
    },
    editRecord: ref => {
      const path = recordRoute?.(
        entityRouteParams(ref, { encodeParams: true }),
      );
      return path && `${path}/edit`;
    },
  };
}
