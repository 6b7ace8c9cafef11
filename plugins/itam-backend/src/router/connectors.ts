import { stringifyEntityRef } from '@backstage/catalog-model';
import { requireImport } from '../permissions/writeAccess';
import {
  mayRunConnectors,
  requireRunConnectors,
} from '../permissions/runConnectors';
import {
  listConnectorRuns,
  listConnectors,
} from '../usecases/connectors/listConnectors';
import { listRecordSources } from '../usecases/connectors/listRecordSources';
import { listRunProblems } from '../usecases/connectors/listRunProblems';
import { requestRun } from '../usecases/connectors/requestRun';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/connectors`, and the sources of a record. */
export function addConnectorRoutes(router: ItamRouter, deps: RouteDeps): void {
  const nowOf = () => deps.now().toUTC().toJSDate();

  router.get('/connectors', async (req, res) => {
    const { credentials } = await readContextOf(req, deps);
    await requireImport(deps, credentials);
    res.json(
      await listConnectors(deps, {
        now: nowOf(),
        canRun: await mayRunConnectors(deps, credentials),
      }),
    );
  });

  router.get('/connectors/:id/runs', async (req, res) => {
    const { credentials } = await readContextOf(req, deps);
    await requireImport(deps, credentials);
    res.json(await listConnectorRuns(deps, req.params.id));
  });

  router.post('/connectors/:id/runs', async (req, res) => {
    const { credentials } = await readContextOf(req, deps);
    const { id } = req.params;
    const { dryRun = false, full = false } = req.body;
    const status = await audited(
      req,
      deps,
      { eventId: 'connector-run', meta: { connector: id, dryRun, full } },
      async () => {
        await requireRunConnectors(deps, credentials);
        return await requestRun(
          deps,
          id,
          { dry: dryRun, full, by: actorOf(credentials) },
          nowOf(),
        );
      },
    );
    res.status(202).json(status);
  });

  router.get('/connectors/:id/runs/:run/problems', async (req, res) => {
    const context = await readContextOf(req, deps);
    await requireImport(deps, context.credentials);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(
      await listRunProblems(deps, context, {
        connectorId: req.params.id,
        runId: Number(req.params.run),
        cursor,
        limit,
      }),
    );
  });

  router.get('/records/:kind/:namespace/:name/sources', async (req, res) => {
    const context = await readContextOf(req, deps);
    res.json(
      await listRecordSources(deps, context, stringifyEntityRef(req.params)),
    );
  });
}
