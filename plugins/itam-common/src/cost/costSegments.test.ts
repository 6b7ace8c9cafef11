import { monthFromText, monthText } from '../values';
import { costAffects, costDependencies } from './costDependencies';
import { markRemoved, mergeDeclared } from './mergeDeclared';
import { costByOwner, costByService, totalCost } from './rollUp';
import { segmentMonths, sliceMonths } from './segmentValue';
import {
  asset,
  contextOf,
  contract,
  license,
  OPTIONS,
  segmentsOf,
} from './testing/estate';
import type { CostRecord, CostSegment } from './types';

const START = monthFromText('2020-01');
const END = monthFromText('2031-01');

/** Months with a cost, as text, over all segments. */
function months(
  segments: readonly CostSegment[],
  pick: (segment: CostSegment) => boolean = () => true,
): Record<string, string> {
  const sums: Record<string, bigint> = {};
  for (const segment of segments.filter(pick)) {
    segmentMonths(segment, START, END).forEach((minor, index) => {
      if (minor !== 0n) {
        const month = monthText(START + index);
        sums[month] = (sums[month] ?? 0n) + minor;
      }
    });
  }
  return Object.fromEntries(
    Object.entries(sums)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, minor]) => [month, String(minor)]),
  );
}

function range(from: string, to: string, minor: number) {
  const entries: Record<string, string> = {};
  for (let month = monthFromText(from); month <= monthFromText(to); month++) {
    entries[monthText(month)] = String(minor);
  }
  return entries;
}

const euro = (amount: string) => ({ amount, currency: 'EUR' });

