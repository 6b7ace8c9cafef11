import {
  FileTooLargeError,
  limitedBody,
  refuseCoding,
  type FileRequest,
} from './importBody';

/** Content type of bills of materials. */
export const CYCLONEDX = 'application/vnd.cyclonedx+json';
/** A bill of materials is read in memory. */
const BYTES_AT_MOST = 16 * 1024 * 1024;

/**
 * The text of a bill of materials in the body of a request.
 *
 * Throws UnsupportedMediaTypeError (415) for a compressed body, and
 * FileTooLargeError (413).
 */
export async function readBomBody(req: FileRequest): Promise<string> {
  refuseCoding(req.headers['content-encoding']);
  const parts: Buffer[] = [];
  const body = limitedBody(
    req,
    BYTES_AT_MOST,
    () =>
      new FileTooLargeError(
        `The bill of materials has more than ${BYTES_AT_MOST} bytes; leave out what is no component`,
      ),
  );
  for await (const part of body) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
