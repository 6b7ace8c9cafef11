import type { AssetSpec } from '../entities/types';
import {
  problem,
  problemWithValue,
} from '../entities/validation/ValidationProblem';
import type { PlainDate } from '../values';
import { moveTo } from './assignAsset';
import type { ChangeAnswer } from './changeAnswer';
import type { AssetChangeContext } from './transitionAsset';

/**
 * Where an asset can go when its holder gives it back.
 * @public
 */
export const RETURN_STATUSES = [
  'in-stock',
  'staging',
  'in-repair',
  'in-use',
] as const;

/**
 * Takes an asset back from its holder.
 * @public
 */
export interface AssetReturn {
  /** Day of the return: the holder's last. */
  date: PlainDate;
  /** Where it goes; into the store when absent. `in-use`: services use it. */
  to?: (typeof RETURN_STATUSES)[number];
  /** Why; needed where the step has to be explained. */
  reason?: string;
  /** Further changes such as the location: a JSON merge patch of the spec. */
  changes?: object;
}

/**
 * A registered asset after its holder gave it back: without assignee, and in
 * the store unless stated otherwise.
 *
 * `returnedFrom` is who held it, as written in the spec. Refused when nobody
 * holds it, and for everything `transitionAsset` refuses.
 * @public
 */
export function returnAsset(
  spec: AssetSpec,
  given: AssetReturn,
  context: AssetChangeContext,
): ChangeAnswer<{ spec: AssetSpec; returnedFrom: string }> {
  const { date, to = 'in-stock', reason, changes = {} } = given;
  const problems = RETURN_STATUSES.some(status => status === to)
    ? []
    : [
        problemWithValue({
          path: 'to',
          rule: 'not-allowed',
          value: to,
          allowed: `one of ${RETURN_STATUSES.join(', ')}`,
        }),
      ];
  if (spec.assignee === undefined) {
    problems.push(
      problem({
        path: 'spec.assignee',
        rule: 'not-held',
        found: 'nothing',
        allowed: 'an asset that somebody holds',
      }),
    );
  }
  if (problems.length > 0 || spec.assignee === undefined) {
    return { ok: false, problems };
  }
  const changed = moveTo(
    spec,
    {
      status: to,
      date,
      ...(reason ? { reason } : {}),
      changes: { ...changes, assignee: null },
    },
    context,
  );
  return changed.ok ? { ...changed, returnedFrom: spec.assignee } : changed;
}
