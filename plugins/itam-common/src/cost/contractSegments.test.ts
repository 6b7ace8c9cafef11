import { monthFromText } from '../values';
import { mergeDeclared } from './mergeDeclared';
import { costByService } from './rollUp';
import { sliceMonths } from './segmentValue';
import { asset, contract, license, segmentsOf } from './testing/estate';
import { END, START } from './testing/monthlyCosts';
import type { CostRecord } from './types';

describe('contracts', () => {
  const database = asset('db', {
    services: [
      { ref: 'component:default/payments-api', share: 60 },
      { ref: 'component:default/ledger', share: 40 },
    ],
  });
  const seats = license('github', {
    services: [{ ref: 'system:default/delivery', share: 100 }],
  });
  const charges = [
    {
      amount: '63000.00',
      currency: 'USD',
      every: 'year' as const,
      from: '2026-01-01',
    },
  ];
  const covers = ['license:default/github', 'asset:default/db'];
  const used = (records: CostRecord[]) =>
    Object.fromEntries(
      [...costByService(segmentsOf(records), START, END)].map(
        ([service, sums]) => [service, sums.get('USD')],
      ),
    );

  it('follow the services of what they cover', () => {
    expect(
      used([
        database,
        seats,
        contract('c', { covers, financials: { charges } }),
      ]),
    ).toEqual({
      'system:default/delivery': 3_150_000n,
      'component:default/payments-api': 1_890_000n,
      'component:default/ledger': 1_260_000n,
    });
  });

  it('follow weights, their own services first, and covered services', () => {
    expect(
      used([
        database,
        seats,
        contract('c', {
          covers: [
            covers[0],
            { ref: covers[1], weight: 2 },
            'component:default/web',
          ],
          financials: { charges },
        }),
      ]),
    ).toEqual({
      'system:default/delivery': 1_575_000n,
      'component:default/payments-api': 1_890_000n,
      'component:default/ledger': 1_260_000n,
      'component:default/web': 1_575_000n,
    });
    expect(
      used([
        database,
        seats,
        contract('c', {
          covers,
          services: [{ ref: 'component:default/web', share: 50 }],
          financials: { charges },
        }),
      ]),
    ).toEqual({ 'component:default/web': 3_150_000n, null: 3_150_000n });
  });

  it('follow the cost of what they cover when asked to', () => {
    const costing = (name: string, amount: string) =>
      asset(name, {
        services: [{ ref: `component:default/${name}` }],
        financials: {
          charges: [
            { amount, currency: 'USD', every: 'month', from: '2026-01-01' },
          ],
        },
      });
    const agreement = contract('c', {
      distribute: 'cost',
      covers: ['asset:default/x', 'asset:default/y'],
      financials: { charges },
    });
    const contractOnly = (records: CostRecord[]) => {
      const segments = segmentsOf(records).filter(
        ({ category }) => category === 'contract',
      );
      return Object.fromEntries(
        [...costByService(segments, START, END)].map(([service, sums]) => [
          service,
          sums.get('USD'),
        ]),
      );
    };
    expect(
      contractOnly([costing('x', '2.00'), costing('y', '1.00'), agreement]),
    ).toEqual({
      'component:default/x': 4_200_000n,
      'component:default/y': 2_100_000n,
    });
    expect(
      contractOnly([costing('x', '0.00'), costing('y', '0.00'), agreement]),
    ).toEqual({
      'component:default/x': 3_150_000n,
      'component:default/y': 3_150_000n,
    });
  });

  it('leave to nobody what is unknown, and skip what is not there yet', () => {
    expect(
      used([
        database,
        contract('c', {
          covers: ['asset:default/db', 'asset:default/lost'],
          financials: { charges },
        }),
      ]),
    ).toEqual({
      'component:default/payments-api': 1_890_000n,
      'component:default/ledger': 1_260_000n,
      null: 3_150_000n,
    });
    const late = asset('late', {
      inService: '2026-07-01',
      services: [{ ref: 'component:default/late' }],
    });
    const segments = segmentsOf([
      database,
      late,
      contract('c', {
        covers: ['asset:default/db', 'asset:default/late'],
        financials: { charges },
      }),
    ]);
    const lateMonths = segments.flatMap(segment =>
      segment.slices
        .filter(({ serviceRef }) => serviceRef === 'component:default/late')
        .map(slice =>
          sliceMonths(
            segment,
            slice,
            monthFromText('2026-06'),
            monthFromText('2026-08'),
          ),
        ),
    );
    expect(lateMonths).toEqual([[0n, 262_500n]]);
  });

  it('give a replaced licence its share even when they do not list it', () => {
    const named = license('named', {
      contract: 'contract:default/c',
      services: [{ ref: 'component:default/named' }],
    });
    expect(used([named, contract('c', { financials: { charges } })])).toEqual({
      'component:default/named': 6_300_000n,
    });
  });

  it('are renewed together with the licences under them', () => {
    const year = { start: '2025-01-01', end: '2025-12-31' };
    const runsOn = license('runs-on', {
      contract: 'contract:default/c',
      term: year,
      services: [{ ref: 'component:default/runs-on' }],
    });
    const endedBefore = license('ended-before', {
      contract: 'contract:default/c',
      term: { start: '2025-01-01', end: '2025-06-30' },
      services: [{ ref: 'component:default/ended' }],
    });
    const elsewhere = license('elsewhere', {
      term: year,
      services: [{ ref: 'component:default/elsewhere' }],
    });
    const renewed = contract('c', {
      term: year,
      renewal: { kind: 'automatic', months: 12 },
      covers: ['license:default/elsewhere'],
      financials: { charges: [{ ...charges[0], from: '2025-01-01' }] },
    });
    const records = [runsOn, endedBefore, elsewhere, renewed];
    const inMonth = (text: string) => {
      const month = monthFromText(text);
      return Object.fromEntries(
        [...costByService(segmentsOf(records), month, month + 1)].flatMap(
          ([service, sums]) =>
            sums.get('USD') ? [[service, sums.get('USD')]] : [],
        ),
      );
    };
    expect(inMonth('2025-03')).toEqual({
      'component:default/elsewhere': 175_000n,
      'component:default/ended': 175_000n,
      'component:default/runs-on': 175_000n,
    });
    // Of the three, only the first is what the renewal pays for.
    expect(inMonth('2026-03')).toEqual({
      'component:default/runs-on': 525_000n,
    });
  });

  it('change their distribution from the delivery of a new cover', () => {
    const before = contract('c', {
      covers: ['component:default/a'],
      financials: { charges },
    });
    if (before.kind !== 'Contract') {
      throw new Error('not a contract');
    }
    const after = mergeDeclared(
      before,
      before.ref,
      'Contract',
      { ...before.spec, covers: ['component:default/b'] },
      '2026-07-01',
    );
    expect(used([after])).toEqual({
      'component:default/a': 3_150_000n,
      'component:default/b': 3_150_000n,
    });
  });
});
