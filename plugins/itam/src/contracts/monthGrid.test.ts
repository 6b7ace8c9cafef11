import { monthGrid } from './monthGrid';

it('starts weeks as the locale does and has every day once', () => {
  const british = monthGrid('2026-11', 'en-GB');
  expect(british.weekdays[0].long).toBe('Monday');
  expect(british.weeks[0]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    '2026-11-01',
  ]);
  const american = monthGrid('2026-11', 'en-US');
  expect(american.weekdays[0].long).toBe('Sunday');
  expect(american.weeks[0][0]).toBe('2026-11-01');
  for (const { weeks } of [british, american]) {
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeks.every(week => week.length === 7)).toBe(true);
  }
});

it('knows the leap day', () => {
  expect(monthGrid('2028-02', 'de').weeks.flat()).toContain('2028-02-29');
  expect(monthGrid('2026-02', 'de').weeks.flat()).not.toContain('2026-02-29');
});
