import { ItamValidationError } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { CloudBillingConfig } from '../../config/registerConfig';
import { byCodeUnit } from '../../database/text';
import {
  insertCloudRecords,
  readCloudRecords,
  readRecordIds,
} from '../../stores/cloudBilling/cloudRecords';
import { appendHistoryEntries } from '../../stores/records/appendHistory';
import { insertRecordRows } from '../../stores/records/insertRecordRows';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { inputProblem } from '../records/inputProblems';
import type { ChangeActor } from '../registration/changeRecords';
import { metadataOf } from '../registration/registeredRecord';
import type { Bill, BilledGroup } from './billingFile';
import { cloudAssetName, hashOf, newCloudAsset } from './newCloudAsset';

const HASH_LENGTH = 10;
const LONGER_HASH = 24;

/** Records of a bill: their ids by group, and those that are new. */
export interface BilledRecords {
  ids: Map<string, number>;
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
  for (const { key, target } of groups) {
    const id =
      target.contract === null
        ? all.get(hashOf(key))?.id
        : ofContracts.get(target.contract);
    if (id === undefined) {
      throw new Error('A part of a bill has no record');
    }
    ids.set(key, id);
  }
  return { ids, created };
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
    groups.map(group => refOf(cloudAssetName(bill, group, HASH_LENGTH))),
  );
  const rows = groups.map(group => {
    const name = cloudAssetName(bill, group, HASH_LENGTH);
    return newCloudAsset(
      config,
      bill,
      group,
      taken.has(refOf(name)) ? cloudAssetName(bill, group, LONGER_HASH) : name,
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
