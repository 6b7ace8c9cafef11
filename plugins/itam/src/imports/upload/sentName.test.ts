import { sentName } from './sentName';

it.each([
  ['laptops.csv', 'laptops.csv'],
  [' Geräte 2026.xlsx ', 'Geräte 2026.xlsx'],
  ['lap\u0007top\u202es\n.csv', 'laptops.csv'],
  ['\u200b', undefined],
  [`${'💻'.repeat(300)}.csv`, '💻'.repeat(255)],
])('names the file %j as %j', (name, sent) => {
  expect(sentName(name)).toBe(sent);
});
