import { checkRuns } from './checkRuns';

/** A header of a run, and its values. */
const run = (header: number[], ...values: number[]) =>
  Uint8Array.from([...header, ...values]);

it.each([
  ['repeated values', run([10], 1), 5],
  ['packed values, the last group in part', run([3], 0xff), 5],
  ['fewer than there may be', run([4], 1), 5],
])('takes %s', (_, bytes, most) => {
  expect(() => checkRuns(bytes, 1, most)).not.toThrow();
});

it.each([
  ['billions of values in five bytes', run([0xfe, 0xff, 0xff, 0xff, 0x07], 1)],
  ['one more than there may be', run([12], 1)],
  ['a count that does not end', run([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
])('refuses %s', (_, bytes) => {
  expect(() => checkRuns(bytes, 1, 5)).toThrow(/run|number/);
});
