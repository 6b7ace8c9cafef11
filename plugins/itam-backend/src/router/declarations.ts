import {
  entityEnvelopeSchemaValidator,
  type Entity,
} from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { sharedTime } from '../database/sharedTime';
import { getDeclarationState } from '../usecases/declarations/declarationState';
import { reportIncidents } from '../usecases/declarations/reportIncidents';
import { stageDeclaration } from '../usecases/declarations/stageDeclaration';
import { audited } from './requests/audited';
import type { ItamRouter, RouteDeps } from './routeDeps';

/** Routes under `/declarations`: service principals only. */
export function addDeclarationRoutes(
  router: ItamRouter,
  deps: RouteDeps,
): void {
  const database = deps.knex;
  const asEnvelope = entityEnvelopeSchemaValidator();

  router.put('/declarations', async (req, res) => {
    const { ref, entity, location } = req.body;
    // Neither payload nor messages: they may hold money.
    const staged = await audited(
      req,
      deps,
      { eventId: 'declaration-stage', severityLevel: 'low', meta: { ref } },
      async () => {
        await deps.httpAuth.credentials(req, { allow: ['service'] });
        return await stageDeclaration(
          { database },
          { ref, entity: entityOf(entity, asEnvelope), location },
          await sharedTime(database, deps.now().toJSDate()),
        );
      },
      ({ revision }) => ({ revision }),
    );
    deps.metrics.declarations('staged', 1);
    res.json(staged);
  });

  router.get('/declarations/state', async (req, res) => {
    await deps.httpAuth.credentials(req, { allow: ['service'] });
    res.json(await getDeclarationState({ database }));
  });

  router.post('/declarations/incidents', async (req, res) => {
    const { incidents } = req.body;
    await audited(
      req,
      deps,
      {
        eventId: 'declaration-incidents',
        severityLevel: 'low',
        meta: { incidents: incidents.length },
      },
      async () => {
        await deps.httpAuth.credentials(req, { allow: ['service'] });
        await reportIncidents({ database }, incidents, deps.now().toJSDate());
      },
    );
    res.status(204).end();
  });
}

function entityOf(
  value: unknown,
  asEnvelope: (value: unknown) => Entity,
): Entity {
  try {
    return asEnvelope(value);
  } catch (error) {
    throw new InputError(`No entity: ${toError(error).message}`);
  }
}
