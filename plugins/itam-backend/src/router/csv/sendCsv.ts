import type { AuditorService } from '@backstage/backend-plugin-api';
import type { AnyRequest } from '../routeDeps';
import { sendExport, type ExportFile, type ExportResponse } from './sendExport';
import { csvRows } from './writeCsv';

/** Streams rows as a CSV file, as {@link sendExport}. */
export async function sendCsv(
  req: AnyRequest,
  res: ExportResponse,
  deps: { auditor: AuditorService },
  file: ExportFile,
): Promise<void> {
  await sendExport(req, res, deps, file, {
    contentType: 'text/csv; charset=utf-8',
    async *write(header, parts) {
      yield csvRows([header]);
      for await (const part of parts) {
        yield csvRows(part);
      }
    },
  });
}
