import { stringifyEntityRef } from '@backstage/catalog-model';
import { requireRecordUpdate } from '../permissions/writeAccess';
import { requireRecord } from '../usecases/records/requireRecord';
import { addUsage } from '../usecases/usage/addUsage';
import {
  readLicenseUsage,
  requireLicense,
} from '../usecases/usage/readLicenseUsage';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

/** Routes under `/records/{kind}/{namespace}/{name}/usage`. */
export function addUsageRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/records/:kind/:namespace/:name/usage', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    res.json(await readLicenseUsage(deps, context, ref, req.query));
  });

  router.post('/records/:kind/:namespace/:name/usage', async (req, res) => {
    const context = await readContextOf(req, deps);
    const ref = stringifyEntityRef(req.params);
    const { measurements } = req.body;
    const counts = await audited(
      req,
      deps,
      {
        eventId: 'usage-add',
        meta: { ref, measurements: measurements.length },
      },
      async () => {
        await requireRecordUpdate(deps, context, ref);
        const { stored } = await requireRecord(deps, context, ref);
        requireLicense(ref, stored.record.kind);
        return await addUsage(
          deps,
          { ref, recordId: stored.id },
          measurements,
          {
            actor: actorOf(context.credentials),
            at: new Date(context.at),
            today: context.today,
          },
        );
      },
      done => ({ ...done }),
    );
    res.json(counts);
  });
}
