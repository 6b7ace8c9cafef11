import { InputError } from '@backstage/errors';
import {
  formatAmount,
  monthText,
  type CloudDeliveryPage,
  type RecordBills,
} from '@backstage-itam/plugin-itam-common';
import {
  readAmountsOf,
  type BilledOf,
} from '../../stores/cloudBilling/amounts';
import {
  listStoredDeliveries,
  readDelivery,
  type StoredDelivery,
} from '../../stores/cloudBilling/deliveries';
import { parseCostNode } from '../../stores/queries/costNode';
import { authoriseNodes } from '../costs/authoriseNodes';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { requireRecord } from '../records/requireRecord';
import { renderDelivery } from './renderBills';

/**
 * The bills in force, the newest first. Their sums are those of everything,
 * and left out for who may not see that.
 *
 * Throws InputError (400) for a cursor of another list.
 */
export async function listDeliveries(
  deps: ReadDeps,
  context: ReadContext,
  {
    billingAccount,
    cursor,
    limit,
  }: { billingAccount?: string; cursor?: string; limit: number },
): Promise<CloudDeliveryPage> {
  const secret = await readRegisterSecret(deps.knex);
  const list = ['cloud-deliveries', billingAccount ?? null];
  const rows = await listStoredDeliveries(deps.knex, {
    billingAccount,
    beforeId:
      cursor === undefined
        ? undefined
        : positionOf(readSignedCursor(list, cursor, secret)),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const costVisible = await mayReadAllCosts(deps, context);
  return {
    items: shown.map(one => renderDelivery(one, costVisible)),
    nextCursor:
      last && rows.length > limit
        ? writeSignedCursor(list, [last.id], secret)
        : undefined,
  };
}

/**
 * What bills say a record cost: by bill and month, the newest first. Amounts
 * are left out for who may not see the record's cost.
 *
 * Throws NotFoundError for a record that does not exist or may not be read.
 */
export async function readRecordBills(
  deps: ReadDeps,
  context: ReadContext,
  ref: string,
): Promise<RecordBills> {
  const { stored, costVisible } = await requireRecord(deps, context, ref);
  const amounts = await readAmountsOf(deps.knex, stored.id);
  const deliveries = new Map<number, StoredDelivery>();
  for (const id of new Set(amounts.map(({ deliveryId }) => deliveryId))) {
    const found = await readDelivery(deps.knex, id);
    if (found) {
      deliveries.set(id, found);
    }
  }
  const lines = new Map<string, BilledOf[]>();
  for (const one of amounts) {
    const key = `${one.month} ${one.deliveryId}`;
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return {
    items: [...lines.values()].flatMap(parts => {
      const delivery = deliveries.get(parts[0].deliveryId);
      return delivery ? [lineOf(parts, delivery, costVisible)] : [];
    }),
  };
}

function lineOf(
  parts: readonly BilledOf[],
  delivery: StoredDelivery,
  costVisible: boolean,
): RecordBills['items'][number] {
  const amountOf = (view: BilledOf['view']) => {
    const part = parts.find(one => one.view === view);
    return part === undefined || !costVisible
      ? undefined
      : {
          exact: part.exact,
          rounded: {
            amount: formatAmount(part.minor, part.currency),
            currency: part.currency,
          },
        };
  };
  return {
    month: monthText(parts[0].month),
    delivery: {
      id: delivery.id,
      provider: delivery.provider,
      billingAccount: delivery.billingAccount,
      billingPeriod: delivery.billingPeriod,
      fileName: delivery.fileName ?? undefined,
      deliveredAt: delivery.deliveredAt,
    },
    rows: Math.max(...parts.map(({ rows }) => rows)),
    billed: amountOf('invoiced'),
    effective: amountOf('accrued'),
  };
}

async function mayReadAllCosts(
  deps: ReadDeps,
  context: ReadContext,
): Promise<boolean> {
  const verdicts = await authoriseNodes(deps, context, [parseCostNode('all')]);
  return verdicts.get('all')?.allowed === true;
}

function positionOf([id]: unknown[]): number {
  if (typeof id !== 'number') {
    throw new InputError('The cursor does not belong to this list');
  }
  return id;
}
