import { compareSpend, spendMonths, type MonthlyMoney } from './compareSpend';

const money = (
  month: number,
  minor: bigint,
  currency = 'EUR',
): MonthlyMoney => ({ month, minor, currency });

describe('spend beside charges', () => {
  it('counts charges from a month before the first entry to one after the last', () => {
    const charged = [10, 11, 12, 13, 14, 15].map(month => money(month, 1n));
    expect(compareSpend([money(12, 5n), money(13, 6n)], charged)).toEqual([
      { currency: 'EUR', spentMinor: 11n, chargedMinor: 4n },
    ]);
  });

  it('keeps currencies apart, and each to the months of its own entries', () => {
    expect(
      compareSpend(
        [money(12, 5n, 'USD'), money(2, -1n), money(2, 4n)],
        [
          money(12, 7n),
          money(12, 2n, 'USD'),
          money(3, 3n),
          money(9, 8n, 'JPY'),
        ],
      ),
    ).toEqual([
      { currency: 'EUR', spentMinor: 3n, chargedMinor: 3n },
      { currency: 'USD', spentMinor: 5n, chargedMinor: 2n },
    ]);
  });

  it('is told month by month, the newest first, without empty ones', () => {
    expect(
      spendMonths(
        [money(12, 5n), money(14, 6n)],
        [money(9, 7n), money(11, 7n), money(14, 2n), money(14, 1n, 'USD')],
      ),
    ).toEqual([
      { month: 14, currency: 'EUR', spentMinor: 6n, chargedMinor: 2n },
      { month: 12, currency: 'EUR', spentMinor: 5n, chargedMinor: 0n },
      { month: 11, currency: 'EUR', spentMinor: 0n, chargedMinor: 7n },
    ]);
  });

  it('has nothing to compare where nothing is spent', () => {
    expect(compareSpend([], [money(1, 1n)])).toEqual([]);
  });
});