describe('assets', () => {
  const purchase = { ...euro('4800.00'), date: '2026-01-10' };
  const depreciation = { method: 'straight-line' as const, months: 48 };

  it('depreciate from being in service, else from the purchase once deployed', () => {
    const financials = { purchase, depreciation };
    expect(
      months(segmentsOf([asset('a', { inService: '2026-03-31', financials })])),
    ).toEqual(range('2026-03', '2030-02', 10000));
    expect(months(segmentsOf([asset('a', { financials })]))).toEqual(
      range('2026-01', '2029-12', 10000),
    );
  });

  it('are forecast while planned, committed while ordered, actual from deployment', () => {
    const financials = { purchase, depreciation };
    const certainties = (stage: 'planning' | 'procurement' | 'deployment') =>
      segmentsOf([
        asset('a', { stage, expected: '2026-09-01', financials }),
      ]).map(({ certainty, startMonth }) => [certainty, monthText(startMonth)]);
    expect(certainties('planning')).toEqual([['forecast', '2026-09']]);
    expect(certainties('procurement')).toEqual([['committed', '2026-09']]);
    expect(certainties('deployment')).toEqual([['actual', '2026-01']]);
    expect(
      segmentsOf([
        asset('a', { stage: 'planning', status: 'rejected', financials }),
      ]),
    ).toEqual([]);
  });

  it('end with their disposal: the result is book value less proceeds', () => {
    const segments = segmentsOf([
      asset('a', {
        stage: 'decommission',
        services: [{ ref: 'component:default/api', share: 60 }],
        disposal: { date: '2026-07-15', method: 'sold' },
        financials: {
          purchase,
          depreciation,
          charges: [{ ...euro('120.00'), every: 'year', from: '2026-01-01' }],
          proceeds: euro('3000.00'),
        },
      }),
    ]);
    const of = (category: string) =>
      months(segments, segment => segment.category === category);
    expect(of('depreciation')).toEqual(range('2026-01', '2026-06', 10000));
    // Paid for the year: what is not refunded accrues until the disposal.
    expect(Object.values(of('charge'))).toHaveLength(7);
    expect(totalCost(segments, START, END).get('EUR')).toBe(
      480000n + 12000n - 300000n,
    );
    expect(of('disposal')).toEqual({ '2026-07': '120000' });
    expect(costByService(segments, START, END).get('component:default/api'))
      .toEqual(new Map([['EUR', 115200n]]));
  });

  it('shows a disposal in two currencies side by side', () => {
    const segments = segmentsOf([
      asset('a', {
        disposal: { date: '2026-02-01' },
        financials: {
          purchase,
          depreciation: { method: 'none' },
          proceeds: { amount: '100.00', currency: 'USD' },
        },
      }),
    ]);
    expect(totalCost(segments, START, END)).toEqual(
      new Map([
        ['EUR', 480000n],
        ['USD', -10000n],
      ]),
    );
  });

  it('keep their past when removed and cost nothing after that month', () => {
    const record = markRemoved(
      asset('a', {
        financials: {
          purchase,
          depreciation,
          charges: [{ ...euro('10.00'), every: 'month', from: '2026-01-01' }],
        },
      }),
      '2026-04-02',
    );
    expect(months(segmentsOf([record]))).toEqual(
      range('2026-01', '2026-04', 11000),
    );
  });

  it('are expensed below the threshold of their currency, by class above it', () => {
    const options = {
      ...OPTIONS,
      capitalisationThresholds: [{ minor: 500000n, currency: 'EUR' }],
      defaultDepreciation: { hardware: depreciation },
    };
    const of = (financials: object) =>
      months(segmentsOf([asset('a', { financials })], options));
    expect(of({ purchase })).toEqual({ '2026-01': '480000' });
    expect(of({ purchase: { ...purchase, amount: '5000.00' } })).toEqual(
      months(
        segmentsOf([
          asset('a', {
            financials: {
              purchase: { ...purchase, amount: '5000.00' },
              depreciation,
            },
          }),
        ]),
      ),
    );
    expect(of({ purchase, depreciation })).toEqual(
      range('2026-01', '2029-12', 10000),
    );
  });

  it('count the ledger amount instead of the purchase where it is booked', () => {
    const segments = segmentsOf([
      asset('a', {
        financials: {
          purchase: {
            amount: '5000.00',
            currency: 'USD',
            date: '2026-01-10',
            booked: euro('4500.00'),
          },
          depreciation: { ...depreciation, months: 10, salvage: '500.00' },
        },
      }),
    ]);
    expect(months(segments)).toEqual(range('2026-01', '2026-10', 40500));
    expect(segments[0].currency).toBe('EUR');
  });

  it('without services take those of the nearest ancestor, month by month', () => {
    const rack = asset('rack', {
      services: [{ ref: 'component:default/api' }],
    });
    const room = asset('room', {
      services: [{ ref: 'component:default/room' }],
    });
    const later = mergeDeclared(
      { ...rack, services: [{ from: null, value: [] }] },
      rack.ref,
      'Asset',
      { ...rack.spec, partOf: 'room', services: [{ ref: 'component:default/api' }] },
      '2026-03-20',
    );
    const server = asset('server', {
      partOf: 'rack',
      financials: {
        charges: [{ ...euro('1.00'), every: 'month', from: '2026-01-01', until: '2026-04-30' }],
      },
    });
    const segments = segmentsOf([room, later, server]);
    expect(costByService(segments, START, END)).toEqual(
      new Map([
        ['component:default/room', new Map([['EUR', 200n]])],
        ['component:default/api', new Map([['EUR', 200n]])],
      ]),
    );
    expect(costDependencies(server, contextOf([room, later, server]))).toEqual([
      'asset:default/rack',
      'asset:default/room',
    ]);
  });

  it('do not hang on a partOf cycle', () => {
    const a = asset('a', { partOf: 'b' });
    const b = asset('b', {
      partOf: 'a',
      financials: { charges: [{ ...euro('1.00'), every: 'once', from: '2026-01-01' }] },
    });
    expect(segmentsOf([a, b])).toHaveLength(1);
    expect(costDependencies(a, contextOf([a, b]))).toEqual(['asset:default/b']);
  });
});

describe('owners', () => {
  it('bear the months at whose end they own', () => {
    const first = asset('a', {
      owner: 'group:default/a',
      financials: {
        charges: [{ ...euro('1.00'), every: 'month', from: '2026-04-01', until: '2026-05-31' }],
      },
    });
    const moved = mergeDeclared(
      first,
      first.ref,
      'Asset',
      { ...first.spec, owner: 'group:default/b' },
      '2026-05-15',
    );
    const segments = segmentsOf([moved]);
    expect(segments).toHaveLength(2);
    const [april, may] = ['2026-04', '2026-05'].map(monthFromText);
    expect(costByOwner(segments, april, april + 1)).toEqual(
      new Map([
        ['group:default/a', new Map([['EUR', 100n]])],
        ['group:default/b', new Map([['EUR', 0n]])],
      ]),
    );
    expect(costByOwner(segments, may, may + 1).get('group:default/b')).toEqual(
      new Map([['EUR', 100n]]),
    );
  });
});

