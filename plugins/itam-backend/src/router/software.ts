import { stringifyEntityRef } from '@backstage/catalog-model';
import { requireDiscoveries } from '../permissions/writeAccess';
import { readServiceSoftware } from '../usecases/software/readServiceSoftware';
import { removeBom } from '../usecases/software/removeBom';
import { takeBom } from '../usecases/software/takeBom';
import { audited } from './requests/audited';
import { readBomBody } from './requests/bomBody';
import { changeActorOf } from './requests/recordChange';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 100;

/** Routes of the software of services. */
export function addSoftwareRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/services/:kind/:namespace/:name/software', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { verdict, cursor, limit = DEFAULT_LIMIT } = req.query;
    const ref = stringifyEntityRef(req.params);
    res.json(
      await readServiceSoftware(deps, context, ref, {
        verdict,
        cursor,
        limit,
      }),
    );
  });

  router.put('/services/:kind/:namespace/:name/software', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const ref = stringifyEntityRef(req.params);
    const { revision = null } = req.query;
    try {
      const answer = await audited(
        req,
        deps,
        { eventId: 'software-upload', meta: { service: ref, revision } },
        async () => {
          await requireDiscoveries(deps, context.credentials);
          const text = await readBomBody(req);
          return await takeBom(deps, ref, { text, revision }, by);
        },
        ({ components, state }) => ({ components, state }),
      );
      res.json(answer);
    } catch (error) {
      // The rest of the file is not read; the connection cannot go on.
      res.set('Connection', 'close');
      req.resume();
      throw error;
    }
  });

  router.delete(
    '/services/:kind/:namespace/:name/software',
    async (req, res) => {
      const context = await readContextOf(req, deps);
      const { at } = changeActorOf(context);
      const ref = stringifyEntityRef(req.params);
      await audited(
        req,
        deps,
        { eventId: 'software-removal', meta: { service: ref } },
        async () => {
          await requireDiscoveries(deps, context.credentials);
          await removeBom(deps, ref, at);
        },
      );
      res.status(204).end();
    },
  );
}
