import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { ApiRouter } from '@backstage/backend-openapi-utils';
import { monthOf } from '@backstage-itam/plugin-itam-common';
import type { AccessResolver } from '../permissions/access';
import type { KeptDecisions } from '../permissions/keptDecisions';
import type { spec } from '../schema/generated/spec';
import type { CatalogLabels } from '../usecases/records/catalogLabels';
import type { ReadContext } from '../usecases/records/readContext';
import type { TicketDeps } from '../usecases/tickets/ticketDeps';
import type { RouterDeps } from './createRouter';

/** A router that knows the register's contract. */
export type ItamRouter = ApiRouter<typeof spec>;

/** What routes work with. */
export interface RouteDeps extends RouterDeps {
  access: AccessResolver;
  keptDecisions: KeptDecisions;
  labels: CatalogLabels;
  keptTickets: TicketDeps['keptTickets'];
}

/** A request whose parameters the contract may have typed. */
export type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/**
 * Who asks and what they may read, at the time of the request.
 *
 * Throws AuthenticationError (401) without credentials.
 */
export async function readContextOf(
  req: AnyRequest,
  deps: RouteDeps,
): Promise<ReadContext> {
  return await readContextFor(
    await deps.httpAuth.credentials(req, { allow: ['user', 'service'] }),
    deps,
  );
}

/** What somebody who was let in may read, at this time. */
export async function readContextFor(
  credentials: BackstageCredentials,
  deps: Pick<RouteDeps, 'access' | 'now'>,
): Promise<ReadContext> {
  const now = deps.now().toUTC();
  const today = now.toFormat('yyyy-MM-dd');
  return {
    credentials,
    access: await deps.access.resolve(credentials),
    today,
    currentMonth: monthOf(today),
    at: now.toJSDate().toISOString(),
  };
}
