/**
 * The columns of a FOCUS file (1.0 to 1.3) that the register reads, by what it
 * calls them; several names are those of different versions, the first that
 * holds a value counts.
 * @public
 */
export const FOCUS_COLUMNS = {
  billedCost: { names: ['BilledCost'], required: true },
  effectiveCost: { names: ['EffectiveCost'], required: true },
  currency: { names: ['BillingCurrency'], required: true },
  // 1.3 renames ProviderName; files of the transition have both.
  provider: { names: ['ProviderName', 'ServiceProviderName'], required: true },
  billingAccount: { names: ['BillingAccountId'], required: true },
  billingAccountName: { names: ['BillingAccountName'], required: false },
  billingPeriodStart: { names: ['BillingPeriodStart'], required: true },
  billingPeriodEnd: { names: ['BillingPeriodEnd'], required: false },
  chargePeriodStart: { names: ['ChargePeriodStart'], required: true },
  chargePeriodEnd: { names: ['ChargePeriodEnd'], required: false },
  chargeCategory: { names: ['ChargeCategory'], required: true },
  serviceName: { names: ['ServiceName'], required: true },
  subAccount: { names: ['SubAccountId'], required: false },
  subAccountName: { names: ['SubAccountName'], required: false },
  commitmentDiscount: { names: ['CommitmentDiscountId'], required: false },
  region: { names: ['RegionId'], required: false },
  resource: { names: ['ResourceId'], required: false },
  tags: { names: ['Tags'], required: false },
} as const;

/**
 * What the register reads of a FOCUS file.
 * @public
 */
export type FocusField = keyof typeof FOCUS_COLUMNS;

/** Columns of earlier drafts, and what they are called since. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['AmortizedCost', 'EffectiveCost'],
  ['ChargeType', 'ChargeCategory'],
]);

/**
 * Something wrong in a billing file: where, and what is allowed there. Amounts
 * are never repeated.
 * @public
 */
export interface BillingProblem {
  /** The column, as the file or the specification writes it. */
  column: string;
  /** A short name of the rule. */
  rule: string;
  /** What is allowed. */
  allowed: string;
  /** What was found, where that is no money. */
  found?: string;
}

/**
 * Where the columns of a file stand.
 * @public
 */
export type FocusColumnsAt = Readonly<Record<FocusField, readonly number[]>>;

/**
 * Finds the columns of a FOCUS file by its header; others are passed over, as
 * the specification lets providers add some.
 * @public
 */
export function focusColumnsAt(headers: readonly string[]): {
  columns: FocusColumnsAt;
  problems: BillingProblem[];
} {
  const problems: BillingProblem[] = [];
  const at = (field: FocusField): number[] => {
    const { names, required } = FOCUS_COLUMNS[field];
    const found: number[] = names.flatMap(name => {
      const places = headers.flatMap((header, index) =>
        header === name ? [index] : [],
      );
      if (places.length > 1) {
        problems.push({
          column: name,
          rule: 'column-twice',
          allowed: 'each column once',
        });
      }
      return places.slice(0, 1);
    });
    if (required && found.length === 0) {
      problems.push({
        column: names.join(' or '),
        rule: 'column-missing',
        allowed: 'the column, as FOCUS 1.0 to 1.3 writes it',
        ...missingAs(headers, names),
      });
    }
    return found;
  };
  return {
    columns: {
      billedCost: at('billedCost'),
      effectiveCost: at('effectiveCost'),
      currency: at('currency'),
      provider: at('provider'),
      billingAccount: at('billingAccount'),
      billingAccountName: at('billingAccountName'),
      billingPeriodStart: at('billingPeriodStart'),
      billingPeriodEnd: at('billingPeriodEnd'),
      chargePeriodStart: at('chargePeriodStart'),
      chargePeriodEnd: at('chargePeriodEnd'),
      chargeCategory: at('chargeCategory'),
      serviceName: at('serviceName'),
      subAccount: at('subAccount'),
      subAccountName: at('subAccountName'),
      commitmentDiscount: at('commitmentDiscount'),
      region: at('region'),
      resource: at('resource'),
      tags: at('tags'),
    },
    problems,
  };
}

/** A header that may be meant: of an earlier draft, or in other letters. */
function missingAs(
  headers: readonly string[],
  names: readonly string[],
): { found?: string } {
  const wanted = names.map(name => name.toLowerCase());
  const near = headers.find(
    header =>
      names.some(name => RENAMED.get(header) === name) ||
      wanted.includes(header.toLowerCase().replace(/[^a-z]/g, '')),
  );
  return near === undefined ? {} : { found: `'${near.slice(0, 60)}'` };
}
