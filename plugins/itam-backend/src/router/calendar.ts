import type { HttpRouterService } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import {
  createCalendarToken,
  listCalendarTokens,
  revokeCalendarToken,
  type TokenOwner,
} from '../usecases/calendar/manageCalendarTokens';
import {
  readCalendarFeed,
  requireCalendarToken,
} from '../usecases/calendar/readCalendarFeed';
import { writeCalendar } from '../usecases/calendar/writeCalendar';
import { audited } from './requests/audited';
import { refuseUnsafeQueries } from './requests/refuseUnsafeRequests';
import type { AnyRequest, ItamRouter, RouteDeps } from './routeDeps';

const FEED_PATH = '/renewals.ics';

/**
 * Lets calendars read the feed: they have no Backstage credentials, only the
 * token in its address.
 */
export function openCalendarFeed(
  httpRouter: Pick<HttpRouterService, 'addAuthPolicy'>,
): void {
  httpRouter.addAuthPolicy({ path: FEED_PATH, allow: 'unauthenticated' });
}

/**
 * Takes the token out of the addresses that logs, audit events and errors
 * quote, once it was read. The parsed parameters stay.
 */
export const hideCalendarToken: RequestHandler = (req, res, next) => {
  if (!isFeed(req)) {
    next();
    return;
  }
  try {
    // While there is an address to look at.
    refuseUnsafeQueries(req, res, () => {});
  } finally {
    [req.originalUrl] = req.originalUrl.split('?');
    [req.url] = req.url.split('?');
  }
  next();
};

function isFeed({ path }: { path: string }): boolean {
  return path.toLowerCase().startsWith(FEED_PATH);
}

/** `/calendar-tokens` and the feed they open. */
export function addCalendarRoutes(router: ItamRouter, deps: RouteDeps): void {
  const ownerOf = async (req: AnyRequest): Promise<TokenOwner> => {
    const credentials = await deps.httpAuth.credentials(req, {
      allow: ['user'],
    });
    return {
      userRef: credentials.principal.userEntityRef,
      decisions: await deps.keptDecisions.decide(credentials),
      at: deps.now().toUTC().toJSDate().toISOString(),
    };
  };

  router.get('/calendar-tokens', async (req, res) => {
    res.json(await listCalendarTokens(deps, await ownerOf(req)));
  });

  router.post('/calendar-tokens', async (req, res) => {
    const { name } = req.body;
    const created = await audited(
      req,
      deps,
      { eventId: 'calendar-token-create', meta: { name } },
      async () => await createCalendarToken(deps, await ownerOf(req), name),
      ({ id }) => ({ id }),
    );
    res.set('Cache-Control', 'no-store');
    res.status(201).json(created);
  });

  router.delete('/calendar-tokens/:id', async (req, res) => {
    const id = Number(req.params.id);
    await audited(
      req,
      deps,
      { eventId: 'calendar-token-revoke', meta: { id } },
      async () => {
        const { principal } = await deps.httpAuth.credentials(req, {
          allow: ['user'],
        });
        await revokeCalendarToken(deps, principal.userEntityRef, id);
      },
    );
    res.status(204).end();
  });

  router.get(FEED_PATH, async (req, res) => {
    const token = await requireCalendarToken(deps.knex, req.query.token);
    const now = deps.now().toUTC();
    const feed = await audited(
      req,
      deps,
      {
        eventId: 'calendar-export',
        meta: { ref: token.userRef, id: token.id },
      },
      async () =>
        await readCalendarFeed(deps, token, {
          today: now.toFormat('yyyy-MM-dd'),
          at: now.toJSDate().toISOString(),
        }),
      ({ deadlines }) => ({ events: deadlines.length }),
    );
    sendCalendar(
      req,
      res,
      writeCalendar(feed, {
        baseUrl: deps.config.portalUrl,
        pagePath: deps.config.pagePath,
      }),
    );
  });
}

/** What a calendar needs of a response, whatever its contract says of it. */
interface CalendarResponse {
  statusCode: number;
  set(header: string, value: string): unknown;
  type(contentType: string): unknown;
  end(text?: string): unknown;
}

/** Sends a calendar, or that it is the one the caller has. */
function sendCalendar(
  req: { fresh: boolean },
  res: CalendarResponse,
  text: string,
): void {
  const hash = createHash('sha256').update(text).digest('base64url');
  res.set('ETag', `"${hash.slice(0, 27)}"`);
  res.set('Cache-Control', 'private, no-cache');
  if (req.fresh) {
    res.statusCode = 304;
    res.end();
    return;
  }
  res.statusCode = 200;
  res.type('text/calendar; charset=utf-8');
  res.end(text);
}
