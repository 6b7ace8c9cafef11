import { rangeName, rangeOf, readCostView, writeCostView } from '.';

describe('the view in the address', () => {
  it('is read', () => {
    expect(
      readCostView(
        new URLSearchParams(
          'from=2026-01&to=2026-10&by=record&basis=owned&currency=EUR&month=2026-09',
        ),
      ),
    ).toEqual({
      from: '2026-01',
      to: '2026-10',
      by: 'record',
      basis: 'owned',
      currency: 'EUR',
      month: '2026-09',
    });
  });

  it('drops what makes no sense', () => {
    expect(
      readCostView(
        new URLSearchParams(
          'from=2026-10&to=2026-01&by=colour&basis=rented&currency=euro&month=13',
        ),
      ),
    ).toEqual({ by: 'category' });
  });

  it('is written without touching other parameters', () => {
    const next = writeCostView(new URLSearchParams('tab=a&month=2026-01'), {
      month: undefined,
      by: 'record',
      currency: 'USD',
    });
    expect(next.toString()).toBe('tab=a&by=record&currency=USD');
    expect(writeCostView(next, { by: 'category' }).has('by')).toBe(false);
  });
});

describe('named ranges', () => {
  it('are seen from the current month', () => {
    expect(rangeOf('last12', '2026-10')).toEqual({
      from: '2025-11',
      to: '2026-10',
    });
    expect(rangeOf('thisYear', '2026-10')).toEqual({
      from: '2026-01',
      to: '2026-12',
    });
    expect(rangeOf('next12', '2026-10').to).toBe('2027-09');
    expect(rangeOf('last24', '2026-10').from).toBe('2024-11');
  });

  it('are recognised', () => {
    expect(rangeName(rangeOf('last24', '2026-10'), '2026-10')).toBe('last24');
    expect(
      rangeName({ from: '2026-02', to: '2026-03' }, '2026-10'),
    ).toBeUndefined();
  });
});
