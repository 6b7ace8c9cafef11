import { AUTUMN, costsOf } from './__testUtils__/costAnswers';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

describeShop('costs in one currency', [], shop => {
  const costs = async (persona: Persona, query: string) =>
    await costsOf(shop, persona, query);

  it('converts month by month and names what has no rate', async () => {
    const answer = await costs('finance', `of=all&by=currency&${AUTUMN}`);
    expect(answer.total.converted).toEqual({
      currency: 'EUR',
      // August: 200 euros alone; September at 1.25, October at 1.10.
      months: ['200.00', '360.00', '381.82'],
      total: '941.82',
    });
    expect(answer.coverage.ratesMissing).toEqual([
      { currency: 'USD', months: ['2026-08'] },
    ]);
    expect(answer.rates).toEqual([
      {
        month: '2026-09',
        currency: 'USD',
        unitsPerEuro: '1.25',
        date: '2026-09-29',
        quality: 'final',
      },
      {
        month: '2026-10',
        currency: 'USD',
        unitsPerEuro: '1.10',
        date: '2026-10-14',
        quality: 'provisional',
      },
    ]);
    const future = await costs('finance', 'of=all&from=2026-11&to=2026-11');
    expect(future.rates).toEqual([
      {
        month: '2026-11',
        currency: 'USD',
        unitsPerEuro: '1.10',
        date: '2026-10-14',
        quality: 'forecast',
      },
    ]);
  });

  it('fits converted lines to the converted total', async () => {
    for (const by of ['record', 'service', 'owner', 'supplier', 'category']) {
      const answer = await costs(
        'finance',
        `of=all&by=${by}&currency=JPY&from=2026-10&to=2026-10`,
      );
      expect(answer.total.converted.months).toEqual(['0']);
      const usd = await costs(
        'finance',
        `of=all&by=${by}&currency=USD&${AUTUMN}`,
      );
      const cents = (amount: string) => BigInt(amount.replace('.', ''));
      usd.total.converted.months.forEach((total, month) => {
        expect(
          usd.groups.reduce(
            (sum, group) => sum + cents(group.series.converted.months[month]),
            0n,
          ),
        ).toBe(cents(total));
      });
    }
  });

  it('lists lines by what they come to in one currency', async () => {
    // A laptop costs as many US dollars a month as a server costs euros.
    for (const by of ['record', 'service', 'owner', 'supplier', 'category']) {
      const { groups } = await costs(
        'finance',
        `of=all&by=${by}&currency=EUR&${AUTUMN}`,
      );
      const sizes = groups
        .filter(({ key }) => !['other', 'hidden'].includes(key))
        .map(({ series }) => Math.abs(Number(series.converted.total)));
      expect({ by, sizes }).toEqual({
        by,
        sizes: [...sizes].sort((a, b) => b - a),
      });
    }
  });
});