describe('licences', () => {
  const price = {
    amount: '1200.00',
    currency: 'EUR',
    per: 'unit' as const,
    every: 'year' as const,
  };
  const term = { start: '2026-01-01', end: '2026-12-31' };

  it('cost price times quantity; more seats count from their month', () => {
    const base = { quantity: 20, term, financials: { price } };
    const before = months(segmentsOf([license('x', base)]));
    const after = months(
      segmentsOf([
        license('x', {
          ...base,
          quantityChanges: [{ from: '2026-07-15', quantity: 30 }],
        }),
      ]),
    );
    expect(before).toEqual(range('2026-01', '2026-12', 200000));
    expect(after).toEqual({
      ...range('2026-01', '2026-06', 200000),
      ...range('2026-07', '2026-12', 300000),
    });
  });

  it('cost less for fewer seats from the next period only', () => {
    const segments = segmentsOf([
      license('x', {
        quantity: 20,
        term: { start: '2026-01-01', end: '2027-12-31' },
        quantityChanges: [{ from: '2026-07-15', quantity: 10 }],
        financials: { price },
      }),
    ]);
    expect(months(segments)).toEqual({
      ...range('2026-01', '2026-12', 200000),
      ...range('2027-01', '2027-12', 100000),
    });
  });

  it('count once when a subscription contract has charges', () => {
    const records = (type: 'subscription' | 'support') => [
      license('github', {
        quantity: 250,
        term,
        contract: 'contract:default/github-2026',
        services: [{ ref: 'system:default/delivery' }],
        financials: {
          price: { amount: '21.00', currency: 'USD', per: 'unit', every: 'month' },
        },
      }),
      contract('github-2026', {
        type,
        covers: ['license:default/github'],
        financials: {
          charges: [
            { amount: '63000.00', currency: 'USD', every: 'year', from: '2026-01-01' },
          ],
        },
      }),
    ];
    const counted = (list: CostRecord[]) =>
      totalCost(segmentsOf(list), START, END).get('USD');
    expect(counted(records('subscription'))).toBe(6_300_000n);
    expect(counted(records('support'))).toBe(12_600_000n);
    const [seats, agreement] = records('subscription');
    const context = contextOf([seats, agreement]);
    expect(costDependencies(seats, context)).toEqual([agreement.ref]);
    expect(costDependencies(agreement, context)).toEqual([seats.ref]);
    expect(costAffects(seats)).toEqual([agreement.ref]);
    expect(costAffects(agreement)).toEqual([]);
  });

  it('pay their own price in months the contract does not charge', () => {
    const segments = segmentsOf([
      license('x', {
        quantity: 1,
        term,
        contract: 'contract:default/c',
        financials: { price: { ...price, every: 'month' } },
      }),
      contract('c', {
        financials: {
          charges: [
            { ...euro('5.00'), every: 'month', from: '2026-03-01', until: '2026-04-30' },
          ],
        },
      }),
    ]);
    expect(months(segments)).toEqual({
      ...range('2026-01', '2026-02', 120000),
      ...range('2026-03', '2026-04', 500),
      ...range('2026-05', '2026-12', 120000),
    });
  });
});

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
    { amount: '63000.00', currency: 'USD', every: 'year' as const, from: '2026-01-01' },
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
      used([database, seats, contract('c', { covers, financials: { charges } })]),
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
          covers: [covers[0], { ref: covers[1], weight: 2 }, 'component:default/web'],
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
          charges: [{ amount, currency: 'USD', every: 'month', from: '2026-01-01' }],
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
        .map(slice => sliceMonths(segment, slice, monthFromText('2026-06'), monthFromText('2026-08'))),
    );
    expect(lateMonths).toEqual([[0n, 262_500n]]);
  });

  it('give a replaced licence its share even when they do not list it', () => {
    const named = license('named', {
      contract: 'contract:default/c',
      services: [{ ref: 'component:default/named' }],
    });
    expect(
      used([named, contract('c', { financials: { charges } })]),
    ).toEqual({ 'component:default/named': 6_300_000n });
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
