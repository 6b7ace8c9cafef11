import { monthFromText } from '../values';
import { exactDecimalText } from './exactDecimal';
import { readFocusCharge } from './focusCharge';
import { focusColumnsAt } from './focusColumns';

const LAST_DAY = '2027-10-16';

const ROW = {
  BilledCost: '0.00000080000',
  EffectiveCost: '1.5',
  BillingCurrency: 'USD',
  ProviderName: 'AWS',
  BillingAccountId: '123',
  BillingPeriodStart: '2026-09-01T00:00:00Z',
  BillingPeriodEnd: '2026-10-01T00:00:00Z',
  ChargePeriodStart: '2026-08-31 23:00:00',
  ChargePeriodEnd: '2026-09-01 00:00:00',
  ChargeCategory: 'Usage',
  ServiceName: 'Amazon Simple Queue Service',
  SubAccountId: '777',
  Tags: '{"service": "payments-api", "shared": true, "x": null}',
  Id: 'of the provider',
};

function read(over: Record<string, string> = {}) {
  const row = { ...ROW, ...over };
  const { columns, problems } = focusColumnsAt(Object.keys(row));
  expect(problems).toEqual([]);
  return readFocusCharge(Object.values(row), columns, LAST_DAY);
}

describe('a row of a FOCUS file', () => {
  it('is a charge with all its digits', () => {
    const answer = read();
    const charge = 'charge' in answer ? answer.charge : undefined;
    expect(charge).toMatchObject({
      provider: 'AWS',
      billingAccount: '123',
      billingPeriod: '2026-09-01',
      currency: 'USD',
      subAccount: '777',
      subAccountName: null,
      category: 'Usage',
      commitmentDiscount: null,
      // In UTC, whatever the clock of the reader says.
      chargeMonth: monthFromText('2026-08'),
    });
    expect(charge && exactDecimalText(charge.billed)).toBe('0.0000008');
    expect([...(charge?.tags ?? [])]).toEqual([
      ['service', 'payments-api'],
      ['shared', 'true'],
    ]);
  });

  it.each(['', 'NULL', 'null', '  '])('has no value in %j', cell => {
    expect(read({ SubAccountId: cell, Tags: cell })).toMatchObject({
      charge: { subAccount: null },
    });
  });

  it.each([
    '2026-09-01T00:00:00Z',
    '2026-09-01T00:00Z',
    '2026-09-01T00:00:00.000Z',
    '2026-09-01 00:00:00',
    '2026-09-01 07:00:00 UTC',
    '2026-09-01T00:00:00+00:00',
    '2026-09-01',
  ])('may write a time as %s', time => {
    expect(read({ BillingPeriodStart: time })).toMatchObject({
      charge: { billingPeriod: '2026-09-01' },
    });
  });

  it('may be of version 1.3, which renames the provider', () => {
    const { ProviderName: _, ...rest } = ROW;
    const row = { ...rest, ServiceProviderName: 'Amazon Web Services' };
    const { columns, problems } = focusColumnsAt(Object.keys(row));
    expect(problems).toEqual([]);
    expect(
      readFocusCharge(Object.values(row), columns, LAST_DAY),
    ).toMatchObject({ charge: { provider: 'Amazon Web Services' } });
    // Files of the transition have both; the older counts where it says something.
    expect(read({ ServiceProviderName: 'Amazon Web Services' })).toMatchObject({
      charge: { provider: 'AWS' },
    });
    expect(
      read({ ProviderName: 'NULL', ServiceProviderName: 'Amazon' }),
    ).toMatchObject({ charge: { provider: 'Amazon' } });
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'NULL in a required column',
      { ServiceName: 'NULL' },
      { rule: 'no-value' },
    ],
    ['an amount that is none', { BilledCost: '1,50' }, { rule: 'amount' }],
    ['an amount with a currency', { EffectiveCost: '$1' }, { rule: 'amount' }],
    ['no amount', { EffectiveCost: 'NULL' }, { rule: 'no-value' }],
    [
      'a currency that is none',
      { BillingCurrency: 'Euro' },
      { rule: 'currency', found: "'Euro'" },
    ],
    [
      'a day there is not',
      { ChargePeriodStart: '2026-02-30' },
      { rule: 'date' },
    ],
    [
      'a date as spreadsheets write it',
      { BillingPeriodStart: '9/1/2026' },
      { rule: 'date', found: "'9/1/2026'" },
    ],
    [
      'a time that is not UTC',
      { ChargePeriodStart: '2026-09-01T00:00:00+02:00' },
      { rule: 'date' },
    ],
    [
      'an hour there is not',
      { ChargePeriodStart: '2026-09-01T25:00:00Z' },
      { rule: 'date' },
    ],
    [
      'an end before the start',
      { ChargePeriodEnd: '2026-08-01' },
      { column: 'ChargePeriodEnd', rule: 'end-before-start' },
    ],
    [
      'a period far ahead',
      { ChargePeriodStart: '2099-01-01', ChargePeriodEnd: '' },
      { rule: 'date-range', found: '2099-01-01' },
    ],
    [
      'a category of another draft',
      { ChargeCategory: 'Refund' },
      { rule: 'one-of', found: "'Refund'" },
    ],
    ['tags that are no object', { Tags: '["a"]' }, { rule: 'tags' }],
    ['tags that are no JSON', { Tags: 'service=a' }, { rule: 'tags' }],
    [
      'text that turns around',
      { ServiceName: 'S3\u202e' },
      { rule: 'control-character' },
    ],
    [
      'a name too long',
      { SubAccountId: 'x'.repeat(201) },
      { rule: 'too-long' },
    ],
  ])('is refused for %s', (_, over, problem) => {
    const answer = read(over);
    expect('problems' in answer && answer.problems).toEqual([
      expect.objectContaining(problem),
    ]);
  });

  it('never repeats an amount in a problem', () => {
    const answer = read({ BilledCost: '4711,00', EffectiveCost: '4711 EUR' });
    expect('problems' in answer && answer.problems).toHaveLength(2);
    expect(JSON.stringify(answer)).not.toContain('4711');
  });
});

describe('the header of a FOCUS file', () => {
  it('may have more columns, in any order', () => {
    const { columns, problems } = focusColumnsAt([
      'x_Extra',
      ...Object.keys(ROW).reverse(),
    ]);
    expect(problems).toEqual([]);
    expect(columns.provider).not.toEqual([]);
  });

  it('names what is missing, and what may be meant', () => {
    const { problems } = focusColumnsAt([
      'billed_cost',
      'AmortizedCost',
      'BillingCurrency',
    ]);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          column: 'BilledCost',
          found: "'billed_cost'",
        }),
        expect.objectContaining({
          column: 'EffectiveCost',
          found: "'AmortizedCost'",
        }),
        expect.objectContaining({
          column: 'ProviderName or ServiceProviderName',
          rule: 'column-missing',
        }),
      ]),
    );
  });

  it('has each column once', () => {
    const { problems } = focusColumnsAt([...Object.keys(ROW), 'BilledCost']);
    expect(problems).toEqual([
      expect.objectContaining({ column: 'BilledCost', rule: 'column-twice' }),
    ]);
  });
});
