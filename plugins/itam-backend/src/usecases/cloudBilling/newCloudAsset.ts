import { createHash } from 'node:crypto';
import {
  mergeDeclared,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import type { CloudBillingConfig } from '../../config/registerConfig';
import type { NewRecordRow } from '../../stores/records/insertRecordRows';
import { checkedRecord } from '../registration/recordEntity';
import type { Bill, BilledGroup } from './billingFile';

/** Names of entities have 63 characters at most. */
const NAME_LENGTH = 63;
const TITLE_LENGTH = 200;
const SLUG_LENGTH = 20;

/** What tells a part of the bills from all others, in few characters. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * A cloud asset for a part of a bill, under a name: in use, and whose the rules
 * say it is.
 */
export function newCloudAsset(
  config: CloudBillingConfig,
  bill: Bill,
  { serviceName, subAccount, subAccountName, target }: BilledGroup,
  name: string,
  today: string,
): NewRecordRow {
  const account =
    subAccountName ??
    subAccount ??
    bill.billingAccountName ??
    bill.billingAccount;
  const { service, owner, costCenter } = target;
  const spec: JsonObject = {
    class: 'cloud',
    type: 'cloud-service',
    stage: 'maintenance',
    status: 'in-use',
    inService: bill.billingPeriod,
    owner,
    vendor: vendorOf(config, bill.provider),
    model: serviceName,
    ...(service === null ? {} : { services: [{ ref: service }] }),
    ...(costCenter === null ? {} : { financials: { costCenter } }),
  };
  const { parsed, metadata } = checkedRecord({
    kind: 'Asset',
    namespace: 'default',
    name,
    title: cut(`${serviceName} · ${account}`, TITLE_LENGTH),
    spec,
  });
  return {
    record: mergeDeclared(
      undefined,
      parsed.ref,
      parsed.kind,
      parsed.spec,
      today,
    ),
    metadata,
  };
}

function vendorOf(config: CloudBillingConfig, provider: string): string {
  const named = [...config.providers.values()].find(
    ({ name }) => name === provider,
  );
  return named?.vendor ?? (slugOf(normalisedSupplier(provider), 63) || 'cloud');
}

/**
 * A name that tells people what it is, and ends in a hash that makes it one of
 * its own.
 */
export function cloudAssetName(
  bill: Bill,
  group: BilledGroup,
  hashLength: number,
): string {
  const parts = [
    slugOf(bill.provider, SLUG_LENGTH),
    slugOf(group.subAccount ?? bill.billingAccount, SLUG_LENGTH),
    slugOf(group.serviceName, NAME_LENGTH),
  ].filter(part => part !== '');
  const start = parts
    .join('-')
    .slice(0, NAME_LENGTH - hashLength - 1)
    .replace(/-+$/, '');
  return [start, hashOf(group.key).slice(0, hashLength)]
    .filter(part => part !== '')
    .join('-');
}

function slugOf(text: string, longest: number): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
