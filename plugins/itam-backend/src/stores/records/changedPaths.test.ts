import fc from 'fast-check';
import { changedPaths } from './changedPaths';

describe('changedPaths', () => {
  it('names where values differ, lists as a whole', () => {
    expect(
      changedPaths(
        {
          title: 'a',
          spec: { owner: 'x', financials: { purchase: { amount: '1' } } },
        },
        {
          title: 'a',
          spec: {
            financials: {
              purchase: { amount: '2' },
              charges: [{ amount: '3' }],
            },
          },
        },
      ),
    ).toEqual([
      'spec.financials.charges',
      'spec.financials.purchase.amount',
      'spec.owner',
    ]);
  });

  it('is empty for equal values and never tells one', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (before, after) => {
        expect(changedPaths(before, before)).toEqual([]);
        const marked = { ...after, marked: 'value 4711.00' };
        expect(changedPaths(before, marked).join()).not.toContain('4711');
      }),
    );
  });
});
