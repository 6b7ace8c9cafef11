import { stringifyEntityRef } from '@backstage/catalog-model';
import { readSchedule } from '../usecases/records/readSchedule';
import { scheduleCsvHeader, scheduleCsvRows } from './csv/scheduleCsv';
import { sendCsv } from './csv/sendCsv';
import { recordingRefusedExport } from './requests/refusedExport';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /records/{kind}/{namespace}/{name}/schedule`. */
export function addScheduleRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/records/:kind/:namespace/:name/schedule', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    const { format, by = 'fiscal-year' } = req.query;
    const schedule = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'schedule-export', meta: { ref } },
      async () => await readSchedule(deps, context, ref, by),
    );
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'depreciation-schedule.csv',
        eventId: 'schedule-export',
        header: scheduleCsvHeader,
        rows: (async function* rows() {
          yield scheduleCsvRows(schedule);
        })(),
        meta: { ref },
      });
      return;
    }
    res.json(schedule);
  });
}
