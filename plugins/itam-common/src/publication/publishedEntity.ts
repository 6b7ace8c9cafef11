import type { Entity, EntityLink } from '@backstage/catalog-model';
import { isObject } from '../entities/validation/SpecField';
import {
  type AssetSpec,
  type ContractSpec,
  ITAM_API_VERSION,
  type ItamKind,
  type LicenseSpec,
} from '../entities/types';
import { jsonObjectCopy } from '../registration/jsonCopy';

/**
 * A registered record whose entity is wanted.
 * @public
 */
export type PublishedRecord =
  | { kind: 'Asset'; spec: AssetSpec }
  | { kind: 'License'; spec: LicenseSpec }
  | { kind: 'Contract'; spec: ContractSpec };

/**
 * The metadata of a registered record.
 * @public
 */
export interface PublishedMetadata {
  /** Name in the catalog. */
  name: string;
  /** Namespace; `default` when absent. */
  namespace?: string;
  /** What the record is called. */
  title?: string;
  /** What it is. */
  description?: string;
  /** Tags in the catalog. */
  tags?: string[];
  /** Labels in the catalog. */
  labels?: Record<string, string>;
  /** Links people may follow. */
  links?: EntityLink[];
}

/**
 * The fields of a spec that are published: `true` for the whole value, the
 * names of the fields of an object or of the objects of a list otherwise.
 */
type Allowed = true | { readonly [field: string]: Allowed };

const SERVICES: Allowed = {
  ref: true,
  share: true,
  from: true,
  services: { ref: true, share: true },
};

/**
 * What a catalog entity shows of each kind. A list of what is allowed, so that
 * a new field stays in the register until somebody decides otherwise.
 *
 * Left out: money and what prices follow from (financials, weights and ways of
 * distribution, price changes at renewal), free text in which people write
 * amounts (notes, reasons, benefits), links to documents, whose readers their
 * own system decides on, and seats, of which there may be too many.
 */
const PUBLISHED: Readonly<Record<ItamKind, Readonly<Record<string, Allowed>>>> =
  {
    Asset: {
      class: true,
      type: true,
      stage: true,
      status: true,
      owner: true,
      assignee: true,
      tag: true,
      serialNumber: true,
      manufacturer: true,
      model: true,
      vendor: true,
      location: true,
      partOf: true,
      inService: true,
      expected: true,
      version: true,
      supportUntil: true,
      lastSeen: true,
      quantity: true,
      cores: true,
      processors: true,
      services: SERVICES,
      warranty: { until: true },
      endOfLife: true,
      planned: { neededBy: true, replaces: true, approver: true },
      rights: { licensor: true, until: true },
      disposal: { date: true, method: true },
    },
    License: {
      type: true,
      product: true,
      publisher: true,
      vendor: true,
      owner: true,
      metric: true,
      quantity: true,
      quantityChanges: { from: true, quantity: true },
      factor: true,
      minimumPerDevice: true,
      term: { start: true, end: true },
      contract: true,
      licenseExpression: true,
      services: SERVICES,
    },
    Contract: {
      type: true,
      number: true,
      vendor: true,
      owner: true,
      term: { start: true, end: true },
      renewal: {
        kind: true,
        months: true,
        noticeDays: true,
        noticeMonths: true,
        noticeGiven: true,
        confirmed: true,
      },
      covers: { ref: true },
      partOf: true,
      services: SERVICES,
    },
  };

/**
 * The catalog entity of a registered record: what is on the list of published
 * fields, and nothing else; never money.
 *
 * Annotations are left to whoever delivers the entity to the catalog. The
 * entity of a record that is valid is valid.
 * @public
 */
export function publishedEntity(
  record: PublishedRecord,
  metadata: PublishedMetadata,
): Entity {
  const { name, namespace, title, description, tags, labels, links } = metadata;
  return {
    apiVersion: ITAM_API_VERSION,
    kind: record.kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags: [...tags] }),
      ...(labels === undefined ? {} : { labels: { ...labels } }),
      ...(links === undefined ? {} : { links: structuredClone(links) }),
    },
    spec: jsonObjectCopy(chosen(record.spec, PUBLISHED[record.kind])),
  };
}

function chosen(
  value: object,
  allowed: Readonly<Record<string, Allowed>>,
): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [field, item] of Object.entries(value)) {
    if (Object.hasOwn(allowed, field)) {
      copy[field] = permitted(item, allowed[field]);
    }
  }
  return copy;
}

function permitted(value: unknown, allowed: Allowed): unknown {
  if (allowed === true) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => permitted(item, allowed));
  }
  // Entries that are plain references have no fields to choose from.
  return isObject(value) ? chosen(value, allowed) : value;
}
