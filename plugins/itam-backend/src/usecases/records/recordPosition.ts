import type {
  CostRecord,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { countPools } from '../licenses/countPools';
import { readPool } from '../licenses/readPool';
import { amountJson } from '../licenses/renderPool';
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
    id: number;
    title: string;
    retiredAt: string | null;
    record: CostRecord;
    costVisible: boolean;
    seats: Position['seats'];
  },
): Promise<RecordDetail['position']> {
  const { id, title, retiredAt, record } = options;
  if (record.kind !== 'License') {
    return undefined;
  }
  const { knex, config } = deps;
  const licenses = await readPool(
    deps,
    context,
    { id, title, retiredAt, ref: record.ref, spec: record.spec },
    context.today,
  );
  const [pool] = await countPools(knex, licenses, {
    asOf: context.today,
    reclaimAfterDays: config.licences.reclaimAfterDays,
  });
  const priced =
    options.costVisible &&
    (
      await recordsWithVisibleCost(
        knex,
        context,
        pool.licenses.map(one => one.ref),
      )
    ).size === pool.licenses.length;
  const { position } = pool;
  return {
    metric: position.metric,
    applicable: position.applicable,
    entitled: position.entitled ?? undefined,
    consumed: position.consumed ?? undefined,
    found: position.found ?? undefined,
    balance: position.balance ?? undefined,
    unitPricePerMonth: priced
      ? amountJson(position.unitPricePerMonth)
      : undefined,
    trueUp: priced ? amountJson(position.trueUp) : undefined,
    seats: options.seats,
  };
}
