import type { JsonObject } from '@backstage/types';
import { isObject } from '../entities/validation/SpecField';
import { stageOfStatus, TERMINAL_STATUSES } from '../lifecycle';
import type { PlainDate } from '../values';
import { jsonObjectCopy } from './jsonCopy';

/** What a step knows beside the spec. */
export interface StepFacts {
  /** The status before. */
  from: string;
  /** The status after. */
  to: string;
  /** Why the step is taken. */
  reason?: string;
  /** The day of the step. */
  date: PlainDate;
  /** What the caller changes along with the step. */
  changes: object;
}

const METHOD_OF_STATUS: ReadonlyMap<string, string> = new Map([
  ['sold', 'sold'],
  ['donated', 'donated'],
]);

/**
 * Writes into a spec what follows from a step: stage and status; the first day
 * in service; date, reason and method of the disposal. What the caller states
 * is kept.
 */
export function applyStepEffects(spec: JsonObject, step: StepFacts): void {
  const { to, date } = step;
  spec.stage = stageOfStatus(to) ?? '';
  spec.status = to;
  if ((to === 'in-use' || to === 'on-loan') && spec.inService === undefined) {
    spec.inService = date;
  }
  if (leavesHolder(to) && !states(step.changes, 'assignee')) {
    delete spec.assignee;
  }
  if (stageOfStatus(to) === 'decommission') {
    writeDisposal(spec, step);
  } else if (
    stageOfStatus(step.from) === 'decommission' &&
    !states(step.changes, 'disposal')
  ) {
    delete spec.disposal;
  }
  if (isTakenBack(step)) {
    withoutProceeds(spec);
  }
}

/** Nobody holds what is in the store or has left. */
function leavesHolder(to: string): boolean {
  return to === 'in-stock' || TERMINAL_STATUSES.some(one => one === to);
}

function writeDisposal(spec: JsonObject, step: StepFacts): void {
  const disposal = isObject(spec.disposal) ? jsonObjectCopy(spec.disposal) : {};
  const stated = own(step.changes, 'disposal');
  if (isTakenBack(step)) {
    // The asset did not leave after all; that it is out of use remains.
    delete disposal.method;
    delete disposal.erasureEvidence;
  } else {
    if (own(stated, 'date') === undefined) {
      disposal.date = step.date;
    }
    const method = METHOD_OF_STATUS.get(step.to);
    if (method !== undefined && own(stated, 'method') === undefined) {
      disposal.method = method;
    }
  }
  if (step.reason?.trim() && own(stated, 'reason') === undefined) {
    disposal.reason = step.reason.trim();
  }
  spec.disposal = disposal;
}

function isTakenBack({ from, to }: StepFacts): boolean {
  return (
    TERMINAL_STATUSES.some(one => one === from) &&
    !TERMINAL_STATUSES.some(one => one === to)
  );
}

function withoutProceeds(spec: JsonObject): void {
  if (isObject(spec.financials)) {
    const { proceeds: _, ...financials } = jsonObjectCopy(spec.financials);
    spec.financials = financials;
  }
}

function states(changes: object, field: string): boolean {
  return own(changes, field) !== undefined;
}

function own(value: unknown, field: string): unknown {
  return isObject(value) && Object.hasOwn(value, field)
    ? value[field]
    : undefined;
}
