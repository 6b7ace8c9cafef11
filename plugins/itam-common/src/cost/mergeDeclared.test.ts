import fc from 'fast-check';
import type { AssetSpec } from '../entities/types';
import { addDays } from '../values';
import { markRemoved, mergeDeclared } from './mergeDeclared';
import { valueInMonth } from './months';
import { monthOf } from '../values';

const REF = 'asset:team-a/server';

function spec(rest: Partial<AssetSpec> = {}): AssetSpec {
  return {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'platform',
    ...rest,
  };
}

const first = mergeDeclared(undefined, REF, 'Asset', spec(), '2026-03-10');

describe('declared timelines', () => {
  it('start with the record, refs completed like their fields', () => {
    const record = mergeDeclared(
      undefined,
      REF,
      'Asset',
      spec({
        services: [{ ref: 'Api' }, { ref: 'system:default/shop', share: 20 }],
        financials: { costCenter: 'CC-1' },
      }),
      '2026-03-10',
    );
    expect(record).toMatchObject({
      ref: REF,
      kind: 'Asset',
      owners: [{ from: null, value: 'group:team-a/platform' }],
      costCenters: [{ from: null, value: 'CC-1' }],
      services: [
        {
          from: null,
          value: [
            { ref: 'component:team-a/api', basisPoints: 8000 },
            { ref: 'system:default/shop', basisPoints: 2000 },
          ],
        },
      ],
      covers: [{ from: null, value: [] }],
      removedOn: null,
    });
  });

  it('take a changed value from its delivery and add nothing unchanged', () => {
    const same = mergeDeclared(first, REF, 'Asset', spec(), '2026-04-01');
    expect(same.owners).toEqual(first.owners);
    const changed = mergeDeclared(
      same,
      REF,
      'Asset',
      spec({ owner: 'group:default/b' }),
      '2026-05-15',
    );
    expect(changed.owners).toEqual([
      { from: null, value: 'group:team-a/platform' },
      { from: '2026-05-15', value: 'group:default/b' },
    ]);
    const corrected = mergeDeclared(
      changed,
      REF,
      'Asset',
      spec({ owner: 'group:default/c' }),
      '2026-05-15',
    );
    expect(corrected.owners).toEqual([
      { from: null, value: 'group:team-a/platform' },
      { from: '2026-05-15', value: 'group:default/c' },
    ]);
    expect(
      mergeDeclared(corrected, REF, 'Asset', spec(), '2026-05-15').owners,
    ).toEqual(first.owners);
  });

  it('let written dates win from the first of them', () => {
    const owner = [
      { from: '2026-06-01', ref: 'user:default/b' },
      { from: '2026-02-01', ref: 'c' },
    ];
    expect(
      mergeDeclared(first, REF, 'Asset', spec({ owner }), '2026-05-15').owners,
    ).toEqual([
      { from: null, value: 'group:team-a/platform' },
      { from: '2026-02-01', value: 'group:team-a/c' },
      { from: '2026-06-01', value: 'user:default/b' },
    ]);
    expect(
      mergeDeclared(undefined, REF, 'Asset', spec({ owner }), '2026-05-15')
        .owners[0],
    ).toEqual({ from: null, value: null });
    expect(
      mergeDeclared(
        first,
        REF,
        'Asset',
        spec({
          owner: [{ ref: 'x' }, { from: '2026-06-01', ref: 'y' }],
          services: [
            { services: [{ ref: 'api' }] },
            { from: '2026-07-01', services: [] },
          ],
          financials: {
            costCenter: [
              { costCenter: 'A' },
              { from: '2026-08-01', costCenter: 'B' },
            ],
          },
        }),
        '2026-05-15',
      ),
    ).toMatchObject({
      owners: [
        { from: null, value: 'group:team-a/x' },
        { from: '2026-06-01', value: 'group:team-a/y' },
      ],
      services: [
        { from: null, value: [{ ref: 'component:team-a/api' }] },
        { from: '2026-07-01', value: [] },
      ],
      costCenters: [
        { from: null, value: 'A' },
        { from: '2026-08-01', value: 'B' },
      ],
    });
  });

  it('keep covers of contracts with weights, sorted', () => {
    const record = mergeDeclared(
      undefined,
      'contract:default/c',
      'Contract',
      {
        type: 'support',
        vendor: 'dell',
        owner: 'a',
        term: { start: '2026-01-01' },
        covers: [{ ref: 'asset:x', weight: 3 }, 'Asset:default/B'],
      },
      '2026-01-01',
    );
    expect(record.covers).toEqual([
      {
        from: null,
        value: [
          { ref: 'asset:default/b', weight: 1 },
          { ref: 'asset:default/x', weight: 3 },
        ],
      },
    ]);
  });

  it('come back from removal when delivered again', () => {
    const removed = markRemoved(first, '2026-04-01');
    expect(removed.removedOn).toBe('2026-04-01');
    expect(
      mergeDeclared(removed, REF, 'Asset', spec(), '2026-05-01').removedOn,
    ).toBeNull();
  });

  it('refuse a spec of another kind', () => {
    expect(() =>
      mergeDeclared(
        undefined,
        REF,
        'Asset',
        {
          type: 'support',
          vendor: 'dell',
          owner: 'a',
          term: { start: '2026-01-01' },
        },
        '2026-01-01',
      ),
    ).toThrow('does not belong to the kind');
  });

  it('stay sorted, without repetition, and show each change in its month', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            days: fc.integer({ min: 0, max: 40 }),
            owner: fc.constantFrom('a', 'b', 'c'),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        deliveries => {
          let record = first;
          let date = '2026-03-10';
          for (const { days, owner } of deliveries) {
            const before = record.owners;
            date = addDays(date, days);
            record = mergeDeclared(record, REF, 'Asset', spec({ owner }), date);
            const month = monthOf(date);
            expect(valueInMonth(record.owners, month)).toBe(
              `group:team-a/${owner}`,
            );
            expect(valueInMonth(record.owners, month - 1)).toBe(
              valueInMonth(before, month - 1),
            );
          }
          expect(record.owners[0].from).toBeNull();
          record.owners.slice(1).forEach((entry, index) => {
            const previous = record.owners[index];
            expect((previous.from ?? '') < (entry.from ?? '')).toBe(true);
            expect(previous.value).not.toBe(entry.value);
          });
        },
      ),
    );
  });
});
