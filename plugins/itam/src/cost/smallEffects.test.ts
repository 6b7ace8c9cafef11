import { withoutNoise } from './smallEffects';

describe('withoutNoise', () => {
  const effect = (cause: 'price' | 'rate' | 'share', amount: string) => ({
    cause,
    amount,
  });

  it('puts what is small beside the largest together', () => {
    const rate = effect('rate', '-5.13');
    expect(
      withoutNoise(
        [rate, effect('price', '0.02'), effect('share', '-0.01')],
        'EUR',
      ),
    ).toEqual({ shown: [rate], rest: '0.01' });
  });

  it('keeps small effects when all are small', () => {
    const effects = [effect('price', '0.02'), effect('share', '-0.01')];
    expect(withoutNoise(effects, 'EUR')).toEqual({
      shown: effects,
      rest: '0.00',
    });
  });

  it('keeps a whole unit of the currency, however large the others are', () => {
    const effects = [effect('price', '90000.00'), effect('share', '-1.00')];
    expect(withoutNoise(effects, 'EUR').shown).toEqual(effects);
  });

  it('keeps nothing of no effect', () => {
    expect(withoutNoise([], 'JPY')).toEqual({ shown: [], rest: '0' });
  });
});
