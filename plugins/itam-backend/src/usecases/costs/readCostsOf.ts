import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ReadContext, ReadDeps } from '../records/readContext';
import type { CostQuestionText } from './readCostQuestion';
import { readCosts } from './readCosts';

/**
 * The costs of one node over a range of months.
 *
 * Throws NotFoundError or NotAllowedError where there is no answer, and
 * InputError when the node or the range makes no sense.
 */
export async function readCostsOf(
  deps: ReadDeps,
  context: ReadContext,
  of: string,
  question: CostQuestionText,
): Promise<CostAnswer> {
  const [item] = await readCosts(deps, context, [of], question);
  if (item.error === 'not-found') {
    throw new NotFoundError(`Nothing is known as ${of}`);
  }
  if (!item.costs) {
    throw new NotAllowedError(`You may not see the costs of ${of}`);
  }
  return item.costs;
}
