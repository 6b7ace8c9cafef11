import { readCosts } from '../usecases/costs/readCosts';
import { readCostsOf } from '../usecases/costs/readCostsOf';
import { costCsvHeader, costCsvRows } from './csv/costCsv';
import { sendCsv } from './csv/sendCsv';
import { recordingRefusedExport } from './requests/refusedExport';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /costs` and `POST /costs/query`. */
export function addCostRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/costs', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { of, format, ...question } = req.query;
    const costs = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'costs-export', meta: { of } },
      async () => await readCostsOf(deps, context, of, question),
    );
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'costs.csv',
        eventId: 'costs-export',
        meta: { of: costs.of.ref },
        header: costCsvHeader,
        rows: (async function* rows() {
          yield costCsvRows(costs);
        })(),
      });
      return;
    }
    res.json(costs);
  });

  router.post('/costs/query', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { of, ...question } = req.body;
    res.json({ items: await readCosts(deps, context, of, question) });
  });
}
