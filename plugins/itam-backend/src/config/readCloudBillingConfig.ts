import type { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CHARGE_CATEGORIES,
  type BillingCondition,
  type BillingRule,
} from '@backstage-itam/plugin-itam-common';
import { refuse } from './configValues';
import type { CloudBillingConfig } from './registerConfig';

const PARTIES = ['group', 'user'];
const SERVICES = ['component', 'system', 'resource', 'api', 'domain'];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ANY = ['*'];

/**
 * Reads `itam.cloudBilling`: whose the costs in billing files are. Undefined
 * when it is absent; no files are taken then.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readCloudBillingConfig(
  config: Config | undefined,
): CloudBillingConfig | undefined {
  const billing = config?.getOptionalConfig('cloudBilling');
  if (!billing) {
    return undefined;
  }
  const providers = new Map<string, { name: string; vendor?: string }>();
  for (const [index, one] of (
    billing.getOptionalConfigArray('providers') ?? []
  ).entries()) {
    const key = `cloudBilling.providers[${index}]`;
    const name = one.getString('name');
    const vendor = one.getOptionalString('vendor');
    if (vendor !== undefined && (!SLUG.test(vendor) || vendor.length > 63)) {
      refuse(`${key}.vendor`, 'the slug of a supplier such as aws');
    }
    for (const alias of [
      name,
      ...(one.getOptionalStringArray('aliases') ?? []),
    ]) {
      if (providers.has(alias)) {
        refuse(key, `each name once; found '${alias}' again`);
      }
      providers.set(alias, vendor === undefined ? { name } : { name, vendor });
    }
  }
  return {
    owner:
      refAt(billing, 'owner', 'cloudBilling', PARTIES, 'group') ??
      refuse('cloudBilling.owner', 'who is responsible where no rule says so'),
    providers,
    rules: (billing.getOptionalConfigArray('rules') ?? []).map((rule, index) =>
      ruleAt(rule, `cloudBilling.rules[${index}]`),
    ),
  };
}

function ruleAt(rule: Config, key: string): BillingRule {
  const service = serviceAt(rule, key);
  const owner = refAt(rule, 'owner', key, PARTIES, 'group');
  const costCenter = costCenterAt(rule, key);
  const contract = refAt(rule, 'contract', key, ['contract'], 'contract');
  if (![service, owner, costCenter, contract].some(one => one !== undefined)) {
    refuse(
      key,
      'one of service, serviceTag, owner, costCenter, costCenterTag, contract',
    );
  }
  return {
    when: conditionAt(rule.getOptionalConfig('when'), `${key}.when`),
    ...(service === undefined ? {} : { service }),
    ...(owner === undefined ? {} : { owner }),
    ...(costCenter === undefined ? {} : { costCenter }),
    ...(contract === undefined ? {} : { contract }),
  };
}

function conditionAt(when: Config | undefined, key: string): BillingCondition {
  const listAt = (name: string) => {
    const list = when?.getOptionalStringArray(name);
    return list?.length === 0
      ? refuse(`${key}.${name}`, 'at least one value, or leave it out')
      : list;
  };
  const chargeCategories = listAt('chargeCategories');
  for (const category of chargeCategories ?? []) {
    if (!CHARGE_CATEGORIES.some(known => known === category)) {
      refuse(
        `${key}.chargeCategories`,
        `some of ${CHARGE_CATEGORIES.join(', ')}`,
      );
    }
  }
  return {
    providers: listAt('providers'),
    billingAccounts: listAt('billingAccounts'),
    subAccounts: listAt('subAccounts'),
    serviceNames: listAt('serviceNames'),
    chargeCategories,
    commitmentDiscounts: listAt('commitmentDiscounts'),
    regions: listAt('regions'),
    resources: listAt('resources'),
    tags: when?.getOptionalConfigArray('tags')?.map(tag => ({
      key: tag.getString('key'),
      values: tag.getOptionalStringArray('values') ?? ANY,
    })),
  };
}

function serviceAt(rule: Config, key: string): BillingRule['service'] {
  const service = refAt(rule, 'service', key, SERVICES, 'component');
  const tag = rule.getOptionalConfig('serviceTag');
  if (!tag) {
    return service;
  }
  if (service !== undefined) {
    refuse(key, 'service or serviceTag, not both');
  }
  const kind = (tag.getOptionalString('kind') ?? 'component').toLowerCase();
  if (!SERVICES.includes(kind)) {
    refuse(`${key}.serviceTag.kind`, `one of ${SERVICES.join(', ')}`);
  }
  return {
    tag: tag.getString('tag'),
    kind,
    namespace: tag.getOptionalString('namespace') ?? 'default',
  };
}

function costCenterAt(rule: Config, key: string): BillingRule['costCenter'] {
  const costCenter = rule.getOptionalString('costCenter');
  const tag = rule.getOptionalString('costCenterTag');
  if (costCenter !== undefined && tag !== undefined) {
    refuse(key, 'costCenter or costCenterTag, not both');
  }
  return tag === undefined ? costCenter : { tag };
}

function refAt(
  config: Config,
  name: string,
  key: string,
  kinds: readonly string[],
  defaultKind: string,
): string | undefined {
  const text = config.getOptionalString(name);
  if (text === undefined) {
    return undefined;
  }
  const allowed = `a reference to one of ${kinds.join(', ')}`;
  try {
    const ref = parseEntityRef(text, {
      defaultKind,
      defaultNamespace: 'default',
    });
    return kinds.includes(ref.kind.toLowerCase())
      ? stringifyEntityRef(ref)
      : refuse(`${key}.${name}`, allowed);
  } catch {
    return refuse(`${key}.${name}`, allowed);
  }
}
