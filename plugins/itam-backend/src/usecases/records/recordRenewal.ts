import {
  addDays,
  daysBetween,
  formatAmount,
  renewalState,
  type ContractSpec,
  type LicenseSpec,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';

const EXPIRING_DAYS = 90;

/** Where a contract stands in its term, and what comes next. */
export function contractRenewal(
  spec: ContractSpec,
  today: string,
  costVisible: boolean,
): RecordDetail['renewal'] {
  const renewal = renewalState(spec, today);
  return {
    state: renewal.state,
    start: renewal.currentStart,
    end:
      renewal.currentEndExclusive === null
        ? undefined
        : addDays(renewal.currentEndExclusive, -1),
    lastNoticeDay: renewal.lastNoticeDay ?? undefined,
    next: renewal.nextTerms.map(({ start, endExclusive, amounts }) => ({
      start,
      end: addDays(endExclusive, -1),
      // Several currencies are no one amount.
      amount:
        costVisible && amounts.length === 1
          ? {
              amount: formatAmount(amounts[0].minor, amounts[0].currency),
              currency: amounts[0].currency,
            }
          : undefined,
    })),
  };
}

/** Where a licence stands in its term; undefined when it has none. */
export function licenseRenewal(
  spec: LicenseSpec,
  today: string,
): RecordDetail['renewal'] {
  const { term } = spec;
  if (!term) {
    return undefined;
  }
  return {
    state: licenseState(term.end, today),
    start: term.start,
    end: term.end,
  };
}

function licenseState(
  end: string | undefined,
  today: string,
): 'active' | 'expiring' | 'expired' {
  if (end === undefined) {
    return 'active';
  }
  if (end < today) {
    return 'expired';
  }
  return daysBetween(today, end) < EXPIRING_DAYS ? 'expiring' : 'active';
}
