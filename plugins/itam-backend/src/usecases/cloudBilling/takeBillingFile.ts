import { setImmediate } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import {
  exactDecimalText,
  type CloudBillingAnswer,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import type { CloudBillingConfig } from '../../config/registerConfig';
import { batchesOf } from '../../database/batches';
import { withExclusiveLock } from '../../database/locks';
import { insertAmounts } from '../../stores/cloudBilling/amounts';
import { readRecordRefs } from '../../stores/cloudBilling/cloudRecords';
import {
  endDelivery,
  insertDelivery,
  readDeliveriesOf,
  type StoredDelivery,
} from '../../stores/cloudBilling/deliveries';
import { addPending } from '../../stores/policies/pendingEvaluations';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { recomputeAffected } from '../costs/recomputeAffected';
import type { ChangeActor } from '../registration/changeRecords';
import { billedRecords, refuseContracts } from './billedRecords';
import type { Bill } from './billingFile';
import { prepareBill, type PreparedBill } from './prepareBill';
import type { BillingFile } from './readBillingFile';
import { renderAnswer, type BillState } from './renderBills';

/** Records whose costs are computed at a time. */
const RECORDS_AT_A_TIME = 200;

/** What files are taken with. */
export interface BillingDeps {
  knex: Knex;
  config: Pick<RegisterConfig, 'depreciation'>;
}

/** A bill with what it does to the register. */
interface Settled extends PreparedBill {
  bill: Bill;
  /** The one in force that it takes the place of. */
  previous: StoredDelivery | undefined;
  state: BillState;
}

/**
 * Takes the bills of a file: each takes the place of the one delivered before
 * for the same provider, account and period, all of them in one transaction
 * with the records, their costs and all roll-ups. A bill that says the same as
 * the one in force changes nothing.
 *
 * Throws ItamValidationError (400) for contracts that bills cannot be put on,
 * and ConflictError (409) for an account and period that was delivered under
 * the name of another provider.
 */
export async function takeBillingFile(
  deps: BillingDeps,
  billing: CloudBillingConfig,
  file: BillingFile,
  fileName: string | null,
  by: ChangeActor,
): Promise<CloudBillingAnswer> {
  const prepared = prepareAll(file, fileName);
  return await withExclusiveLock(deps.knex, async trx => {
    const settled = await settle(trx, prepared);
    const touched = new Set<number>();
    const created = new Set<string>();
    const ids = new Map<string, number>();
    for (const one of settled) {
      if (one.state !== 'unchanged') {
        const { bill, groups, delivery, previous } = one;
        (previous ? await endDelivery(trx, previous.id, by.at) : []).forEach(
          id => touched.add(id),
        );
        const records = await billedRecords(trx, billing, bill, groups, by);
        records.created.forEach(ref => created.add(ref));
        records.ids.forEach(id => touched.add(id));
        const deliveryId = await insertDelivery(trx, delivery, by);
        ids.set(scopeText(bill), deliveryId);
        await insertAmounts(trx, deliveryId, amountsByRecord(one, records.ids));
        await setImmediate();
      }
    }
    await recomputeBilled(trx, deps.config, [...touched], by.at, created);
    return renderAnswer(
      settled.map(one => ({
        ...one,
        id: ids.get(scopeText(one.bill)) ?? one.previous?.id,
      })),
      { rows: file.rows, dryRun: false, by },
    );
  });
}

/**
 * What taking a file would do. Throws as {@link takeBillingFile}.
 */
export async function checkBillingFile(
  deps: Pick<BillingDeps, 'knex'>,
  file: BillingFile,
  fileName: string | null,
  by: ChangeActor,
): Promise<CloudBillingAnswer> {
  const settled = await settle(deps.knex, prepareAll(file, fileName));
  return renderAnswer(settled, { rows: file.rows, dryRun: true, by });
}

/**
 * Takes a bill back: what it said counts no more. The records stay.
 *
 * @returns false when no such bill is in force
 */
export async function takeBillBack(
  deps: BillingDeps,
  id: number,
  by: { at: Date },
): Promise<boolean> {
  return await withExclusiveLock(deps.knex, async trx => {
    const row: unknown = await trx('cloud_deliveries')
      .where({ id })
      .whereNull('ended_at')
      .first('id');
    if (row === undefined) {
      return false;
    }
    const touched = await endDelivery(trx, id, by.at);
    await recomputeBilled(trx, deps.config, touched, by.at, new Set());
    return true;
  });
}

function prepareAll(
  { bills }: BillingFile,
  fileName: string | null,
): (PreparedBill & { bill: Bill })[] {
  return bills.map(bill => ({ ...prepareBill(bill, fileName), bill }));
}

async function settle(
  knex: Knex,
  prepared: readonly (PreparedBill & { bill: Bill })[],
): Promise<Settled[]> {
  await refuseContracts(
    knex,
    prepared.flatMap(({ groups }) => groups),
  );
  const inFile = new Set(prepared.map(({ bill }) => scopeText(bill)));
  const settled: Settled[] = [];
  for (const one of prepared) {
    const { bill, delivery } = one;
    const inForce = await readDeliveriesOf(knex, bill);
    const other = inForce.find(found => !inFile.has(scopeText(found)));
    if (other) {
      throw new ConflictError(
        `Account ${bill.billingAccount}, period ${bill.billingPeriod}, was delivered for provider '${other.provider}', which the file does not have: it has '${bill.provider}'. If they are the same, say so in itam.cloudBilling.providers; else take the earlier delivery back first (${other.id})`,
      );
    }
    const previous = inForce.find(
      found => scopeText(found) === scopeText(bill),
    );
    settled.push({ ...one, previous, state: stateOf(previous, delivery) });
  }
  return settled;
}

function stateOf(
  previous: StoredDelivery | undefined,
  { digest }: { digest: string },
): BillState {
  if (!previous) {
    return 'new';
  }
  return previous.digest === digest ? 'unchanged' : 'replaces';
}

function scopeText({
  provider,
  billingAccount,
  billingPeriod,
}: Pick<Bill, 'provider' | 'billingAccount' | 'billingPeriod'>): string {
  return JSON.stringify([provider, billingAccount, billingPeriod]);
}

/** Several groups may be of one record only when they have one key. */
function amountsByRecord(
  { amounts, bill }: Settled,
  ids: ReadonlyMap<string, number>,
) {
  return amounts.map(({ key, exact, ...one }) => {
    const recordId = ids.get(key);
    if (recordId === undefined) {
      throw new Error('A part of a bill has no record');
    }
    return {
      ...one,
      recordId,
      currency: bill.currency,
      exact: exactDecimalText(exact),
    };
  });
}

async function recomputeBilled(
  trx: Knex.Transaction,
  config: BillingDeps['config'],
  recordIds: readonly number[],
  at: Date,
  created: ReadonlySet<string>,
): Promise<void> {
  const refs = await readRecordRefs(trx, recordIds);
  await addPending(
    trx,
    refs.map(ref => ({ kind: 'reader', ref })),
  );
  const affected = await recordsAffectedBy(trx, refs);
  for (const batch of batchesOf([...affected].sort(), RECORDS_AT_A_TIME)) {
    await recomputeAffected(trx, config, batch, at, { created });
    await setImmediate();
  }
}
