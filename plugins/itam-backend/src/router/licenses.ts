import { NotAllowedError } from '@backstage/errors';
import { monthFromText } from '@backstage-itam/plugin-itam-common';
import { mayImport } from '../permissions/writeAccess';
import { listPositionPage } from '../usecases/licenses/listPositionPage';
import { readPositionRange } from '../usecases/licenses/readPositionRange';
import {
  readPositions,
  type PositionQuestion,
} from '../usecases/licenses/readPositions';
import { renderPool } from '../usecases/licenses/renderPool';
import { positionCsvHeader, positionCsvRow } from './csv/positionCsv';
import { sendCsv } from './csv/sendCsv';
import { canonicalRef } from './requests/canonicalRef';
import { dayOf } from './requests/dayOf';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;
/** Shortest first by balance; dearest first by amount. */
const DEFAULT_ORDER: Record<PositionQuestion['sort'], 'asc' | 'desc'> = {
  product: 'asc',
  balance: 'asc',
  waste: 'desc',
  trueUp: 'desc',
};
const MONEY_SORTS: readonly PositionQuestion['sort'][] = ['waste', 'trueUp'];

/** `GET /licenses/position` and `GET /licenses/position/range`. */
export function addLicenseRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/licenses/position', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const sort = query.sort ?? 'balance';
    const question: PositionQuestion = {
      asOf: dayOf(query.asOf ?? context.today, 'asOf'),
      q: query.q,
      vendor: query.vendor,
      owner: canonicalRef(query.owner, 'group'),
      metric: query.metric,
      state: query.state,
      sort,
      order: query.order ?? DEFAULT_ORDER[sort],
    };
    if (MONEY_SORTS.includes(sort) && context.access.costs.kind === 'none') {
      throw new NotAllowedError('You may not sort by amounts you may not see');
    }
    if (query.format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'license-positions.csv',
        eventId: 'license-positions-export',
        header: positionCsvHeader,
        rows: (async function* rows() {
          const { pools } = await readPositions(deps, context, question);
          yield pools.map(({ pool, priced }) =>
            positionCsvRow(renderPool(pool, priced)),
          );
        })(),
      });
      return;
    }
    res.json(
      await listPositionPage(deps, context, question, {
        cursor: query.cursor,
        limit: query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/licenses/position/range', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { license, from, to } = req.query;
    res.json(
      await readPositionRange(deps, context, {
        license: canonicalRef(license, 'license'),
        fromMonth: from === undefined ? undefined : monthFromText(from),
        toMonth: to === undefined ? undefined : monthFromText(to),
        seesDiscoveries: await mayImport(deps, context.credentials),
      }),
    );
  });
}
