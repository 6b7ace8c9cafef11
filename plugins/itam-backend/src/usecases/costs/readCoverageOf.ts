import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { readCoverage } from '../../stores/queries/coverage';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { scopeOf } from './costScope';
import type { CostQuestion } from './readCostQuestion';

/** What is in a figure and what is not, apart from missing rates. */
export async function readCoverageOf(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
): Promise<Omit<CostAnswer['coverage'], 'ratesMissing'>> {
  const facts = await readCoverage(
    deps.knex,
    scopeOf(question),
    question,
    context.access,
    context.today,
  );
  const hidden = facts.records - facts.priced - facts.readableWithoutPriceCount;
  return {
    records: facts.records,
    priced: facts.priced,
    withoutPrice: facts.readableWithoutPrice.map(({ ref, title }) => ({
      ref,
      title,
      resolved: true,
    })),
    hiddenWithoutPrice: hidden > 0 ? hidden : undefined,
    countedInContract:
      facts.countedInContract > 0 ? facts.countedInContract : undefined,
    unresolvedRefs: facts.unresolvedRefs,
    notes: notesOf(question, facts.notInUseYet),
  };
}

function notesOf(
  { node }: CostQuestion,
  notInUseYet: number,
): CostAnswer['coverage']['notes'] {
  const notes: CostAnswer['coverage']['notes'] = ['organisation-as-of-now'];
  if (node.selects === 'service' || node.selects === 'assembly') {
    notes.push('depends-on-not-included');
  }
  if (node.selects === 'service') {
    notes.push('parents-not-pushed-down');
  }
  if (notInUseYet > 0) {
    notes.push('planning-not-included');
  }
  return notes;
}
