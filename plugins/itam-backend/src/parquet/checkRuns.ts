/** Bits packed beyond the last value: less than a group of eight, or some groups. */
const SPARE_VALUES = 512;
const VARINT_BITS = 28;

/** Bytes that are walked through. */
export interface Walk {
  bytes: Uint8Array;
  at: number;
}

/** Reads a number of seven bits a byte. Throws for more than 32 bits. */
export function readVarint(walk: Walk): number {
  let value = 0;
  for (let shift = 0; shift <= VARINT_BITS; shift += 7) {
    const byte = readByte(walk);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      return value;
    }
  }
  throw new Error('A number has too many bytes');
}

/** The next byte. Throws at the end. */
export function readByte(walk: Walk): number {
  const byte = walk.bytes[walk.at];
  if (byte === undefined) {
    throw new Error('A page ends too early');
  }
  walk.at += 1;
  return byte;
}

/**
 * Throws when runs of repeated and packed values say more values than there
 * may be: a few bytes could stand for billions. Fewer are told where they are
 * read.
 *
 * @param most - Values there are at most
 */
export function checkRuns(
  bytes: Uint8Array,
  bitWidth: number,
  most: number,
): void {
  const walk = { bytes, at: 0 };
  let left = most;
  while (left > 0 && walk.at < bytes.length) {
    const header = readVarint(walk);
    const isPacked = header % 2 === 1;
    const groups = Math.floor(header / 2);
    const count = isPacked ? groups * 8 : groups;
    if (bitWidth > 32 || count > left + (isPacked ? SPARE_VALUES : 0)) {
      throw new Error('A run has more values than its page');
    }
    walk.at += isPacked ? groups * bitWidth : Math.ceil(bitWidth / 8);
    left -= count;
  }
}
