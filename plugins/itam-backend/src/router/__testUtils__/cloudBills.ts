import type { JsonObject } from '@backstage/types';
import { csvOf } from './imports';
import { record } from './shop';
import type { ShopRegister } from './shopRegister';
import type { Persona } from './startRegister';

/** Whose the charges of the tests are. */
export const billingConfig: JsonObject = {
  cloudBilling: {
    owner: 'group:default/other',
    providers: [
      { name: 'AWS', aliases: ['Amazon Web Services'], vendor: 'amazon' },
    ],
    rules: [
      {
        when: { chargeCategories: ['Purchase'], commitmentDiscounts: ['*'] },
        contract: 'contract:default/savings-plan',
      },
      { serviceTag: { tag: 'service' } },
      {
        when: { subAccounts: ['777'] },
        service: 'component:default/web',
        owner: 'group:default/storefront',
        costCenter: 'CC-7',
      },
      {
        when: { tags: [{ key: 'service', values: ['payments-api'] }] },
        owner: 'group:default/payments',
      },
    ],
  },
};

/** A contract that the purchase of a commitment is for, without charges. */
export const savingsPlan = record('Contract', 'savings-plan', {
  type: 'commitment',
  number: 'SP-1',
  vendor: 'amazon',
  owner: 'group:default/commerce',
  term: { start: '2026-01-01', end: '2028-12-31' },
  covers: ['component:default/web'],
});

/** Columns of a bill of the tests. */
export const BILL_HEADER = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountId',
  'EffectiveCost',
  'ProviderName',
  'RegionId',
  'ResourceId',
  'ServiceName',
  'SubAccountId',
  'SubAccountName',
  'Tags',
  'Id',
] as const;

/** A row of a bill. */
export type BillRow = Partial<Record<(typeof BILL_HEADER)[number], string>>;

/** A FOCUS file of these rows; what they leave out is that of a common one. */
export function billOf(
  rows: readonly BillRow[],
  rename: Readonly<Record<string, string>> = {},
): string {
  return csvOf(
    BILL_HEADER.map(name => rename[name] ?? name),
    rows.map(billCells),
  );
}

/** The cells of a row; what it leaves out is that of a common one. */
export function billCells(row: BillRow): string[] {
  const values: Record<(typeof BILL_HEADER)[number], string> = {
    BilledCost: '0',
    BillingAccountId: '1234',
    BillingAccountName: 'Shop Inc.',
    BillingCurrency: 'USD',
    BillingPeriodEnd: '2026-10-01 00:00:00',
    BillingPeriodStart: '2026-09-01 00:00:00',
    ChargeCategory: 'Usage',
    ChargePeriodEnd: '2026-09-03 00:00:00',
    ChargePeriodStart: '2026-09-02 00:00:00',
    CommitmentDiscountId: 'NULL',
    EffectiveCost: '0',
    ProviderName: 'AWS',
    RegionId: 'eu-central-1',
    ResourceId: 'NULL',
    ServiceName: 'Amazon S3',
    SubAccountId: '999',
    SubAccountName: 'Sandbox',
    Tags: 'NULL',
    Id: '1',
    ...row,
  };
  return BILL_HEADER.map(name => values[name]);
}

/** Delivers a file, whatever the answer. */
export function deliver(
  { register }: ShopRegister,
  file: string | Buffer,
  options: {
    persona?: Persona;
    query?: Record<string, string>;
    contentType?: string;
  } = {},
) {
  const { persona = 'finance', query = {}, contentType = 'text/csv' } = options;
  const search = new URLSearchParams(query).toString().replaceAll('+', '%20');
  return register
    .post(persona, `/cloud-billing/deliveries?${search}`)
    .set('Content-Type', contentType)
    .send(file);
}

/** Delivers a file that is taken. */
export async function delivered(
  shop: ShopRegister,
  file: string | Buffer,
  query: Record<string, string> = {},
  contentType?: string,
) {
  const answer = await deliver(shop, file, { query, contentType });
  expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
  return answer.body;
}

/** What something costs in a month as booked, by currency. */
export async function costOf(
  shop: ShopRegister,
  of: string,
  month: string,
  view: 'accrued' | 'invoiced',
  persona: Persona = 'finance',
): Promise<Record<string, string>> {
  const answer = await shop.register.get(
    persona,
    `/costs?of=${of}&from=${month}&to=${month}&view=${view}`,
  );
  expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
  return Object.fromEntries(
    answer.body.total.booked.map(
      (one: { currency: string; months: string[] }) => [
        one.currency,
        one.months[0],
      ],
    ),
  );
}
