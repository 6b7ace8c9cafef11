import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { readForecast } from '../usecases/forecast/readForecast';
import { forecastCsvHeader, forecastCsvRows } from './csv/forecastCsv';
import { sendCsv } from './csv/sendCsv';
import { recordingRefusedExport } from './requests/refusedExport';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /forecast`. */
export function addForecastRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/forecast', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { of, format, ...question } = req.query;
    const forecast = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'forecast-export', meta: { of } },
      async () => {
        const result = await readForecast(deps, context, of, question);
        if (!('forecast' in result)) {
          throw result.reason === 'not-found'
            ? new NotFoundError(`Nothing is known as ${of}`)
            : new NotAllowedError(`You may not see the costs of ${of}`);
        }
        return result.forecast;
      },
    );
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'forecast.csv',
        eventId: 'forecast-export',
        meta: { of: forecast.of.ref },
        header: forecastCsvHeader,
        rows: (async function* rows() {
          yield forecastCsvRows(forecast);
        })(),
      });
      return;
    }
    res.json(forecast);
  });
}
