import type { ImportDetail } from '@backstage-itam/plugin-itam-common';
import { missingFields } from './columns/missingFields';

/** State of an import. */
export type ImportStateName = ImportDetail['state'];

const WORKING: readonly ImportStateName[] = [
  'receiving',
  'checking',
  'committing',
  'taking-back',
  'undoing',
];

/** Whether the register works on it. */
export function isWorking({ state }: Pick<ImportDetail, 'state'>): boolean {
  return WORKING.includes(state);
}

/** Whether its columns and rows may still change. */
export function isOpen({ state }: Pick<ImportDetail, 'state'>): boolean {
  return state === 'checked';
}

/** Whether the register takes it away when asked. */
export function isForgettable({ state }: Pick<ImportDetail, 'state'>): boolean {
  return state === 'checking' || !WORKING.includes(state);
}

/** Parts of the page of an import, in their order. */
export const STEPS = ['columns', 'check', 'import'] as const;

/** A part of the page of an import. */
export type Step = (typeof STEPS)[number];

/**
 * The part to begin with: what is done with the import now, and its columns
 * first when records cannot do without one that was not found.
 */
export function firstStep(detail: ImportDetail): Step {
  switch (detail.state) {
    case 'receiving':
    case 'checking':
    case 'checked':
      return missingFields(detail).length > 0 ? 'columns' : 'check';
    case 'failed':
      return 'check';
    default:
      return 'import';
  }
}

/** Whether a step needs nothing more of its uploader. */
export function isStepDone(detail: ImportDetail, step: Step): boolean {
  const { state, outcomes } = detail;
  const written = state === 'committed' || state === 'undone';
  switch (step) {
    case 'columns':
      return written || missingFields(detail).length === 0;
    case 'check':
      return written || (state === 'checked' && outcomes.error === 0);
    default:
      return written;
  }
}
