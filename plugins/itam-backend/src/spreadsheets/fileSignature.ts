const SIGNATURES: readonly {
  is: 'zip' | 'old-excel' | 'parquet';
  bytes: Buffer;
}[] = [
  { is: 'zip', bytes: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  { is: 'old-excel', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
  { is: 'parquet', bytes: Buffer.from('PAR1') },
];

/** Bytes needed to tell what a file is. */
export const SIGNATURE_LENGTH = 4;

/**
 * What a file is by its first bytes: an archive, as .xlsx files are, an old
 * .xls or encrypted workbook, Parquet, or anything else.
 */
export function fileSignature(
  start: Uint8Array,
): 'zip' | 'old-excel' | 'parquet' | undefined {
  return SIGNATURES.find(({ bytes }) =>
    bytes.equals(start.subarray(0, bytes.length)),
  )?.is;
}
