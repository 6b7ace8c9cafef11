import { findConfigurationItem } from '../usecases/tickets/findConfigurationItem';
import { listTicketPage } from '../usecases/tickets/listTicketPage';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /tickets`, and what a configuration item of a tool is here. */
export function addTicketRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/tickets', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { node, kind, cursor, limit } = req.query;
    res.json(
      await listTicketPage(
        deps,
        context,
        { node, kind },
        { cursor, limit: limit ?? DEFAULT_LIMIT },
      ),
    );
  });

  router.get('/configuration-items/:source/:id', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { source, id } = req.params;
    res.json(await findConfigurationItem(deps, context, source, id));
  });
}
