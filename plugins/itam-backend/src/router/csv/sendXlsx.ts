import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { toError } from '@backstage/errors';
import { writeXlsxStream } from 'hucre/xlsx';
import type { AnyRequest } from '../routeDeps';

const CONTENT_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What an export needs of a response, whatever its contract says of it. */
interface XlsxResponse extends Writable {
  status(code: 200): unknown;
  type(contentType: string): unknown;
  attachment(fileName: string): unknown;
}

/**
 * Streams rows as a workbook of text cells, which no spreadsheet runs, and
 * records the export as an audit event. An export that fails half-way breaks
 * the connection, so that it cannot be taken for a whole one.
 */
export async function sendXlsx(
  req: AnyRequest,
  res: XlsxResponse,
  deps: { auditor: AuditorService },
  file: {
    fileName: string;
    sheetName: string;
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
    res.type(CONTENT_TYPE);
    res.attachment(file.fileName);
    const sheet = (async function* all() {
      yield [...file.header];
      while (!part.done) {
        for (const row of part.value) {
          rows += 1;
          yield [...row];
        }
        part = await parts.next();
      }
    })();
    await pipeline(
      Readable.from(writeXlsxStream(sheet, { name: file.sheetName })),
      res,
    );
  } catch (error) {
    await event.fail({ error: toError(error), meta: { rows } });
    throw error;
  }
  await event.success({ meta: { rows } });
}
