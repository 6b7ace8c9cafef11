import { SourceError } from './SourceError';

/** The text of an answer. Throws SourceError when it has too many bytes. */
export async function readLimited(
  response: Response,
  mostBytes: number,
): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) {
      break;
    }
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      throw new SourceError(
        'The source answers with too much at once',
        'answer',
      );
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}
