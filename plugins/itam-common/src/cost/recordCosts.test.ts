import { contextOf, asset, contract, license, OPTIONS } from './testing/estate';
import { markRemoved } from './mergeDeclared';
import { recordCosts } from './recordCosts';
import { costByService } from './rollUp';
import { END, euro, months, START } from './testing/monthlyCosts';
import {
  COST_CATEGORIES,
  type CostRecord,
  type CostSegment,
  natureOfCategory,
} from './types';

const SERVICINGS = [
  { date: '2026-05-20', minor: 7_000n, currency: 'EUR' },
  { date: '2026-02-10', minor: 3_000n, currency: 'EUR' },
  { date: '2026-02-11', minor: 0n, currency: 'EUR' },
  { date: '2031-02-10', minor: 9_999n, currency: 'EUR' },
];

const costs = (record: CostRecord, others: CostRecord[] = []) =>
  recordCosts(record, contextOf([record, ...others]), OPTIONS);
const servicing = ({ category }: CostSegment) => category === 'servicing';
const inView = (segments: CostSegment[], view: CostSegment['view']) =>
  segments.filter(segment => segment.view === view);

describe('servicings', () => {
  it.each<[string, CostRecord]>([
    ['an asset', asset('a')],
    [
      'a rejected request',
      asset('a', { stage: 'planning', status: 'rejected' }),
    ],
    ['a licence', license('l')],
    ['a contract', contract('c')],
  ])('of %s cost in full in their month, in both views', (_, record) => {
    const all = costs({ ...record, servicings: SERVICINGS });
    for (const view of ['accrued', 'invoiced'] as const) {
      expect(months(inView(all, view), servicing)).toEqual({
        '2026-02': '3000',
        '2026-05': '7000',
      });
    }
    expect(all.map(({ certainty }) => certainty)).toEqual([
      'actual',
      'actual',
      'actual',
      'actual',
    ]);
  });

  it('fall on the owner and the services of their month', () => {
    const moved = asset('a', {
      owner: [
        { ref: 'group:default/a' },
        { from: '2026-03-31', ref: 'group:default/b' },
      ],
      services: [{ ref: 'component:default/api', share: 40 }],
    });
    const all = costs({ ...moved, servicings: SERVICINGS });
    expect(
      inView(all, 'invoiced').map(({ ownerRef, totalMinor }) => [
        ownerRef,
        totalMinor,
      ]),
    ).toEqual([
      ['group:default/a', 3_000n],
      ['group:default/b', 7_000n],
    ]);
    expect(costByService(inView(all, 'accrued'), START, END)).toEqual(
      new Map([
        ['component:default/api', new Map([['EUR', 4_000n]])],
        [null, new Map([['EUR', 6_000n]])],
      ]),
    );
  });

  it('count through the month of the removal, in both views', () => {
    const removed = markRemoved(
      { ...asset('a'), servicings: SERVICINGS },
      '2026-02-01',
    );
    for (const view of ['accrued', 'invoiced'] as const) {
      expect(months(inView(costs(removed), view))).toEqual({
        '2026-02': '3000',
      });
    }
  });

  it('of a contract fall on what it covers', () => {
    const covered = asset('a', {
      services: [{ ref: 'component:default/api' }],
    });
    const support = contract('c', {
      type: 'support',
      covers: ['asset:default/a'],
    });
    expect(
      costByService(
        inView(
          costs({ ...support, servicings: SERVICINGS }, [covered]),
          'accrued',
        ),
        START,
        END,
      ),
    ).toEqual(
      new Map([['component:default/api', new Map([['EUR', 10_000n]])]]),
    );
  });
});

describe('all costs of a record', () => {
  it('are those of both views, plain segments, accrued first', () => {
    const server = asset('a', {
      inService: '2026-01-01',
      financials: {
        purchase: { ...euro('4800.00'), date: '2026-01-10' },
        depreciation: { method: 'straight-line', months: 48 },
        charges: [{ ...euro('10.00'), every: 'once', from: '2026-03-15' }],
      },
    });
    const all = costs(server);
    expect(all.map(({ view, category }) => `${view} ${category}`)).toEqual([
      'accrued depreciation',
      'accrued charge',
      'invoiced purchase',
      'invoiced charge',
    ]);
    for (const segment of all) {
      expect(Object.keys(segment)).not.toContain('date');
      expect(Object.keys(segment)).not.toContain('nature');
    }
  });

  it('contain renewals, whatever the options say', () => {
    const rolled = contract('c', {
      renewal: { kind: 'automatic', months: 12 },
      financials: {
        charges: [{ ...euro('120.00'), every: 'year', from: '2026-01-01' }],
      },
    });
    const certainties = costs(rolled).map(({ certainty }) => certainty);
    expect(new Set(certainties)).toEqual(new Set(['actual', 'forecast']));
  });
});

describe('categories', () => {
  it('are capital when something is bought, improved or sold', () => {
    expect(
      COST_CATEGORIES.filter(
        category => natureOfCategory(category) === 'capital',
      ),
    ).toEqual(['purchase', 'improvement', 'proceeds']);
  });
});
