import {
  maySettingsUpdate,
  requireSettingsUpdate,
} from '../permissions/writeAccess';
import { closeMonths } from '../usecases/closing/closeMonths';
import { readClosing } from '../usecases/closing/readClosing';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import {
  checkPrecondition,
  etagOf,
  readPrecondition,
} from './requests/preconditions';
import type { ItamRouter, RouteDeps } from './routeDeps';

/** Names what is changed in messages about preconditions. */
const CLOSING = 'the closing';

/** `GET` and `PUT /closing`: read by all, set by finance. */
export function addClosingRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/closing', async (req, res) => {
    const credentials = await deps.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const [closing, canEdit] = await Promise.all([
      readClosing(deps.knex),
      maySettingsUpdate(deps, credentials),
    ]);
    res.setHeader('ETag', etagOf(closing.version));
    res.json({ ...closing, canEdit });
  });

  router.put('/closing', async (req, res) => {
    const credentials = await deps.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { closedThrough, reason } = req.body;
    const closing = await audited(
      req,
      deps,
      { eventId: 'months-close', meta: { closedThrough } },
      async () => {
        await requireSettingsUpdate(deps, credentials);
        const precondition = readPrecondition(req.headers, CLOSING);
        return await closeMonths(
          { database: deps.knex, config: deps.config },
          {
            closedThrough,
            reason,
            actor: actorOf(credentials),
            at: deps.now().toUTC().toJSDate(),
          },
          version => checkPrecondition(precondition, CLOSING, version),
        );
      },
      ({ version }) => ({ version }),
    );
    res.setHeader('ETag', etagOf(closing.version));
    res.json({ ...closing, canEdit: true });
  });
}
