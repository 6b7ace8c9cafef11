import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { readRef } from '../entities/references/readRef';
import type { AssetSpec } from '../entities/types';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { defaultStatus } from '../lifecycle';
import { isPlainDate, type PlainDate } from '../values';
import type { ChangeAnswer } from './changeAnswer';
import { checkedAsset, mergedOrProblems } from './changeSpec';
import {
  type AssetChangeContext,
  changeProblems,
  missingEvidence,
  stepDateProblems,
  transitionAsset,
} from './transitionAsset';

/**
 * Gives an asset to somebody.
 * @public
 */
export interface AssetAssignment {
  /** The User or Group that gets it. */
  to: string;
  /** First day with the new holder. */
  date: PlainDate;
  /** Last day of a loan; without it the asset is in use rather than lent. */
  dueBack?: PlainDate;
  /** Why; needed where the step has to be explained. */
  reason?: string;
  /** Further changes: a JSON merge patch of the spec. */
  changes?: object;
}

/**
 * Who holds an asset, from when, and until when it is lent.
 * @public
 */
export interface AssetHolding {
  /** Full ref of the holder. */
  to: string;
  /** First day, inclusive. */
  from: PlainDate;
  /** Last day of a loan. */
  dueBack?: PlainDate;
}

/**
 * A registered asset in the hands of somebody: in use, or on loan where it is
 * due back.
 *
 * Takes the step of the life cycle that leads there, with everything
 * {@link transitionAsset} asks for; an asset that is there already only
 * changes hands. The holding is what a register keeps as a dated assignment,
 * `previousHolder` whom it ends for. Refused for records that stand for
 * several pieces, which are checked out by number.
 * @public
 */
export function assignAsset(
  spec: AssetSpec,
  assignment: AssetAssignment,
  context: AssetChangeContext,
): ChangeAnswer<{
  spec: AssetSpec;
  holding: AssetHolding;
  previousHolder: string | undefined;
}> {
  const { to, date, dueBack, reason, changes = {} } = assignment;
  const holder = readHolder(to, context.ref);
  const problems = [
    ...(holder.ok ? [] : [holder.problem]),
    ...pieceProblems(spec),
    ...dueBackProblems(date, dueBack),
  ];
  const status = dueBack === undefined ? 'in-use' : 'on-loan';
  const withHolder = { ...changes, assignee: holder.ok ? holder.ref : to };
  const changed = moveTo(
    spec,
    { status, date, ...(reason ? { reason } : {}), changes: withHolder },
    context,
  );
  if (!changed.ok || !holder.ok || problems.length > 0) {
    const further = changed.ok
      ? []
      : changed.problems.filter(one => one.path !== 'spec.assignee');
    return { ok: false, problems: [...problems, ...further] };
  }
  return {
    ok: true,
    spec: changed.spec,
    holding: {
      to: holder.ref,
      from: date,
      ...(dueBack === undefined ? {} : { dueBack }),
    },
    previousHolder: previousHolder(spec, context.ref, holder.ref),
  };
}

/** Takes the step to a status; only changes the spec where it is there. */
export function moveTo(
  spec: AssetSpec,
  move: { status: string; date: PlainDate; reason?: string; changes: object },
  context: AssetChangeContext,
): ChangeAnswer<{ spec: AssetSpec }> {
  const { status, date, reason, changes } = move;
  if ((spec.status ?? defaultStatus(spec.stage)) !== status) {
    return transitionAsset(
      spec,
      { to: status, date, changes, ...(reason ? { reason } : {}) },
      context,
    );
  }
  const problems = [
    ...stepDateProblems(date, context.asOf),
    ...changeProblems(changes),
  ];
  const merge = mergedOrProblems(spec, changes);
  if (!merge.ok) {
    return { ok: false, problems: [...problems, ...merge.problems] };
  }
  const { merged } = merge;
  merged.stage = spec.stage;
  merged.status = status;
  const checked = checkedAsset(context.ref, merged);
  if (!checked.ok) {
    return { ok: false, problems: [...problems, ...checked.problems] };
  }
  problems.push(...missingEvidence(checked.spec, context));
  return problems.length === 0 ? checked : { ok: false, problems };
}

function readHolder(
  to: string,
  ref: string,
): { ok: true; ref: string } | { ok: false; problem: ValidationProblem } {
  const read = readRef(to, 'assignee', namespaceOf(ref));
  return read.ok
    ? read
    : {
        ok: false,
        problem: problemWithValue({
          path: 'to',
          rule: read.rule,
          value: to,
          allowed: read.allowed,
        }),
      };
}

function previousHolder(
  spec: AssetSpec,
  ref: string,
  next: string,
): string | undefined {
  if (spec.assignee === undefined) {
    return undefined;
  }
  const read = readRef(spec.assignee, 'assignee', namespaceOf(ref));
  return read.ok && read.ref !== next ? read.ref : undefined;
}

function namespaceOf(ref: string): string {
  return parseEntityRef(ref, { defaultNamespace: DEFAULT_NAMESPACE }).namespace;
}

function pieceProblems(spec: AssetSpec): ValidationProblem[] {
  return (spec.quantity ?? 1) > 1
    ? [
        problem({
          path: 'spec.quantity',
          rule: 'several-pieces',
          found: `${spec.quantity} pieces`,
          allowed: 'a single piece; check pieces out by number',
        }),
      ]
    : [];
}

function dueBackProblems(
  date: string,
  dueBack: string | undefined,
): ValidationProblem[] {
  if (dueBack === undefined) {
    return [];
  }
  if (!isPlainDate(dueBack)) {
    return [
      problemWithValue({
        path: 'dueBack',
        rule: 'date',
        value: dueBack,
        allowed: 'a date that exists, written YYYY-MM-DD',
      }),
    ];
  }
  return dueBack < date
    ? [
        problemWithValue({
          path: 'dueBack',
          rule: 'end-before-start',
          value: dueBack,
          allowed: `${date} or later`,
        }),
      ]
    : [];
}
