import {
  isLifecycleStage,
  namedRecordText,
  recordTextProblems,
  requirementsFor,
  type AssetSpec,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Draft } from '../draft/Draft';

/** What the rules may know besides the draft. */
export interface DraftContext {
  /** False when its money is hidden from the writer, who cannot lack it. */
  costVisible: boolean;
  /** Whether a contract covers the asset, which may stand for an order. */
  coveredByContract: boolean;
}

/**
 * Everything that is wrong with a draft: what the catalog would say about a
 * file, and the evidence its stage asks for, which the register wants.
 */
export function draftProblems(
  draft: Draft,
  context: DraftContext,
): ValidationProblem[] {
  const { text, problems } = namedRecordText(draft);
  const found = [...problems, ...recordTextProblems(text)];
  const named = new Set(found.map(({ path }) => path));
  return [
    ...found,
    ...evidenceProblems(draft, context).filter(({ path }) => !named.has(path)),
  ];
}

function evidenceProblems(
  { kind, spec }: Draft,
  { costVisible, coveredByContract }: DraftContext,
): ValidationProblem[] {
  const { stage, type } = spec;
  if (
    kind !== 'Asset' ||
    typeof stage !== 'string' ||
    !isLifecycleStage(stage) ||
    (type !== undefined && typeof type !== 'string')
  ) {
    return [];
  }
  // Read field by field: what has the wrong form has a problem of its own.
  const asset: AssetSpec = JSON.parse(
    JSON.stringify({ owner: 'x', type: 'x', ...spec }),
  );
  return requirementsFor(stage, asset, { coveredByContract }).filter(
    ({ path }) => costVisible || !path.startsWith('spec.financials'),
  );
}
