import { monthFromText, monthText } from '../values';
import { costDependencies } from './costDependencies';
import { markRemoved, mergeDeclared } from './mergeDeclared';
import { costByOwner, costByService, totalCost } from './rollUp';
import { asset, contextOf, OPTIONS, segmentsOf } from './testing/estate';
import { END, euro, months, range, START } from './testing/monthlyCosts';

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
    expect(
      costByService(segments, START, END).get('component:default/api'),
    ).toEqual(new Map([['EUR', 115200n]]));
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
      {
        ...rack.spec,
        partOf: 'room',
        services: [{ ref: 'component:default/api' }],
      },
      '2026-03-20',
    );
    const server = asset('server', {
      partOf: 'rack',
      financials: {
        charges: [
          {
            ...euro('1.00'),
            every: 'month',
            from: '2026-01-01',
            until: '2026-04-30',
          },
        ],
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
      financials: {
        charges: [{ ...euro('1.00'), every: 'once', from: '2026-01-01' }],
      },
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
        charges: [
          {
            ...euro('1.00'),
            every: 'month',
            from: '2026-04-01',
            until: '2026-05-31',
          },
        ],
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
