import { createHash } from 'node:crypto';
import {
  ItamValidationError,
  mergeDeclared,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { CloudBillingConfig } from '../../config/registerConfig';
import { byCodeUnit } from '../../database/text';
import {
  insertCloudRecords,
  readCloudRecords,
  readRecordIds,
} from '../../stores/cloudBilling/cloudRecords';
import { appendHistoryEntries } from '../../stores/records/appendHistory';
import {
  insertRecordRows,
  type NewRecordRow,
} from '../../stores/records/insertRecordRows';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { inputProblem } from '../records/inputProblems';
import type { ChangeActor } from '../registration/changeRecords';
import { checkedRecord } from '../registration/recordEntity';
import { metadataOf } from '../registration/registeredRecord';
import type { Bill, BilledGroup } from './billingFile';

/** Names of entities have 63 characters at most. */
const NAME_LENGTH = 63;
const HASH_LENGTH = 10;
const LONGER_HASH = 24;
const TITLE_LENGTH = 200;
const SLUG_LENGTH = 20;

/** Records of a bill: their ids by group, and those that are new. */
export interface BilledRecords {
  ids: Map<string, number>;
  refs: Map<string, string>;
  created: Set<string>;
}

/**
 * Contracts that rules name and bills cannot be put on: those there are not,
 * and those with charges of their own, with which the money would be counted
 * twice.
 *
 * Throws ItamValidationError (400).
 */
export async function refuseContracts(
  knex: Knex,
  groups: readonly BilledGroup[],
): Promise<void> {
  const refs = [
    ...new Set(groups.flatMap(({ target }) => target.contract ?? [])),
  ];
  const stored = await readStoredRecords(knex, refs);
  const problems = refs.flatMap(ref => {
    const found = stored.get(ref);
    const path = 'itam.cloudBilling.rules, contract';
    if (!found || found.retiredAt !== null) {
      return [inputProblem(path, 'contract', 'a contract in force', ref)];
    }
    const charges = found.record.spec.financials?.charges ?? [];
    return charges.some(({ credit }) => !credit)
      ? [
          inputProblem(
            path,
            'contract-priced',
            'a contract without charges of its own, which would be counted with those of the file',
            ref,
          ),
        ]
      : [];
  });
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'the file', problems });
  }
}

/**
 * The record of each group of a bill: the contract a rule names, or a cloud
 * asset, registered with the first bill that needs it. Records that exist
 * stay as they are, but for retired ones, which are restored.
 */
export async function billedRecords(
  trx: Knex.Transaction,
  config: CloudBillingConfig,
  bill: Bill,
  groups: readonly BilledGroup[],
  by: ChangeActor,
): Promise<BilledRecords> {
  const contracts = groups.flatMap(({ target }) => target.contract ?? []);
  const ofContracts = await readRecordIds(trx, contracts);
  const assets = groups.filter(({ target }) => target.contract === null);
  const hashes = new Map(assets.map(({ key }) => [key, hashOf(key)]));
  const known = await readCloudRecords(trx, [...hashes.values()]);
  const missing = assets.filter(({ key }) => !known.has(hashOf(key)));
  const created = await register(trx, config, bill, missing, by);
  await restore(
    trx,
    [...known.values()].map(({ ref }) => ref),
    bill,
    by,
  );
  const all = await readCloudRecords(trx, [...hashes.values()]);
  const ids = new Map<string, number>();
  const refs = new Map<string, string>();
  for (const { key, target } of groups) {
    const id =
      target.contract === null
        ? all.get(hashOf(key))?.id
        : ofContracts.get(target.contract);
    const ref = target.contract ?? all.get(hashOf(key))?.ref;
    if (id === undefined || ref === undefined) {
      throw new Error('A part of a bill has no record');
    }
    ids.set(key, id);
    refs.set(key, ref);
  }
  return { ids, refs, created };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

async function register(
  trx: Knex.Transaction,
  config: CloudBillingConfig,
  bill: Bill,
  groups: readonly BilledGroup[],
  by: ChangeActor,
): Promise<Set<string>> {
  const taken = await readRecordIds(
    trx,
    groups.map(group => refOf(nameOf(bill, group, HASH_LENGTH))),
  );
  const rows = groups.map(group => {
    const name = nameOf(bill, group, HASH_LENGTH);
    return newAsset(
      config,
      bill,
      group,
      taken.has(refOf(name)) ? nameOf(bill, group, LONGER_HASH) : name,
      by.today,
    );
  });
  await insertRecordRows(trx, rows, by);
  await appendHistoryEntries(
    trx,
    rows.map(({ record }) => ({
      ref: record.ref,
      at: by.at,
      actor: by.actor,
      action: 'registered',
      changes: [],
      revision: null,
      reason: reasonOf(bill),
    })),
  );
  await insertCloudRecords(
    trx,
    groups.map(({ key }, index) => ({
      hash: hashOf(key),
      ref: rows[index].record.ref,
    })),
  );
  return new Set(rows.map(({ record }) => record.ref));
}

function refOf(name: string): string {
  return `asset:default/${name}`;
}

function reasonOf({ provider, billingAccount, billingPeriod }: Bill): string {
  return `Bill of ${provider}, account ${billingAccount}, ${billingPeriod.slice(
    0,
    7,
  )}`;
}

function newAsset(
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

function nameOf(bill: Bill, group: BilledGroup, hashLength: number): string {
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

async function restore(
  trx: Knex.Transaction,
  refs: readonly string[],
  bill: Bill,
  by: ChangeActor,
): Promise<void> {
  const stored = await readStoredRecords(trx, refs);
  const retired = [...stored.values()]
    .filter(one => one.origin === 'registered' && one.retiredAt !== null)
    .sort((a, b) => byCodeUnit(a.record.ref, b.record.ref));
  for (const one of retired) {
    await writeRegisteredRecord(trx, {
      record: { ...one.record, removedOn: null },
      metadata: metadataOf(one),
      stored: one,
      holder: { from: by.today, by: by.actor, at: by.at },
      asOf: by.at,
    });
  }
  await appendHistoryEntries(
    trx,
    retired.map(({ record }) => ({
      ref: record.ref,
      at: by.at,
      actor: by.actor,
      action: 'restored',
      changes: [],
      revision: null,
      reason: reasonOf(bill),
    })),
  );
}
