import { InputError } from '@backstage/errors';
import { isPlainDate } from '@backstage-itam/plugin-itam-common';
import {
  maySettingsUpdate,
  requireSettingsUpdate,
} from '../permissions/writeAccess';
import { listRatePage } from '../usecases/rates/listRatePage';
import { removeRate, setRates } from '../usecases/rates/setRates';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import type { AnyRequest, ItamRouter, RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 100;

/** `GET`, `PUT` and `DELETE /rates`: read by all, set by finance. */
export function addRateRoutes(router: ItamRouter, deps: RouteDeps): void {
  const credentialsOf = async (req: AnyRequest) =>
    await deps.httpAuth.credentials(req, { allow: ['user', 'service'] });
  /** Who changes rates; throws for those who may not. */
  const setterOf = async (req: AnyRequest) => {
    const credentials = await credentialsOf(req);
    await requireSettingsUpdate(deps, credentials);
    const now = deps.now().toUTC();
    return {
      actor: actorOf(credentials),
      at: now.toJSDate(),
      today: now.toFormat('yyyy-MM-dd'),
    };
  };

  router.get('/rates', async (req, res) => {
    const credentials = await credentialsOf(req);
    const { currency, from, to, cursor, limit } = req.query;
    [from, to].forEach(requireDate);
    const [page, canEdit] = await Promise.all([
      listRatePage(
        deps,
        { currency, from, to },
        { cursor, limit: limit ?? DEFAULT_LIMIT },
      ),
      maySettingsUpdate(deps, credentials),
    ]);
    res.json({ ...page, canEdit });
  });

  router.put('/rates', async (req, res) => {
    const { rates } = req.body;
    res.json(
      await audited(
        req,
        deps,
        { eventId: 'rates-set', meta: { rates: rates.length } },
        async () => await setRates(deps, rates, await setterOf(req)),
        counts => ({ ...counts }),
      ),
    );
  });

  router.delete('/rates', async (req, res) => {
    const { date, currency } = req.query;
    await audited(
      req,
      deps,
      { eventId: 'rate-removed', meta: { date, currency } },
      async () => {
        const setter = await setterOf(req);
        requireDate(date);
        await removeRate(deps, { date, currency }, setter);
      },
    );
    res.status(204).end();
  });
}

function requireDate(date: string | undefined): void {
  if (date !== undefined && !isPlainDate(date)) {
    throw new InputError(`'${date}' is not a calendar date`);
  }
}
