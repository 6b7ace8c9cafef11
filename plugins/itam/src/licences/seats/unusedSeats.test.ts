import {
  readUnusedDays,
  type Seat,
  unusedSeats,
  writeUnusedDays,
} from './unusedSeats';

const seat = (id: number, from?: string, lastUsed?: string): Seat => ({
  id,
  holder: { ref: `user:default/u${id}`, resolved: true },
  license: 'license:default/tool',
  from,
  lastUsed,
  reclaimable: false,
});

it('finds seats neither handed out nor used for so many days', () => {
  const seats = [
    seat(1, '2026-01-01', '2026-07-02'),
    seat(2, '2026-01-01', '2026-07-03'),
    seat(3, '2026-09-30'),
    seat(4, '2026-01-01'),
    seat(5),
  ];
  const ids = (days: number) =>
    unusedSeats(seats, days, '2026-09-30').map(({ id }) => id);
  expect(ids(90)).toEqual([1, 4, 5]);
  expect(ids(89)).toEqual([1, 2, 4, 5]);
  expect(ids(1)).toEqual([1, 2, 4, 5]);
});

it.each([
  ['90', 90],
  ['1', 1],
  ['3650', 3650],
  ['0', undefined],
  ['3651', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['many', undefined],
  ['', undefined],
])('reads %j days from an address as %j', (text, days) => {
  expect(readUnusedDays(new URLSearchParams({ unused: text }))).toBe(days);
});

it('keeps the rest of the address', () => {
  const search = new URLSearchParams('pool=license:default/tool');
  const written = writeUnusedDays(search, 30);
  expect(String(written)).toBe('pool=license%3Adefault%2Ftool&unused=30');
  expect(String(writeUnusedDays(written, undefined))).toBe(
    'pool=license%3Adefault%2Ftool',
  );
  expect(readUnusedDays(writeUnusedDays(search, 99_999))).toBe(3650);
});
