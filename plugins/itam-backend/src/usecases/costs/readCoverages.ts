import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import {
  NO_RECORDS,
  type CoverageCount,
} from '../../stores/nodeCoverage/CoverageCounts';
import {
  coverageKeyText,
  readNodeCoverage,
} from '../../stores/nodeCoverage/nodeCoverage';
import { readRecordCoverage } from '../../stores/nodeCoverage/recordCoverage';
import { readCoverage } from '../../stores/queries/coverage';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { scopeOf, vectorKeyOf } from './costScope';
import type { CostQuestion } from './readCostQuestion';

/** Leaves connections of the pool to others. */
const QUESTIONS_AT_ONCE = 4;

/** What is in a figure and what is not, apart from missing rates. */
export type AnsweredCoverage = Omit<CostAnswer['coverage'], 'ratesMissing'>;

/** Reads the coverage of questions, in their order. */
export async function readCoverages(
  deps: ReadDeps,
  context: ReadContext,
  questions: readonly CostQuestion[],
): Promise<AnsweredCoverage[]> {
  const counts = await countsOf(deps.knex, questions);
  const coverages: AnsweredCoverage[] = [];
  for (const batch of batchesOf(questions, QUESTIONS_AT_ONCE)) {
    coverages.push(
      ...(await Promise.all(
        batch.map(question =>
          coverageOf(deps, context, question, counts.get(question)),
        ),
      )),
    );
  }
  return coverages;
}

/** The counts behind each question; none where no record stands behind it. */
async function countsOf(
  knex: Knex,
  questions: readonly CostQuestion[],
): Promise<Map<CostQuestion, CoverageCount>> {
  const keyOf = (question: CostQuestion) => {
    const { basis, key } = vectorKeyOf(question);
    return { basis, nodeKey: key };
  };
  const stored = await readNodeCoverage(
    knex,
    questions.filter(({ node }) => node.selects !== 'record').map(keyOf),
  );
  const counts = new Map<CostQuestion, CoverageCount>();
  for (const question of questions) {
    const count =
      question.node.selects === 'record'
        ? await readRecordCoverage(knex, question.node.key)
        : stored.get(coverageKeyText(keyOf(question)));
    if (count) {
      counts.set(question, count);
    }
  }
  return counts;
}

async function coverageOf(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
  counts: CoverageCount = NO_RECORDS,
): Promise<AnsweredCoverage> {
  const facts = await readCoverage(
    deps.knex,
    scopeOf(question),
    question,
    counts,
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
