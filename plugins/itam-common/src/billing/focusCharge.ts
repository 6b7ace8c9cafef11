import { type MonthIndex, monthOf, type PlainDate } from '../values';
import type { ChargeCategory } from './chargeCategories';
import type { ExactDecimal } from './exactDecimal';
import type { BillingProblem, FocusColumnsAt } from './focusColumns';
import { FocusRow } from './focusRow';
import type { FocusTags } from './focusTags';

/**
 * A row of a FOCUS file, as the register reads it.
 * @public
 */
export interface FocusCharge {
  /** Who provides the service. */
  provider: string;
  /** Id of the account that is billed. */
  billingAccount: string;
  /** Its name. */
  billingAccountName: string | null;
  /** First day of the billing period. */
  billingPeriod: PlainDate;
  /** ISO 4217 code. */
  currency: string;
  /** Id of the account below it; null for none. */
  subAccount: string | null;
  /** Its name. */
  subAccountName: string | null;
  /** What was used, as the provider names it. */
  serviceName: string;
  /** What the charge is for. */
  category: ChargeCategory;
  /** The commitment a purchase makes or a usage draws on. */
  commitmentDiscount: string | null;
  /** Id of the region. */
  region: string | null;
  /** Id of the resource. */
  resource: string | null;
  /** Keys with values, as the provider or the customer set them. */
  tags: FocusTags;
  /** What the invoice has. */
  billed: ExactDecimal;
  /** What it costs once prepaid amounts are spread. */
  effective: ExactDecimal;
  /** Month of the first day of the charge period. */
  chargeMonth: MonthIndex;
}

/** Ids of commitments are long. */
const MAX_ID = 1_000;

/**
 * Reads a row of a FOCUS file. Empty cells and the word NULL hold no value.
 *
 * @param lastDay - Periods may not begin later than on this day
 * @public
 */
export function readFocusCharge(
  cells: readonly string[],
  columns: FocusColumnsAt,
  lastDay: PlainDate,
): { charge: FocusCharge } | { problems: BillingProblem[] } {
  const row = new FocusRow(cells, columns, lastDay);
  const provider = row.name('provider');
  const billingAccount = row.name('billingAccount');
  const billingAccountName = row.optional('billingAccountName');
  const serviceName = row.name('serviceName');
  const currency = row.currency();
  const billed = row.amount('billedCost');
  const effective = row.amount('effectiveCost');
  const billingPeriod = row.period('billingPeriodStart', 'billingPeriodEnd');
  const charged = row.period('chargePeriodStart', 'chargePeriodEnd');
  const category = row.category();
  const subAccount = row.optional('subAccount');
  const subAccountName = row.optional('subAccountName');
  const commitmentDiscount = row.optional('commitmentDiscount', MAX_ID);
  const tags = row.tags();
  if (
    row.problems.length > 0 ||
    billed === undefined ||
    effective === undefined ||
    category === undefined
  ) {
    return { problems: row.problems };
  }
  return {
    charge: {
      provider,
      billingAccount,
      billingAccountName,
      billingPeriod,
      currency,
      subAccount,
      subAccountName,
      serviceName,
      category,
      commitmentDiscount,
      region: row.value('region') ?? null,
      resource: row.value('resource') ?? null,
      tags,
      billed,
      effective,
      chargeMonth: monthOf(charged),
    },
  };
}
