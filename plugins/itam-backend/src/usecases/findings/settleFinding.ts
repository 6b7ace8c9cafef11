import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  addMonths,
  ItamValidationError,
  type AcceptInput,
} from '@backstage-itam/plugin-itam-common';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import type { WriteDeps } from '../../permissions/writeAccess';
import { readVisibleFinding } from '../../stores/findings/listFindings';
import {
  writeFindingState,
  type FindingDecision,
} from '../../stores/findings/writeFindingState';
import { dayProblems, lineProblems } from '../records/inputProblems';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { findingScopeOf } from './findingScope';
import { maySettle, noFinding, requireFinding } from './readFinding';

const MONTHS_AHEAD = 60;

/** Who decides about a finding, on the version they have seen. */
export interface FindingSettler {
  actor: string;
  at: Date;
  /** Throws unless the decision is based on this version. */
  checkVersion: (version: number) => void;
}

/**
 * Sets a finding aside until a day.
 *
 * Throws ItamValidationError (400), NotFoundError (404) as `readFinding`,
 * NotAllowedError (403), ConflictError (409) for one that is over, and
 * VersionMismatchError (412).
 */
export async function acceptFinding(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  id: number,
  { reason, until }: AcceptInput,
  by: FindingSettler,
): Promise<void> {
  const problems = [
    ...lineProblems('reason', reason),
    ...dayProblems('until', until, {
      from: context.today,
      to: addMonths(context.today, MONTHS_AHEAD),
    }),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: `finding ${id}`, problems });
  }
  await settle(
    deps,
    context,
    id,
    { state: 'accepted', reason: reason.trim(), until },
    by,
  );
}

/**
 * Takes back that a finding was set aside. Throws as {@link acceptFinding},
 * and ConflictError for one that is not.
 */
export async function reopenFinding(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  id: number,
  reason: string,
  by: FindingSettler,
): Promise<void> {
  const problems = lineProblems('reason', reason);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: `finding ${id}`, problems });
  }
  await settle(deps, context, id, { state: 'open', reason: reason.trim() }, by);
}

async function settle(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  id: number,
  decision: FindingDecision,
  by: FindingSettler,
): Promise<void> {
  const seen = await requireFinding(deps, context, id);
  if (!(await maySettle(deps, context, seen))) {
    throw new NotAllowedError(
      `You may not settle findings of ${seen.subjectRef}`,
    );
  }
  const scope = await findingScopeOf(deps, context);
  await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    // Others may have changed it, or who may see it, since it was looked at.
    const finding = await readVisibleFinding(trx, scope, id);
    if (!finding) {
      throw noFinding(id);
    }
    by.checkVersion(finding.version);
    if (finding.state === 'resolved') {
      throw new ConflictError(`Finding ${id} is over`);
    }
    if (decision.state === 'open' && finding.state === 'open') {
      throw new ConflictError(`Finding ${id} is open`);
    }
    await writeFindingState(trx, finding, decision, by);
  });
}
