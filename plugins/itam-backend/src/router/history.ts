import { stringifyEntityRef } from '@backstage/catalog-model';
import { listHistory } from '../usecases/registration/listHistory';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /records/{kind}/{namespace}/{name}/history`. */
export function addHistoryRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/records/:kind/:namespace/:name/history', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(
      await listHistory(deps, context, stringifyEntityRef(req.params), {
        cursor,
        limit,
      }),
    );
  });
}
