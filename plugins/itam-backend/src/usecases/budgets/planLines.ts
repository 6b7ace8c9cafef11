import type { ComparedLine } from '@backstage-itam/plugin-itam-common';
import {
  addQuantities,
  readComparedLines,
  type ComparisonClock,
} from '../comparison/readComparedLines';
import type { NodeQuestion } from '../costs/readCostQuestion';
import { ALL_CERTAINTIES } from '../forecast/forecastFigures';
import type { ReadDeps } from '../records/readContext';

/** What each record is forecast to cost a node, to explain a budget by. */
export async function readPlanLines(
  deps: Pick<ReadDeps, 'knex' | 'config'>,
  question: NodeQuestion,
  clock: ComparisonClock,
): Promise<ComparedLine[]> {
  const { lines } = await readComparedLines(
    deps.knex,
    question,
    ALL_CERTAINTIES,
    clock,
  );
  await addQuantities(deps, lines, question, clock);
  return lines;
}
