import { InputError } from '@backstage/errors';
import { addDays, type RenewalQuery } from '@backstage-itam/plugin-itam-common';
import type { RenewalQuestion } from '../../usecases/renewals/listRenewalPage';
import { canonicalRef } from './canonicalRef';
import { dayOf } from './dayOf';

const DEFAULT_DAYS = 90;

/**
 * A question about renewals with its defaults in place.
 *
 * Throws InputError for days that do not exist or are in the wrong order, and
 * an owner that is no entity ref.
 */
export function renewalQuestionOf(
  query: Pick<
    RenewalQuery,
    'from' | 'to' | 'state' | 'owner' | 'vendor' | 'decision'
  >,
  today: string,
): RenewalQuestion {
  const from = dayOf(query.from ?? today, 'from');
  const to =
    query.to === undefined
      ? addDays(from, DEFAULT_DAYS)
      : dayOf(query.to, 'to');
  if (from > to) {
    throw new InputError('from must not be after to');
  }
  return {
    from,
    to,
    state: query.state,
    owner: canonicalRef(query.owner, 'group'),
    vendor: query.vendor,
    decision: query.decision === true,
  };
}
