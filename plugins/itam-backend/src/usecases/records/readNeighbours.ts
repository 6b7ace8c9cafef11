import type {
  CostContext,
  CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  readContractsOver,
  readContractsUnder,
} from '../../stores/queries/contractsOver';
import { loadCostContext } from '../../stores/records/loadCostContext';
import type { CostNeighbours } from './costFindings';

/** Records that say something about the cost of another. */
export interface RecordNeighbours extends CostNeighbours {
  costContext: CostContext;
}

/**
 * The contracts whose cost falls to a record in part, those that are part of
 * it, and everything their costs are computed with.
 */
export async function readNeighbours(
  knex: Knex,
  ref: string,
): Promise<RecordNeighbours> {
  const [over, under] = await Promise.all([
    readContractsOver(knex, ref),
    readContractsUnder(knex, ref),
  ]);
  const costContext = await loadCostContext(knex, [ref, ...over, ...under]);
  const found = (refs: readonly string[]): CostRecord[] =>
    refs.flatMap(one => costContext.record(one) ?? []);
  return { contracts: found(over), children: found(under), costContext };
}
