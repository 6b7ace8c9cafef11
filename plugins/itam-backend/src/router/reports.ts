import { batchesOf } from '../database/batches';
import { requireReportRead } from '../permissions/writeAccess';
import {
  readDepreciationReport,
  renderReportLine,
} from '../usecases/reports/readDepreciationReport';
import {
  depreciationCsvHeader,
  depreciationCsvRow,
} from './csv/depreciationCsv';
import { sendCsv } from './csv/sendCsv';
import { recordingRefusedExport } from './requests/refusedExport';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** Lines of an answer in JSON; the CSV has all. */
const MAX_LINES = 1_000;
const ROWS_AT_A_TIME = 500;

/** Routes under `/reports`: for those who may see reports. */
export function addReportRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/reports/depreciation', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { format, ...question } = req.query;
    const report = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'depreciation-export' },
      async () => {
        await requireReportRead(deps, context.credentials);
        return await readDepreciationReport(deps, context, question);
      },
    );
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: `depreciation-${report.from}-${report.to}.csv`,
        eventId: 'depreciation-export',
        meta: { from: report.from, to: report.to, by: report.by },
        header: depreciationCsvHeader,
        rows: (async function* rows() {
          for (const lines of batchesOf(report.lines, ROWS_AT_A_TIME)) {
            yield lines.map(renderReportLine).map(depreciationCsvRow);
          }
        })(),
      });
      return;
    }
    res.json({
      ...report,
      lines: report.lines.slice(0, MAX_LINES).map(renderReportLine),
    });
  });
}
