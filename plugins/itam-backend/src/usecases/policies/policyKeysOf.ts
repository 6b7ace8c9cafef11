import {
  normalisedProduct,
  normalisedSupplier,
  ownerInForce,
  servicesInForce,
  type CostRecord,
  type PolicyRecord,
} from '@backstage-itam/plugin-itam-common';
import type { PolicyKeys } from '../../stores/policies/policyKeys';

/** The owner in force on an ISO calendar date. */
export function ownerRefOf(
  record: PolicyRecord,
  date: string,
): string | undefined {
  return ownerInForce(record.spec.owner, date);
}

/** The services in force on an ISO calendar date. */
export function serviceRefsOf(record: PolicyRecord, date: string): string[] {
  return servicesInForce(record.spec.services, date).map(({ ref }) => ref);
}

/** The key of a node of the catalog. */
export function nodeKey(ref: string): string {
  return `node:${ref}`;
}

const PRODUCT = 'product:';
const SUPPLIER = 'supplier:';

/** The discovered names among keys: products and suppliers, normalised. */
export function discoveryKeysOf(keys: Iterable<string>): {
  products: string[];
  suppliers: string[];
} {
  const all = [...keys];
  const after = (prefix: string) =>
    all
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length));
  return { products: after(PRODUCT), suppliers: after(SUPPLIER) };
}

/**
 * What the findings of a live record depend on, and what those of others, and
 * the matching of discoveries, may depend on of it.
 *
 * @param record - As in force on the date
 * @param matches - Licences behind software that was found on it
 */
export function policyKeysOf(
  record: PolicyRecord,
  stored: CostRecord,
  options: { date: string; matches: readonly string[] },
): PolicyKeys {
  const { date, matches } = options;
  const owner = ownerRefOf(record, date);
  const { spec } = record;
  const reads = [
    ...(owner === undefined ? [] : [nodeKey(owner)]),
    ...serviceRefsOf(record, date).map(nodeKey),
    ...matches.map(recordKey),
  ];
  const gives = [
    recordKey(record.ref),
    ...(spec.vendor === undefined
      ? []
      : [`${SUPPLIER}${normalisedSupplier(spec.vendor)}`]),
  ];
  switch (record.kind) {
    case 'Asset': {
      const { assignee, tag, serialNumber, manufacturer } = record.spec;
      const identifiers = [
        ...(tag === undefined ? [] : [`tag:${tag}`]),
        ...(serialNumber === undefined || manufacturer === undefined
          ? []
          : [`serial:${JSON.stringify([manufacturer, serialNumber])}`]),
      ];
      reads.push(
        ...identifiers,
        coverKey(record.ref),
        ...(assignee === undefined ? [] : [nodeKey(assignee)]),
      );
      gives.push(...identifiers);
      break;
    }
    case 'License': {
      const { product, metric, contract, assignments } = record.spec;
      const pool = `pool:${metric}:${product.trim().toLowerCase()}`;
      reads.push(
        pool,
        ...(contract === undefined ? [] : [recordKey(contract)]),
        // Devices count by their stage, cores and processors.
        ...(assignments ?? [])
          .filter(({ to }) => to.startsWith('asset:'))
          .map(({ to }) => recordKey(to)),
      );
      gives.push(pool, `${PRODUCT}${normalisedProduct(product)}`);
      break;
    }
    default: {
      const covered = stored.covers.flatMap(({ value }) =>
        value.map(({ ref }) => ref),
      );
      reads.push(
        partKey(record.ref),
        ...covered.flatMap(ref => [recordKey(ref), nodeKey(ref)]),
      );
      gives.push(
        ...covered.map(coverKey),
        ...(record.spec.partOf === undefined
          ? []
          : [partKey(record.spec.partOf)]),
      );
    }
  }
  return { reads: new Set(reads), gives: new Set(gives) };
}

/** The product key that a software record offers, by its title. */
export function softwareKey(title: string): string {
  return `${PRODUCT}${normalisedProduct(title)}`;
}

function recordKey(ref: string): string {
  return `ref:${ref}`;
}

function coverKey(ref: string): string {
  return `covers:${ref}`;
}

function partKey(ref: string): string {
  return `part-of:${ref}`;
}
