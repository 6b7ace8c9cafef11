import { cellText } from './cellText';
import type { ColumnKind } from './columnKind';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
/** Days since the Julian epoch before nanoseconds of the day. */
const int96 = (days: bigint, nanos: bigint) => (days << 64n) | nanos;

it.each<[string, ColumnKind, unknown, string]>([
  ['no value', { is: 'text' }, null, ''],
  ['an integer', { is: 'integer' }, 123456789012345678n, '123456789012345678'],
  ['a decimal', { is: 'decimal', scale: 2 }, 1234, '12.34'],
  ['one below one', { is: 'decimal', scale: 12 }, 800n, '0.000000000800'],
  ['one below zero', { is: 'decimal', scale: 3 }, -5n, '-0.005'],
  ['a whole one', { is: 'decimal', scale: 0 }, 7n, '7'],
  [
    'one of more digits than a double has',
    { is: 'decimal', scale: 10 },
    bytes('000000018ee90ff6c373e0ee4e3f0ad2'),
    '12345678901234567890.1234567890',
  ],
  [
    'one of bytes below zero',
    { is: 'decimal', scale: 2 },
    bytes('ff85'),
    '-1.23',
  ],
  ['one of no bytes', { is: 'decimal', scale: 2 }, bytes(''), '0.00'],
  ['a double, shortest', { is: 'double' }, 0.1 + 0.2, '0.30000000000000004'],
  ['a small double', { is: 'double' }, 8e-7, '8e-7'],
  ['no number', { is: 'double' }, Number.NaN, 'NaN'],
  ['a date', { is: 'date' }, 20_697, '2026-09-01'],
  [
    'milliseconds',
    { is: 'time', unit: 'MILLIS' },
    1_788_220_800_000n,
    '2026-09-01T00:00:00.000Z',
  ],
  [
    'microseconds',
    { is: 'time', unit: 'MICROS' },
    1_788_220_800_000_000n,
    '2026-09-01T00:00:00.000Z',
  ],
  [
    'nanoseconds',
    { is: 'time', unit: 'NANOS' },
    1_788_220_800_000_000_000n,
    '2026-09-01T00:00:00.000Z',
  ],
  [
    'INT96',
    { is: 'time', unit: 'INT96' },
    int96(2_440_588n + 20_697n, 3_600_000_000_000n),
    '2026-09-01T01:00:00.000Z',
  ],
  [
    'a time that no calendar has',
    { is: 'time', unit: 'MILLIS' },
    9_223_372_036_854_775_807n,
    '9223372036854775807 ms after 1970',
  ],
  ['a map', { is: 'map' }, { a: 'x', b: null }, '{"a":"x","b":null}'],
])('writes %s', (_, kind, value, text) => {
  expect(cellText(kind, value)).toBe(text);
});
