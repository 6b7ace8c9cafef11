import {
  type LifecycleStatus,
  minorOf,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';

/** Evidence a step may ask for, by its path in the record. */
export const EVIDENCE = [
  'spec.owner',
  'spec.vendor',
  'spec.financials.purchase.order',
  'spec.expected',
  'spec.tag',
  'spec.location',
  'spec.services',
  'spec.disposal.method',
  'spec.disposal.erasureEvidence',
  'spec.financials.proceeds',
] as const;

/** A path of {@link EVIDENCE}. */
export type EvidencePath = (typeof EVIDENCE)[number];

/** What has been filled in; an amount has its currency beside it. */
export type EvidenceValues = Partial<Record<EvidencePath, string>>;

/** How an asset that is disposed of can have left. */
export const DISPOSED_METHODS = [
  'disposed',
  'recycled',
  'returned',
  'lost',
] as const;

/** Evidence of a problem's path, also when it is about a part of it. */
export function evidenceAt(path: string): EvidencePath | undefined {
  return EVIDENCE.find(one => path === one || path.startsWith(`${one}.`));
}

/**
 * The evidence to ask for: what the register says is missing, and what only
 * becomes known with the step itself.
 */
export function evidenceOf(
  to: string,
  missing: readonly { path: string }[],
): EvidencePath[] {
  const asked = new Set(missing.map(({ path }) => evidenceAt(path)));
  if (to === 'disposed') {
    asked.add('spec.disposal.method');
  }
  return EVIDENCE.filter(path => asked.has(path));
}

/** Evidence that steps to a status may lack, for many records at once. */
export function evidenceOfStatus(
  to: LifecycleStatus,
  costVisible: boolean,
): EvidencePath[] {
  switch (to) {
    case 'ordered':
    case 'received':
      return [
        'spec.vendor',
        ...(costVisible ? (['spec.financials.purchase.order'] as const) : []),
        'spec.expected',
      ];
    case 'in-stock':
    case 'staging':
      return ['spec.location'];
    case 'in-use':
    case 'on-loan':
      return ['spec.services'];
    case 'disposed':
      return ['spec.disposal.method', 'spec.disposal.erasureEvidence'];
    case 'donated':
      return ['spec.disposal.erasureEvidence'];
    case 'sold':
      return [
        'spec.disposal.erasureEvidence',
        ...(costVisible ? (['spec.financials.proceeds'] as const) : []),
      ];
    default:
      return [];
  }
}

/**
 * The change that carries the evidence: a merge patch of the record. What is
 * empty is left out.
 */
export function changesOf(
  values: EvidenceValues,
  currency: string,
): Record<string, unknown> | undefined {
  const changes: Record<string, unknown> = {};
  const put = (parts: readonly string[], value: unknown) => {
    const [first, ...rest] = parts;
    if (rest.length === 0) {
      changes[first] = value;
      return;
    }
    const [second, third] = rest;
    const before = changes[first];
    const known = typeof before === 'object' && before !== null ? before : {};
    changes[first] = {
      ...known,
      [second]: third === undefined ? value : { [third]: value },
    };
  };
  for (const path of EVIDENCE) {
    const value = values[path]?.trim();
    if (value) {
      switch (path) {
        case 'spec.services':
          // Who uses it: the assignee is what a step can name.
          put(['assignee'], value);
          break;
        case 'spec.financials.proceeds':
          put(['financials', 'proceeds'], { amount: value, currency });
          break;
        default:
          put(path.split('.').slice(1), value);
      }
    }
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Whether a text is an amount of a currency that is not negative. */
export function isAmount(text: string, currency: string): boolean {
  try {
    return minorOf(text.trim(), currency) >= 0n;
  } catch {
    return false;
  }
}

/** The currency an asset's money is in; the euro when none is known. */
export function currencyOf(detail: RecordDetail): string {
  return (
    detail.bookValue?.currency ??
    detail.record.bookValue?.currency ??
    detail.record.monthlyCost?.[0]?.currency ??
    'EUR'
  );
}
