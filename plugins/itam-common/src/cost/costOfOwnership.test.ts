import { monthFromText } from '../values';
import { coveredRecordSegments } from './costSegments';
import { costOfOwnership } from './costOfOwnership';
import type { ContractRecord } from './distribution';
import { costByService } from './rollUp';
import { asset, contextOf, contract, OPTIONS } from './testing/estate';
import { END, euro, START } from './testing/monthlyCosts';

function support(): ContractRecord {
  const record = contract('support', {
    type: 'support',
    covers: ['asset:default/a', { ref: 'asset:default/b', weight: 2 }],
    services: [{ ref: 'component:default/elsewhere' }],
    financials: {
      charges: [{ ...euro('900.00'), every: 'year', from: '2026-01-01' }],
    },
  });
  if (record.kind !== 'Contract') {
    throw new Error('not a contract');
  }
  return record;
}

describe('cost of ownership', () => {
  const owned = asset('a', {
    disposal: { date: '2026-12-31' },
    financials: {
      purchase: { ...euro('1000.00'), date: '2026-01-10' },
      depreciation: { method: 'straight-line', months: 48 },
      charges: [{ ...euro('10.00'), every: 'month', from: '2026-01-01' }],
      events: [{ date: '2026-03-20', kind: 'improvement', amount: '50.00' }],
      proceeds: euro('300.00'),
    },
  });
  const a = {
    ...owned,
    servicings: [
      { date: '2026-01-20', minor: 7000n, currency: 'EUR' },
      { date: '2027-01-01', minor: 9900n, currency: 'EUR' },
    ],
  };
  const b = asset('b', { inService: '2026-01-01' });
  const contracts = [support()];
  const context = contextOf([a, b, ...contracts]);
  const until = (month: string) =>
    costOfOwnership(a, contracts, context, OPTIONS, monthFromText(month));

  it('adds up all but depreciation', () => {
    expect(until('2027-01')).toEqual({
      purchase: new Map([['EUR', 100000n]]),
      improvements: new Map([['EUR', 5000n]]),
      charges: new Map([['EUR', 12000n]]),
      servicings: new Map([['EUR', 7000n]]),
      // A third of the months before the disposal month: 900.00 · 11/12 ÷ 3.
      contracts: new Map([['EUR', 27500n]]),
      proceeds: new Map([['EUR', -30000n]]),
      total: new Map([['EUR', 121500n]]),
    });
  });

  it('counts what was due before a month', () => {
    expect(until('2026-02').total).toEqual(
      new Map([['EUR', 100000n + 1000n + 7000n + 2500n]]),
    );
  });

  it('gives covered records the whole contract, none of it twice', () => {
    const segments = coveredRecordSegments(contracts[0], context, OPTIONS);
    expect(costByService(segments, START, END)).toEqual(
      new Map([
        ['asset:default/a', new Map([['EUR', 27500n]])],
        ['asset:default/b', new Map([['EUR', 62500n]])],
      ]),
    );
  });
});
