import type { JsonObject } from '@backstage/types';
import {
  ASSET_CLASSES,
  ITAM_KINDS,
  isTangible,
  type AssetClass,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { Draft } from './Draft';
import { isObject } from './jsonPath';

/** What all kinds have, so that it stays when the kind is changed. */
const SHARED = ['vendor', 'owner', 'services', 'documents', 'notes'] as const;
const SHARED_MONEY = ['costCenter', 'charges'] as const;

/** The kind that an address names; an asset when it names none. */
export function kindOf(text: string | null): ItamKind {
  return (
    ITAM_KINDS.find(kind => kind.toLowerCase() === text?.toLowerCase()) ??
    'Asset'
  );
}

/** The class that an address names; hardware when it names none. */
export function classOf(text: string | null): AssetClass {
  return ASSET_CLASSES.find(one => one === text) ?? 'hardware';
}

/**
 * A new record of a kind and, for assets, a class, with what most of them
 * have.
 *
 * @param today - ISO calendar date
 */
export function newDraft(
  kind: ItamKind,
  assetClass: AssetClass,
  today: string,
): Draft {
  switch (kind) {
    case 'Asset':
      return {
        kind,
        spec: {
          class: assetClass,
          ...(isTangible(assetClass)
            ? { stage: 'deployment', status: 'in-stock' }
            : {
                stage: 'maintenance',
                status: 'in-use',
                inService: today,
              }),
        },
      };
    case 'License':
      return {
        kind,
        spec: {
          type: 'subscription',
          metric: 'named-user',
          term: { start: today },
        },
      };
    default:
      return { kind, spec: { type: 'support', term: { start: today } } };
  }
}

/** The same record for the service and owner that an address names. */
export function draftFor(
  draft: Draft,
  { service, owner }: { service: string | null; owner: string | null },
): Draft {
  return {
    ...draft,
    spec: {
      ...draft.spec,
      ...(owner ? { owner } : {}),
      ...(service ? { services: [{ ref: service }] } : {}),
    },
  };
}

/** The same record of another kind or class: what both have is kept. */
export function withKind(draft: Draft, next: Draft): Draft {
  if (draft.kind === next.kind) {
    return { ...draft, spec: { ...draft.spec, class: next.spec.class } };
  }
  const { financials } = draft.spec;
  const money = isObject(financials) ? picked(financials, SHARED_MONEY) : {};
  return {
    ...draft,
    kind: next.kind,
    spec: {
      ...next.spec,
      ...picked(draft.spec, SHARED),
      ...(Object.keys(money).length > 0 ? { financials: money } : {}),
    },
  };
}

function picked(from: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => keys.includes(key)),
  );
}
