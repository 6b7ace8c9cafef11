// A billing file that is checked and not taken over: nothing is written.
const HEADER =
  'BilledCost,EffectiveCost,BillingCurrency,ProviderName,BillingAccountId,BillingAccountName,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ServiceName,SubAccountId,SubAccountName,Tags';

const LINES = [
  [1204.0033301, 1180.9033301, 'Amazon EC2', 'payments-api'],
  [431.20000012, 431.2000007, 'Amazon RDS', 'ledger'],
  [88.4150027, 88.4150027, 'Amazon S3', 'payouts-worker'],
  [33.99001012, 33.9900102, 'AWS CloudTrail', undefined],
];

const FILE = [
  HEADER,
  ...LINES.map(([billed, effective, name, service]) =>
    [
      billed,
      effective,
      'USD,AWS,412233445566,Lumen Retail,2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,Usage',
      name,
      '778899001122,Payments',
      service ? `"{""service"": ""${service}""}"` : 'NULL',
    ].join(','),
  ),
  '',
].join('\n');

/** Drops the file and waits until it is said what it would do. */
export async function showCheckedCloudBill(page) {
  await page.getByLabel('Billing file').setInputFiles({
    name: 'october.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  await page.getByRole('button', { name: 'Take it over' }).waitFor();
}
