import {
  exportRecordRows,
  recordExportFields,
} from '../usecases/records/exportRecordRows';
import { sendCsv } from './csv/sendCsv';
import { sendXlsx } from './csv/sendXlsx';
import { canonicalRef } from './requests/canonicalRef';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /records/export`: records with a column for each field. */
export function addRecordExportRoutes(
  router: ItamRouter,
  deps: RouteDeps,
): void {
  router.get('/records/export', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const { kind } = query;
    const file = {
      eventId: 'records-export',
      meta: { kind },
      header: recordExportFields(kind).map(({ id }) => id),
      rows: exportRecordRows(deps, context, {
        kind,
        class: query.class,
        stage: query.stage,
        owner: canonicalRef(query.owner, 'group'),
        vendor: query.vendor,
        q: query.q,
        retired: false,
      }),
    };
    const name = `${kind.toLocaleLowerCase('en-US')}s`;
    await (query.format === 'xlsx'
      ? sendXlsx(req, res, deps, {
          ...file,
          fileName: `${name}.xlsx`,
          sheetName: kind,
        })
      : sendCsv(req, res, deps, { ...file, fileName: `${name}.csv` }));
  });
}
