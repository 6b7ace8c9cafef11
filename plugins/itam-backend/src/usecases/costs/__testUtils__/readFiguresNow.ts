import type { Knex } from 'knex';
import { readFigureState } from '../../../stores/settings/readFigureState';
import type { CostFigures } from '../costFigures';
import type { CostQuestion } from '../readCostQuestion';
import { readFigures } from '../readFigures';

/** Figures as a request would read them now. */
export async function readFiguresNow(
  knex: Knex,
  questions: readonly CostQuestion[],
): Promise<CostFigures[]> {
  const { window } = await readFigureState(knex);
  return await readFigures(knex, questions, window);
}
