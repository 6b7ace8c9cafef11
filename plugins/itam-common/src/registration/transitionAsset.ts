import type { AssetSpec } from '../entities/types';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { isObject } from '../entities/validation/SpecField';
import {
  allowedTransitions,
  canTransition,
  defaultStatus,
  requirementsFor,
  type RequirementContext,
} from '../lifecycle';
import { addDays, isPlainDate, type PlainDate } from '../values';
import type { ChangeAnswer } from './changeAnswer';
import { checkedAsset, mergedOrProblems } from './changeSpec';
import { applyStepEffects } from './stepEffects';

/**
 * A step in the life of an asset.
 * @public
 */
export interface AssetTransition {
  /** The status to go to. */
  to: string;
  /** Why; some steps need it. */
  reason?: string;
  /** The day of the step. */
  date: PlainDate;
  /** The evidence: a JSON merge patch of the spec, without stage and status. */
  changes?: object;
}

/**
 * What is known beside the spec when an asset changes.
 * @public
 */
export interface AssetChangeContext extends RequirementContext {
  /** Full ref of the asset. */
  ref: string;
  /** Today in UTC; steps may be dated one day later, for time zones ahead. */
  asOf: PlainDate;
}

/**
 * A registered asset after a step of its life cycle.
 *
 * Merges the evidence, sets stage and status, and writes what follows from
 * the step: the first day in service when the asset is first used or lent;
 * date, reason and (for sold and donated) method of the disposal, the date
 * being that of the latest such step, as an asset is depreciated until it
 * leaves. An asset that goes into the store or leaves has no holder any more. Taking
 * a disposal back removes what was only true because of it: method, erasure
 * evidence and proceeds.
 *
 * Refused, with all problems in one list, when the life cycle has no such
 * step (`to`), a reason is needed (`reason`), evidence of the new stage is
 * missing, or the asset would break a rule of its kind.
 * @public
 */
export function transitionAsset(
  spec: AssetSpec,
  transition: AssetTransition,
  context: AssetChangeContext,
): ChangeAnswer<{ spec: AssetSpec }> {
  const { to, date, changes = {} } = transition;
  const from = spec.status ?? defaultStatus(spec.stage);
  const reason = transition.reason?.trim();
  const verdict = canTransition({ from, to, ...(reason ? { reason } : {}) });
  const problems = [
    ...stepDateProblems(date, context.asOf),
    ...changeProblems(changes),
  ];
  if (verdict === 'not-allowed') {
    return {
      ok: false,
      problems: [notAllowed(spec, from, to), ...problems],
    };
  }
  if (verdict === 'reason-missing') {
    problems.unshift(
      problem({
        path: 'reason',
        rule: 'reason-missing',
        found: 'nothing',
        allowed: `the reason to go from ${from} to ${to}`,
      }),
    );
  }
  const merge = mergedOrProblems(spec, changes);
  if (!merge.ok) {
    return { ok: false, problems: [...problems, ...merge.problems] };
  }
  const { merged } = merge;
  applyStepEffects(merged, {
    from,
    to,
    date,
    changes,
    ...(reason ? { reason } : {}),
  });
  const checked = checkedAsset(context.ref, merged);
  if (!checked.ok) {
    return { ok: false, problems: [...problems, ...checked.problems] };
  }
  problems.push(
    ...methodProblems(checked.spec),
    ...missingEvidence(checked.spec, context).filter(
      // Asked for once: as the reason of the step.
      one =>
        verdict !== 'reason-missing' || one.path !== 'spec.disposal.reason',
    ),
  );
  return problems.length === 0 ? checked : { ok: false, problems };
}

/** The evidence missing for the stage a spec is in. */
export function missingEvidence(
  spec: AssetSpec,
  context: RequirementContext,
): ValidationProblem[] {
  return requirementsFor(spec.stage, spec, context);
}

/** A day that does not exist, or that nobody can have reached yet. */
export function stepDateProblems(
  date: string,
  asOf: PlainDate,
): ValidationProblem[] {
  if (!isPlainDate(date)) {
    return [
      problemWithValue({
        path: 'date',
        rule: 'date',
        value: date,
        allowed: 'a date that exists, written YYYY-MM-DD',
      }),
    ];
  }
  return date > addDays(asOf, 1)
    ? [
        problemWithValue({
          path: 'date',
          rule: 'future-date',
          value: date,
          allowed: `${asOf} or earlier, as the step takes effect at once`,
        }),
      ]
    : [];
}

function notAllowed(
  spec: AssetSpec,
  from: string,
  to: string,
): ValidationProblem {
  const next = allowedTransitions(spec.stage, from).map(step => step.to);
  return problemWithValue({
    path: 'to',
    rule: 'not-allowed',
    value: to,
    allowed:
      next.length === 0
        ? `no step, as ${from} is no status of the stage ${spec.stage}`
        : `from ${from} one of ${next.join(', ')}`,
  });
}

/** Stage and status follow from the step; two sources could contradict. */
export function changeProblems(changes: object): ValidationProblem[] {
  return isObject(changes)
    ? ['stage', 'status']
        .filter(field => Object.hasOwn(changes, field))
        .map(field =>
          problem({
            path: `changes.${field}`,
            rule: 'set-by-step',
            found: `the field ${field}`,
            allowed: 'evidence only; stage and status follow from the step',
          }),
        )
    : [
        problemWithValue({
          path: 'changes',
          rule: 'type',
          value: changes,
          allowed: 'an object with the fields to change',
        }),
      ];
}

const METHODS_OF_STATUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['sold', ['sold']],
  ['donated', ['donated']],
  ['disposed', ['disposed', 'recycled', 'returned', 'lost']],
]);

function methodProblems(spec: AssetSpec): ValidationProblem[] {
  const methods = METHODS_OF_STATUS.get(spec.status ?? '');
  const method = spec.disposal?.method;
  return methods === undefined ||
    method === undefined ||
    methods.includes(method)
    ? []
    : [
        problemWithValue({
          path: 'spec.disposal.method',
          rule: 'disposal-method',
          value: method,
          allowed: `${methods.join(', ')} with the status ${spec.status}`,
        }),
      ];
}
