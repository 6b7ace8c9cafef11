import {
  maySettingsUpdate,
  requireSettingsUpdate,
} from '../permissions/writeAccess';
import { listSupplierPage } from '../usecases/suppliers/listSupplierPage';
import {
  nameSupplier,
  unnameSupplier,
} from '../usecases/suppliers/nameSupplier';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /suppliers`, and what they are called. */
export function addSupplierRoutes(router: ItamRouter, deps: RouteDeps): void {
  /** Who names suppliers; throws for those who may not. */
  const namerOf = async (req: AnyRequest) => {
    const credentials = await deps.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await requireSettingsUpdate(deps, credentials);
    return { actor: actorOf(credentials), at: deps.now().toUTC().toJSDate() };
  };

  router.get('/suppliers', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { q, vendor, sort, order, cursor, limit } = req.query;
    const [page, canName] = await Promise.all([
      listSupplierPage(
        deps,
        context,
        { q, vendor, sort: sort ?? 'vendor', order: order ?? 'asc' },
        { cursor, limit: limit ?? DEFAULT_LIMIT },
      ),
      maySettingsUpdate(deps, context.credentials),
    ]);
    res.json({ ...page, canName });
  });

  router.put('/suppliers/:vendor/title', async (req, res) => {
    const { vendor } = req.params;
    const { title } = req.body;
    res.json(
      await audited(
        req,
        deps,
        { eventId: 'supplier-named', meta: { vendor, title } },
        async () => {
          const who = await namerOf(req);
          const context = await readContextOf(req, deps);
          return await nameSupplier(deps, context, { vendor, title }, who);
        },
      ),
    );
  });

  router.delete('/suppliers/:vendor/title', async (req, res) => {
    const { vendor } = req.params;
    await audited(
      req,
      deps,
      { eventId: 'supplier-unnamed', meta: { vendor } },
      async () => {
        await namerOf(req);
        await unnameSupplier(deps, await readContextOf(req, deps), vendor);
      },
    );
    res.status(204).end();
  });
}
