import {
  costCenterInForce,
  entryInForce,
  isDatedServices,
  ownerInForce,
  servicesInForce,
} from './inForce';

describe('dated values', () => {
  const owners = [
    { from: '2026-05-15', ref: 'b' },
    { ref: 'a' },
    { from: '2026-07-01', ref: 'c' },
  ];

  it('takes the latest entry that has started, its first day included', () => {
    expect(ownerInForce(owners, '2026-05-14')).toBe('a');
    expect(ownerInForce(owners, '2026-05-15')).toBe('b');
    expect(ownerInForce(owners, '2030-01-01')).toBe('c');
    expect(ownerInForce('x', '2026-01-01')).toBe('x');
  });

  it('answers undefined before the first entry', () => {
    expect(entryInForce([{ from: '2026-05-15' }], '2026-05-14')).toBe(
      undefined,
    );
    expect(
      costCenterInForce(
        [{ from: '2026-05-15', costCenter: 'a' }],
        '2026-01-01',
      ),
    ).toBe(undefined);
  });

  it('reads plain and dated services and cost centres', () => {
    const dated = [
      { services: [{ ref: 'a' }] },
      { from: '2026-05-15', services: [{ ref: 'b' }] },
    ];
    expect(servicesInForce(dated, '2026-05-14')).toEqual([{ ref: 'a' }]);
    expect(servicesInForce(dated, '2026-05-15')).toEqual([{ ref: 'b' }]);
    expect(servicesInForce([{ ref: 'c' }], '2026-05-15')).toEqual([
      { ref: 'c' },
    ]);
    expect(servicesInForce(undefined, '2026-05-15')).toEqual([]);
    expect(
      servicesInForce([{ from: '2027-01-01', services: [] }], '2026-05-15'),
    ).toEqual([]);
    expect(isDatedServices([])).toBe(false);
    expect(costCenterInForce('CC-1', '2026-01-01')).toBe('CC-1');
    expect(costCenterInForce(undefined, '2026-01-01')).toBe(undefined);
  });
});
