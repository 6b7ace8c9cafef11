import { listChangePage } from '../usecases/publication/listChangePage';
import { listPublishedPage } from '../usecases/publication/listPublishedPage';
import { newestSequence } from '../stores/queries/newestSequence';
import type { ItamRouter, RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 200;

/** `GET /changes` and `GET /published`: service principals only. */
export function addPublicationRoutes(
  router: ItamRouter,
  deps: RouteDeps,
): void {
  const publication = {
    database: deps.knex,
    scope: deps.config.publication.scope,
  };
  const today = () => deps.now().toUTC().toFormat('yyyy-MM-dd');

  router.get('/changes', async (req, res) => {
    await deps.httpAuth.credentials(req, { allow: ['service'] });
    const { after, limit } = req.query;
    const page = await listChangePage(
      publication,
      { after: after ?? 0, limit: limit ?? DEFAULT_LIMIT },
      today(),
    );
    // The caller is where this page ends once they have read it.
    deps.metrics.feedLag(
      page.more ? (await newestSequence(deps.knex)) - page.last : 0,
    );
    res.json(page);
  });

  router.get('/published', async (req, res) => {
    await deps.httpAuth.credentials(req, { allow: ['service'] });
    const { cursor, limit } = req.query;
    res.json(
      await listPublishedPage(
        publication,
        { cursor, limit: limit ?? DEFAULT_LIMIT },
        today(),
      ),
    );
  });
}
