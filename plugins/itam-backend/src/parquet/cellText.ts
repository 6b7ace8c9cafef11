import type { ColumnKind } from './columnKind';

const DAY_IN_MS = 86_400_000;
const NANOS_IN_MS = 1_000_000n;
/** Days from the Julian epoch, which INT96 counts from, to 1970. */
const JULIAN_DAYS = 2_440_588n;
const PER_MS = { MILLIS: 1n, MICROS: 1_000n, NANOS: NANOS_IN_MS } as const;
const TIME_AT_MOST = 8_640_000_000_000_000;

/**
 * A value of a column as a CSV file has it; empty for no value. Decimals have
 * all their digits; a binary fraction is the shortest decimal that reads as it.
 */
export function cellText(kind: ColumnKind, value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  switch (kind.is) {
    case 'decimal':
      return decimalText(unitsOf(value), kind.scale);
    case 'date':
      return timeText(BigInt(Number(value)) * BigInt(DAY_IN_MS)).slice(0, 10);
    case 'time':
      return timeText(millisOf(kind.unit, bigintOf(value)));
    case 'map':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}

function unitsOf(value: unknown): bigint {
  return value instanceof Uint8Array
    ? // Two's complement, the highest byte first.
      BigInt.asIntN(
        value.length * 8,
        BigInt(`0x0${Buffer.from(value).toString('hex')}`),
      )
    : bigintOf(value);
}

function bigintOf(value: unknown): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (typeof value === 'number') {
    return BigInt(value);
  }
  throw new Error('A number was expected');
}

function decimalText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const at = digits.length - scale;
  const text =
    scale === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return units < 0n ? `-${text}` : text;
}

function millisOf(
  unit: (ColumnKind & { is: 'time' })['unit'],
  value: bigint,
): bigint {
  if (unit !== 'INT96') {
    return value / PER_MS[unit];
  }
  const days = BigInt.asIntN(32, value >> 64n) - JULIAN_DAYS;
  const nanos = BigInt.asUintN(64, value);
  return days * BigInt(DAY_IN_MS) + nanos / NANOS_IN_MS;
}

/** ISO 8601 in UTC; what no calendar has is told as it is. */
function timeText(millis: bigint): string {
  const time = Number(millis);
  return Math.abs(time) > TIME_AT_MOST
    ? `${millis} ms after 1970`
    : new Date(time).toISOString();
}
