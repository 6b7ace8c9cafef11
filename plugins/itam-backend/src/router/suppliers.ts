import { listSupplierPage } from '../usecases/suppliers/listSupplierPage';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /suppliers`. */
export function addSupplierRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/suppliers', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { q, vendor, sort, order, cursor, limit } = req.query;
    res.json(
      await listSupplierPage(
        deps,
        context,
        { q, vendor, sort: sort ?? 'vendor', order: order ?? 'asc' },
        { cursor, limit: limit ?? DEFAULT_LIMIT },
      ),
    );
  });
}
