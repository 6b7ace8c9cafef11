import { lastQuarters, quarterOf, quartersOf } from './quarters';

const calendar = { currentMonth: '2026-11', fiscalYearFrom: '2026-01' };
const april = { currentMonth: '2026-11', fiscalYearFrom: '2026-04' };

it('counts quarters within the fiscal year, the newest first', () => {
  expect(quartersOf(calendar).slice(0, 5)).toEqual([
    { from: '2026-10', to: '2026-12', number: 4 },
    { from: '2026-07', to: '2026-09', number: 3 },
    { from: '2026-04', to: '2026-06', number: 2 },
    { from: '2026-01', to: '2026-03', number: 1 },
    { from: '2025-10', to: '2025-12', number: 4 },
  ]);
  expect(quartersOf(april)[0]).toEqual({
    from: '2026-10',
    to: '2026-12',
    number: 3,
  });
  expect(quartersOf(april)[3].number).toBe(4);
});

it('knows a quarter by its ends', () => {
  expect(quarterOf({ from: '2026-07', to: '2026-09' }, calendar)?.number).toBe(
    3,
  );
  expect(quarterOf({ from: '2026-08', to: '2026-10' }, calendar)).toBe(
    undefined,
  );
});

it('compares the last two quarters that are over', () => {
  expect(lastQuarters(calendar)).toEqual({
    from: '2026-07',
    to: '2026-09',
    baseFrom: '2026-04',
    baseTo: '2026-06',
  });
});
