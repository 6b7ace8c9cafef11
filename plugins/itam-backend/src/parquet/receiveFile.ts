import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that can be read at any place. */
export interface ReceivedFile {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/**
 * Writes what arrives to a temporary file, and hands it on until it was used.
 * The file has no name from its first byte on: nothing of it is left, whatever
 * becomes of the process.
 */
export async function withReceivedFile<T>(
  chunks: AsyncIterable<Uint8Array>,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `itam-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let byteLength = 0;
    for await (const chunk of chunks) {
      await handle.writeFile(chunk);
      byteLength += chunk.length;
    }
    return await use({
      byteLength,
      slice: (start, end = byteLength) => readSlice(handle, start, end),
    });
  } finally {
    await handle.close();
  }
}

async function readSlice(
  handle: FileHandle,
  start: number,
  end: number,
): Promise<ArrayBuffer> {
  const bytes = new ArrayBuffer(Math.max(0, end - start));
  const view = new Uint8Array(bytes);
  let filled = 0;
  while (filled < view.length) {
    const { bytesRead } = await handle.read(
      view,
      filled,
      view.length - filled,
      start + filled,
    );
    if (bytesRead === 0) {
      throw new Error('The file ends before what is read');
    }
    filled += bytesRead;
  }
  return bytes;
}
