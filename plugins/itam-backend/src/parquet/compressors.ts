import {
  brotliDecompressSync,
  gunzipSync,
  zstdDecompressSync,
} from 'node:zlib';
import { snappyUncompress, type CompressionCodec } from 'hyparquet';

/** Unpacks a page; to no more bytes than its header says. */
export type Decompressor = (
  packed: Uint8Array,
  byteLength: number,
) => Uint8Array;

/** How pages may be packed. */
export const COMPRESSORS: Partial<Record<CompressionCodec, Decompressor>> = {
  GZIP: (packed, byteLength) =>
    gunzipSync(packed, { maxOutputLength: Math.max(1, byteLength) }),
  BROTLI: (packed, byteLength) =>
    brotliDecompressSync(packed, { maxOutputLength: Math.max(1, byteLength) }),
  ZSTD: (packed, byteLength) =>
    zstdDecompressSync(packed, { maxOutputLength: Math.max(1, byteLength) }),
  SNAPPY: (packed, byteLength) => {
    const bytes = new Uint8Array(byteLength);
    snappyUncompress(packed, bytes);
    return bytes;
  },
};

/** Unpacks a page; undefined for a way of packing that is not taken. */
export function unpacked(
  codec: CompressionCodec,
  packed: Uint8Array,
  byteLength: number,
): Uint8Array | undefined {
  return codec === 'UNCOMPRESSED'
    ? packed
    : COMPRESSORS[codec]?.(packed, byteLength);
}

/** Whether pages packed in this way are taken. */
export function isTaken(codec: CompressionCodec): boolean {
  return codec === 'UNCOMPRESSED' || COMPRESSORS[codec] !== undefined;
}

/** What is taken, as it is said. */
export const CODECS = 'uncompressed, Snappy, gzip, Zstandard or Brotli';
