import { NotAllowedError } from '@backstage/errors';
import { readHealth } from '../usecases/health/readHealth';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** `GET /health`: for everyone who may read some records. */
export function addHealthRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/health', async (req, res) => {
    const context = await readContextOf(req, deps);
    if (context.access.records.kind === 'none') {
      throw new NotAllowedError('You may not read the register');
    }
    res.json(await readHealth(deps, context));
  });
}
