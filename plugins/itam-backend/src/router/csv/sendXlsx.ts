import type { AuditorService } from '@backstage/backend-plugin-api';
import { writeXlsxStream } from 'hucre/xlsx';
import type { AnyRequest } from '../routeDeps';
import { sendExport, type ExportFile, type ExportResponse } from './sendExport';

/**
 * Streams rows as a workbook of text cells, which no spreadsheet runs, as
 * {@link sendExport}.
 */
export async function sendXlsx(
  req: AnyRequest,
  res: ExportResponse,
  deps: { auditor: AuditorService },
  file: ExportFile & { sheetName: string },
): Promise<void> {
  await sendExport(req, res, deps, file, {
    contentType:
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (header, parts) =>
      writeXlsxStream(
        (async function* sheet() {
          yield [...header];
          for await (const part of parts) {
            for (const row of part) {
              yield [...row];
            }
          }
        })(),
        { name: file.sheetName },
      ),
  });
}
