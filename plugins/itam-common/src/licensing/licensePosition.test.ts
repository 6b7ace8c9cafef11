import type { LicenseSpec } from '../entities/types';
import type { ConsumptionFacts, DeviceFacts } from './consumption';
import { licensePools, licensePosition } from './licensePosition';

const price = {
  amount: '21.00',
  currency: 'USD',
  per: 'unit' as const,
  every: 'month' as const,
};

function license(rest: Partial<LicenseSpec> = {}): LicenseSpec {
  return {
    type: 'subscription',
    product: 'Suite',
    owner: 'group:default/a',
    metric: 'named-user',
    quantity: 10,
    term: { start: '2026-01-01', end: '2026-12-31' },
    financials: { price },
    ...rest,
  };
}

const users = (...names: string[]) =>
  names.map(name => ({ to: `user:default/${name}` }));

function facts(
  rest: Partial<ConsumptionFacts> = {},
  devices: Record<string, DeviceFacts> = {},
): ConsumptionFacts {
  return { device: ref => devices[ref], ...rest };
}

describe('licence position', () => {
  it('counts distinct users with an assignment in force', () => {
    const result = licensePosition(
      [
        license({
          quantity: 2,
          quantityChanges: [{ from: '2026-06-01', quantity: 3 }],
          assignments: [
            ...users('a', 'a', 'b'),
            { to: 'user:default/c', from: '2026-07-01' },
            { to: 'user:default/d', until: '2026-05-31' },
            { to: 'user:default/e', until: '2026-06-01' },
          ],
        }),
      ],
      facts(),
      '2026-06-01',
    );
    expect(result).toMatchObject({
      applicable: true,
      entitled: 3,
      assigned: 3,
      consumed: 3,
      position: 0,
      reclaimable: null,
      unused: null,
      wastePerMonth: null,
      unitPricePerMonth: { minor: 2100n, currency: 'USD' },
      costPerSeatPerMonth: { minor: 2100n, currency: 'USD' },
      trueUp: { minor: 0n, currency: 'USD' },
    });
  });

  it('pools terms in effect only', () => {
    const result = licensePosition(
      [
        license({ assignments: users('a') }),
        license({ quantity: 5, assignments: users('a', 'b') }),
        license({ term: { start: '2025-01-01', end: '2025-12-31' } }),
      ],
      facts(),
      '2026-06-01',
    );
    expect(result).toMatchObject({ entitled: 15, consumed: 2, position: 13 });
    const expired = licensePosition([license()], facts(), '2027-01-01');
    expect(expired).toMatchObject({ applicable: true, entitled: 0 });
  });

  it('values waste once use is measured, and only then', () => {
    const seats = [license({ assignments: users('busy', 'idle', 'never') })];
    const measured = licensePosition(
      seats,
      facts({
        lastUsed: new Map([
          ['user:default/busy', '2026-05-30'],
          ['user:default/idle', '2026-01-15'],
        ]),
        reclaimAfterDays: 30,
      }),
      '2026-06-01',
    );
    expect(measured).toMatchObject({
      reclaimable: ['user:default/idle', 'user:default/never'],
      unused: 9,
      wastePerMonth: { minor: 9n * 2100n, currency: 'USD' },
    });
    expect(
      licensePosition(
        [
          license({
            assignments: [{ to: 'user:default/new', from: '2026-05-20' }],
          }),
        ],
        facts({ lastUsed: new Map() }),
        '2026-06-01',
      ).reclaimable,
    ).toEqual([]);
  });

  it('counts devices in use, their cores and processors', () => {
    const devices = {
      'asset:default/big': { decommissioned: false, cores: 24, processors: 2 },
      'asset:default/small': { decommissioned: false, cores: 4, processors: 1 },
      'asset:default/gone': { decommissioned: true, cores: 64, processors: 4 },
    };
    const assignments = Object.keys(devices).map(to => ({ to }));
    const consumed = (rest: Partial<LicenseSpec>) =>
      licensePosition(
        [license({ assignments, ...rest })],
        facts({}, devices),
        '2026-06-01',
      ).consumed;
    expect(consumed({ metric: 'device' })).toBe(2);
    expect(consumed({ metric: 'processor' })).toBe(3);
    expect(consumed({ metric: 'core', factor: 0.5, minimumPerDevice: 8 })).toBe(
      20,
    );
    expect(
      consumed({
        metric: 'core',
        assignments: [...assignments, { to: 'asset:default/unknown' }],
      }),
    ).toBeNull();
    expect(
      consumed({
        metric: 'processor',
        assignments: [{ to: 'asset:default/unknown' }],
      }),
    ).toBeNull();
  });

  it('takes measured metrics as measured, else leaves them unknown', () => {
    const position = (rest: Partial<LicenseSpec>, known = facts()) =>
      licensePosition([license(rest)], known, '2026-06-01').position;
    expect(position({ metric: 'concurrent-user' })).toBeNull();
    expect(
      position({ metric: 'concurrent-user' }, facts({ peakConcurrent: 12 })),
    ).toBe(-2);
    expect(position({ metric: 'consumption' })).toBeNull();
    expect(position({ metric: 'consumption' }, facts({ usedUnits: 4 }))).toBe(
      6,
    );
    expect(position({ metric: 'instance', assignments: users('a', 'a') })).toBe(
      8,
    );
  });

  it('does not apply to open source or without a quantity', () => {
    const none = {
      applicable: false,
      entitled: null,
      position: null,
      trueUp: null,
    };
    expect(
      licensePosition(
        [license({ type: 'open-source' })],
        facts(),
        '2026-06-01',
      ),
    ).toMatchObject(none);
    const { quantity, ...unlimited } = license();
    expect(quantity).toBe(10);
    expect(licensePosition([unlimited], facts(), '2026-06-01')).toMatchObject(
      none,
    );
    expect(() => licensePosition([], facts(), '2026-06-01')).toThrow(
      'at least one licence',
    );
  });

  it('buys missing units at the price agreed last', () => {
    const missing = (rest: Partial<LicenseSpec>) =>
      licensePosition(
        [license({ quantity: 1, assignments: users('a', 'b', 'c'), ...rest })],
        facts(),
        '2026-10-20',
      ).trueUp;
    expect(missing({})).toEqual({ minor: 2n * 2100n * 3n, currency: 'USD' });
    expect(
      missing({ financials: { price: { ...price, every: 'once' } } }),
    ).toEqual({ minor: 4200n, currency: 'USD' });
    expect(
      missing({
        financials: { price: { ...price, per: 'total', every: 'year' } },
      }),
    ).toEqual({ minor: 1050n, currency: 'USD' });
    expect(missing({ financials: {} })).toBeNull();
    expect(missing({ term: { start: '2026-01-01' } })).toBeNull();
  });

  it('groups licences by product and metric', () => {
    const a = { spec: license({ product: 'Suite ' }) };
    const b = { spec: license({ product: 'suite' }) };
    const c = { spec: license({ metric: 'device' }) };
    expect(licensePools([a, c, b])).toEqual([[a, b], [c]]);
  });
});
