import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { readComparison } from '../usecases/comparison/readComparison';
import { comparisonCsvHeader, comparisonCsvRows } from './csv/comparisonCsv';
import { sendCsv } from './csv/sendCsv';
import { sendXlsx } from './csv/sendXlsx';
import { recordingRefusedExport } from './requests/refusedExport';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /costs/comparison`. */
export function addComparisonRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/costs/comparison', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { of, format, ...question } = req.query;
    const comparison = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'comparison-export', meta: { of } },
      async () => {
        const result = await readComparison(deps, context, of, question);
        if (!('comparison' in result)) {
          throw result.reason === 'not-found'
            ? new NotFoundError(`Nothing is known as ${of}`)
            : new NotAllowedError(`You may not see the costs of ${of}`);
        }
        return result.comparison;
      },
    );
    if (format === 'csv' || format === 'xlsx') {
      const file = {
        eventId: 'comparison-export',
        meta: { of: comparison.of.ref },
        header: comparisonCsvHeader,
        rows: (async function* rows() {
          yield comparisonCsvRows(comparison);
        })(),
      };
      await (format === 'xlsx'
        ? sendXlsx(req, res, deps, {
            ...file,
            fileName: 'comparison.xlsx',
            sheetName: 'Comparison',
          })
        : sendCsv(req, res, deps, { ...file, fileName: 'comparison.csv' }));
      return;
    }
    res.json(comparison);
  });
}
