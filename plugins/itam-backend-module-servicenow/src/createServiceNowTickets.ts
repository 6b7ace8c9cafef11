import {
  SourceHttp,
  type ItamTicketSource,
  type SourceHttpOptions,
} from '@backstage-itam/plugin-itam-node';
import { authorizationOf } from './client/authorization';
import { TableReader } from './client/TableReader';
import type { ServiceNowConfig } from './config/ServiceNowConfig';
import { ServiceNowTickets } from './tickets/ServiceNowTickets';

const MEBIBYTE = 1_048_576;

/** Reads open incidents and changes; somebody waits for the answer. */
export function createServiceNowTickets(
  { baseUrl, auth }: Pick<ServiceNowConfig, 'baseUrl' | 'auth'>,
  { entityColumn }: NonNullable<ServiceNowConfig['tickets']>,
  http: Partial<SourceHttpOptions> = {},
): ItamTicketSource {
  return new ServiceNowTickets(
    new TableReader(
      new SourceHttp({
        baseUrl,
        authorization: authorizationOf(baseUrl, auth),
        tries: 2,
        timeoutMs: 8_000,
        mostWaitMs: 2_000,
        mostBytes: 8 * MEBIBYTE,
        backoff: { firstMs: 250, mostMs: 1_000 },
        ...http,
      }),
    ),
    { baseUrl, entityColumn },
  );
}
