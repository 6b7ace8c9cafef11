import { readRef } from '../entities/references/readRef';
import type { FocusCharge } from './focusCharge';

/** Stands for any value there is. */
const ANY = '*';
const MAX_COST_CENTER = 100;

/**
 * Which charges a rule is for: all that is named has to fit, of each list one
 * value. `*` is any value there is.
 * @public
 */
export interface BillingCondition {
  /** Names of providers. */
  providers?: readonly string[];
  /** Ids of billing accounts. */
  billingAccounts?: readonly string[];
  /** Ids of sub-accounts. */
  subAccounts?: readonly string[];
  /** Names of services, as the provider writes them. */
  serviceNames?: readonly string[];
  /** What charges are for. */
  chargeCategories?: readonly string[];
  /** Ids of commitments. */
  commitmentDiscounts?: readonly string[];
  /** Ids of regions. */
  regions?: readonly string[];
  /** Ids of resources. */
  resources?: readonly string[];
  /** Tags, each with the values it may have. */
  tags?: readonly { key: string; values: readonly string[] }[];
}

/**
 * What a rule says of the charges it is for. The first rule that names one
 * decides, for the service, the owner, the cost centre and the contract each.
 * @public
 */
export interface BillingRule {
  /** Which charges it is for; all when empty. */
  when: BillingCondition;
  /** The service that uses it: a ref, or the tag that names it. */
  service?: string | { tag: string; kind: string; namespace: string };
  /** The Group or User that is responsible. */
  owner?: string;
  /** The cost centre, or the tag that names it. */
  costCenter?: string | { tag: string };
  /** The contract the charges belong to, in place of a cloud asset. */
  contract?: string;
}

/**
 * Whose a charge is.
 * @public
 */
export interface BillingTarget {
  /** The service that uses it; null leaves it unallocated. */
  service: string | null;
  /** The Group or User that is responsible. */
  owner: string;
  /** The cost centre. */
  costCenter: string | null;
  /** The contract the charge belongs to; null for a cloud asset. */
  contract: string | null;
}

/**
 * Whose a charge is, by the rules.
 *
 * @param owner - Who is responsible where no rule says so
 * @public
 */
export function billingTargetOf(
  charge: FocusCharge,
  rules: readonly BillingRule[],
  owner: string,
): BillingTarget {
  let service: string | undefined;
  let owned: string | undefined;
  let costCenter: string | undefined;
  let contract: string | undefined;
  for (const rule of rules) {
    if (fits(charge, rule.when)) {
      service ??= serviceOf(charge, rule);
      owned ??= rule.owner;
      costCenter ??= costCenterOf(charge, rule);
      contract ??= rule.contract;
    }
  }
  return {
    service: service ?? null,
    owner: owned ?? owner,
    costCenter: costCenter ?? null,
    contract: contract ?? null,
  };
}

function fits(charge: FocusCharge, when: BillingCondition): boolean {
  return (
    isOne(charge.provider, when.providers) &&
    isOne(charge.billingAccount, when.billingAccounts) &&
    isOne(charge.subAccount, when.subAccounts) &&
    isOne(charge.serviceName, when.serviceNames) &&
    isOne(charge.category, when.chargeCategories) &&
    isOne(charge.commitmentDiscount, when.commitmentDiscounts) &&
    isOne(charge.region, when.regions) &&
    isOne(charge.resource, when.resources) &&
    (when.tags ?? []).every(({ key, values }) =>
      isOne(charge.tags.get(key) ?? null, values),
    )
  );
}

function isOne(
  value: string | null,
  allowed: readonly string[] | undefined,
): boolean {
  return (
    allowed === undefined ||
    (value !== null && allowed.some(one => one === value || one === ANY))
  );
}

/** A tag that can be the name of no entity names none. */
function serviceOf(
  { tags }: FocusCharge,
  { service }: BillingRule,
): string | undefined {
  if (service === undefined || typeof service === 'string') {
    return service;
  }
  const named = tags.get(service.tag)?.trim() ?? '';
  if (named === '' || /[:/]/.test(named)) {
    return undefined;
  }
  const read = readRef(
    `${service.kind}:${service.namespace}/${named}`,
    'service',
    service.namespace,
  );
  return read.ok ? read.ref : undefined;
}

function costCenterOf(
  { tags }: FocusCharge,
  { costCenter }: BillingRule,
): string | undefined {
  if (costCenter === undefined || typeof costCenter === 'string') {
    return costCenter;
  }
  const named = tags.get(costCenter.tag)?.trim() ?? '';
  return named === '' || named.length > MAX_COST_CENTER ? undefined : named;
}
