import {
  formatAmount,
  licensePosition,
  type AmountJson,
  type CostRecord,
  type DeviceFacts,
  type LicenseSpec,
  type PositionAmount,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readPoolRefs } from '../../stores/queries/licensePool';
import { readStoredRecords } from '../../stores/records/storedRecord';
import type { ReadContext, ReadDeps } from './readContext';
import { recordsWithVisibleCost } from './visibleCosts';

type Position = NonNullable<RecordDetail['position']>;

/**
 * How the pool of a licence stands: all licences of its product and metric
 * that the caller may read. Amounts need the cost permission on each of them.
 */
export async function readRecordPosition(
  deps: ReadDeps,
  context: ReadContext,
  options: {
    record: CostRecord;
    costVisible: boolean;
    seats: Position['seats'];
  },
): Promise<RecordDetail['position']> {
  const { record } = options;
  if (record.kind !== 'License') {
    return undefined;
  }
  const { knex } = deps;
  const { metric, product } = record.spec;
  const stored = await readStoredRecords(
    knex,
    await readPoolRefs(knex, product, context.access, context.today),
  );
  const pool = [...stored.values()].flatMap(one =>
    one.record.kind === 'License' && one.record.spec.metric === metric
      ? [{ ref: one.record.ref, spec: one.record.spec }]
      : [],
  );
  // A retired licence is in no pool; its own figures are still its own.
  const licenses = pool.length > 0 ? pool.map(one => one.spec) : [record.spec];
  const position = licensePosition(
    licenses,
    { device: await deviceFacts(knex, licenses) },
    context.today,
  );
  const priced =
    options.costVisible &&
    (
      await recordsWithVisibleCost(
        knex,
        context,
        pool.map(one => one.ref),
      )
    ).size === pool.length;
  return {
    metric,
    applicable: position.applicable,
    entitled: position.entitled ?? undefined,
    consumed: position.consumed ?? undefined,
    balance: position.position ?? undefined,
    unitPricePerMonth: priced
      ? amountOf(position.unitPricePerMonth)
      : undefined,
    trueUp: priced ? amountOf(position.trueUp) : undefined,
    seats: options.seats,
  };
}

function amountOf(amount: PositionAmount | null): AmountJson | undefined {
  return amount === null
    ? undefined
    : {
        amount: formatAmount(amount.minor, amount.currency),
        currency: amount.currency,
      };
}

async function deviceFacts(
  knex: Knex,
  licenses: readonly LicenseSpec[],
): Promise<(ref: string) => DeviceFacts | undefined> {
  const assets = await readStoredRecords(
    knex,
    new Set(
      licenses
        .flatMap(license => license.assignments ?? [])
        .map(({ to }) => to)
        .filter(to => to.startsWith('asset:')),
    ),
  );
  return ref => {
    const record = assets.get(ref)?.record;
    return record?.kind === 'Asset'
      ? {
          decommissioned:
            record.spec.stage === 'decommission' || record.removedOn !== null,
          cores: record.spec.cores,
          processors: record.spec.processors,
        }
      : undefined;
  };
}
