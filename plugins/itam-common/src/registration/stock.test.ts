import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { checkInStock, checkOutStock, stockLevel } from './stock';

seedProperties(300);

const jane = 'user:default/jane';

describe('stock', () => {
  it('says how many are left when there are not enough', () => {
    const answer = checkOutStock(
      {
        quantity: 40,
        holdings: [{ to: jane, quantity: 37, from: '2026-01-01' }],
      },
      { to: jane, count: 4, from: '2026-06-01' },
    );
    expect(!answer.ok && answer.problems[0].message).toBe(
      'count: found 4; allowed: only 3 of 40 left',
    );
  });

  it('says that none is left', () => {
    const answer = checkOutStock(
      {
        quantity: 1,
        holdings: [{ to: jane, quantity: 1, from: '2026-01-01' }],
      },
      { to: jane, count: 1, from: '2026-06-01' },
    );
    expect(!answer.ok && answer.problems[0].allowed).toBe(
      'none, as all 1 are out',
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('hands out no %d pieces', count => {
    expect(
      checkOutStock(
        { quantity: 4, holdings: [] },
        { to: jane, count, from: '2026-06-01' },
      ).ok,
    ).toBe(false);
    expect(checkInStock([], { to: jane, count, date: '2026-06-01' }).ok).toBe(
      false,
    );
  });

  it('refuses holders and days that are none, all at once', () => {
    const answer = checkOutStock(
      { quantity: 4, holdings: [] },
      { to: 'component:x', count: 5, from: 'today' },
    );
    expect(answer.ok ? [] : answer.problems.map(({ rule }) => rule)).toEqual([
      'ref-kind',
      'date',
      'not-enough',
    ]);
    expect(
      checkInStock([], { to: jane, count: 1, date: '2026-02-30' }).ok,
    ).toBe(false);
  });

  it('takes back the oldest first and splits what is left', () => {
    const answer = checkInStock(
      [
        { to: jane, quantity: 3, from: '2026-02-01' },
        { to: jane, quantity: 2, from: '2026-01-01' },
        { to: 'user:default/max', quantity: 9, from: '2026-01-01' },
      ],
      { to: jane, count: 3, date: '2026-06-01' },
    );
    expect(answer.ok && answer.holdings).toEqual([
      { to: jane, quantity: 1, from: '2026-02-01', until: '2026-06-01' },
      { to: jane, quantity: 2, from: '2026-02-01' },
      { to: jane, quantity: 2, from: '2026-01-01', until: '2026-06-01' },
      { to: 'user:default/max', quantity: 9, from: '2026-01-01' },
    ]);
  });

  it('takes back no more than somebody has, nor before it was handed out', () => {
    const holdings = [{ to: jane, quantity: 2, from: '2026-02-01' }];
    const tooMany = checkInStock(holdings, {
      to: jane,
      count: 3,
      date: '2026-06-01',
    });
    expect(!tooMany.ok && tooMany.problems[0].allowed).toBe(
      `at most the 2 that ${jane} has`,
    );
    const tooEarly = checkInStock(holdings, {
      to: jane,
      count: 1,
      date: '2026-01-01',
    });
    expect(!tooEarly.ok && tooEarly.problems[0].allowed).toBe(
      `none, as ${jane} had none on 2026-01-01`,
    );
  });

  it('shows pieces that are out beyond those there are', () => {
    expect(
      stockLevel(2, [{ to: jane, quantity: 5, from: '2026-01-01' }]),
    ).toEqual({ total: 2, out: 5, left: 0, missing: 3 });
    expect(() => stockLevel(-1, [])).toThrow(RangeError);
  });

  it('never loses a piece', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        (quantities, count) => {
          const holdings = quantities.map((quantity, at) => ({
            to: jane,
            quantity,
            from: `2026-01-0${at + 1}`,
          }));
          const out = quantities.reduce((sum, one) => sum + one, 0);
          const answer = checkInStock(holdings, {
            to: jane,
            count,
            date: '2026-06-01',
          });
          const left = answer.ok
            ? stockLevel(100, answer.holdings).out
            : undefined;
          expect(left).toBe(count <= out ? out - count : undefined);
        },
      ),
    );
  });
});
