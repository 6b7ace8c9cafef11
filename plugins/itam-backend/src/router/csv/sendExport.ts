import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { toError } from '@backstage/errors';
import type { AnyRequest } from '../routeDeps';

/** What an export needs of a response, whatever its contract says of it. */
export interface ExportResponse extends Writable {
  status(code: 200): unknown;
  type(contentType: string): unknown;
  attachment(fileName: string): unknown;
}

/** Rows to be exported, in parts. */
export interface ExportFile {
  fileName: string;
  eventId: string;
  header: readonly string[];
  rows: AsyncIterable<readonly (readonly string[])[]>;
  meta?: JsonObject;
}

/** How an export is written. */
export interface ExportFormat {
  contentType: string;
  /** The file, from its header and rows. */
  write(
    header: readonly string[],
    parts: AsyncIterable<readonly (readonly string[])[]>,
  ): AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array>;
}

/**
 * Streams rows as a file and records the export as an audit event. An export
 * that fails half-way breaks the connection, so that it cannot be taken for a
 * whole one.
 */
export async function sendExport(
  req: AnyRequest,
  res: ExportResponse,
  deps: { auditor: AuditorService },
  file: ExportFile,
  format: ExportFormat,
): Promise<void> {
  const event = await deps.auditor.createEvent({
    eventId: file.eventId,
    severityLevel: 'medium',
    request: req,
    meta: file.meta,
  });
  let rows = 0;
  try {
    const parts = file.rows[Symbol.asyncIterator]();
    // The first part before any header is sent: its errors are answers.
    let part = await parts.next();
    res.status(200);
    res.type(format.contentType);
    res.attachment(file.fileName);
    const counted = (async function* all() {
      while (!part.done) {
        rows += part.value.length;
        yield part.value;
        part = await parts.next();
      }
    })();
    await pipeline(Readable.from(format.write(file.header, counted)), res);
  } catch (error) {
    await event.fail({ error: toError(error), meta: { rows } });
    throw error;
  }
  await event.success({ meta: { rows } });
}
