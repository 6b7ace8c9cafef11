import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { toError } from '@backstage/errors';
import type { Writable } from 'node:stream';
import type { AnyRequest } from '../routeDeps';
import { csvRows } from './writeCsv';

/** What an export needs of a response, whatever its contract says of it. */
interface CsvResponse extends Writable {
  status(code: 200): unknown;
  type(contentType: string): unknown;
  attachment(fileName: string): unknown;
}

/**
 * Streams rows as a CSV file and records the export as an audit event. An
 * export that fails half-way breaks the connection, so that it cannot be
 * taken for a whole one.
 */
export async function sendCsv(
  req: AnyRequest,
  res: CsvResponse,
  deps: { auditor: AuditorService },
  file: {
    fileName: string;
    eventId: string;
    header: readonly string[];
    rows: AsyncIterable<readonly (readonly string[])[]>;
    meta?: JsonObject;
  },
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
    res.type('text/csv; charset=utf-8');
    res.attachment(file.fileName);
    await pipeline(
      Readable.from(
        (async function* text() {
          yield csvRows([file.header]);
          while (!part.done) {
            rows += part.value.length;
            yield csvRows(part.value);
            part = await parts.next();
          }
        })(),
      ),
      res,
    );
  } catch (error) {
    await event.fail({ error: toError(error), meta: { rows } });
    throw error;
  }
  await event.success({ meta: { rows } });
}
