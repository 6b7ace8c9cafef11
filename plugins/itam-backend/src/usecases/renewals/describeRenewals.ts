import {
  daysBetween,
  formatAmount,
  renewalState,
  type CostRecord,
  type RenewalEntry,
} from '@backstage-itam/plugin-itam-common';
import type { RenewalRow } from '../../stores/queries/listRenewals';
import { readStoredRecords } from '../../stores/records/storedRecord';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { contractRenewal, licenseRenewal } from '../records/recordRenewal';
import { summariseRecords } from '../records/summariseRecords';
import { contractTermAmount, licenseTermAmount } from './termAmount';

/** A row with the state its dates give it today. */
export interface StatedRenewal {
  row: RenewalRow;
  record: CostRecord;
  state: RenewalEntry['state'];
}

/** Adds to rows where they stand in their term; states are no column. */
export async function withStates(
  deps: Pick<ReadDeps, 'knex'>,
  context: Pick<ReadContext, 'today'>,
  rows: readonly RenewalRow[],
): Promise<StatedRenewal[]> {
  const stored = await readStoredRecords(
    deps.knex,
    rows.map(row => row.ref),
  );
  return rows.flatMap(row => {
    const record = stored.get(row.ref)?.record;
    const state = record && renewalOf(record, context.today, false)?.state;
    return record && state ? [{ row, record, state }] : [];
  });
}

/**
 * Renewals as the caller may see them: amounts only with the cost permission
 * on the record.
 */
export async function describeRenewals(
  deps: ReadDeps,
  context: ReadContext,
  renewals: readonly StatedRenewal[],
): Promise<RenewalEntry[]> {
  const summaries = await summariseRecords(
    deps,
    context,
    renewals.map(({ row }) => row),
  );
  const contracts = await readStoredRecords(
    deps.knex,
    new Set(
      renewals.flatMap(({ row }) =>
        row.kind === 'License' ? row.contract_ref ?? [] : [],
      ),
    ),
  );
  return renewals.map(({ row, record, state }, index): RenewalEntry => {
    const summary = summaries[index];
    const priced = summary.monthlyCost !== undefined;
    const renewal = renewalOf(record, context.today, priced);
    return {
      record: summary,
      state,
      start: renewal?.start ?? row.ends_on,
      end: renewal?.end,
      dueOn: row.ends_on,
      dueKind: row.ends_kind,
      daysLeft: daysBetween(context.today, row.ends_on),
      renewalKind:
        record.kind === 'Contract'
          ? record.spec.renewal?.kind ?? 'none'
          : 'none',
      noticeGiven:
        record.kind === 'Contract'
          ? record.spec.renewal?.noticeGiven
          : undefined,
      ...(priced
        ? amountsOf(
            record,
            contracts.get(row.contract_ref ?? '')?.record,
            context.today,
          )
        : {}),
    };
  });
}

function renewalOf(record: CostRecord, today: string, priced: boolean) {
  switch (record.kind) {
    case 'Contract':
      return contractRenewal(record.spec, today, priced);
    case 'License':
      return licenseRenewal(record.spec, today);
    default:
      return undefined;
  }
}

function amountsOf(
  record: CostRecord,
  contract: CostRecord | undefined,
  today: string,
): Pick<RenewalEntry, 'currentAmount' | 'nextAmount' | 'estimated'> {
  if (record.kind === 'License') {
    return { currentAmount: licenseTermAmount(record.spec, contract) };
  }
  if (record.kind !== 'Contract') {
    return {};
  }
  const [next] = renewalState(record.spec, today, 1).nextTerms;
  // Several currencies are no one amount.
  const amount = next?.amounts.length === 1 ? next.amounts[0] : undefined;
  return {
    currentAmount: contractTermAmount(record.spec, today),
    ...(amount
      ? {
          nextAmount: {
            amount: formatAmount(amount.minor, amount.currency),
            currency: amount.currency,
          },
          estimated: next.estimated,
        }
      : {}),
  };
}
