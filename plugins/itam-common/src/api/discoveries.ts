import { jsonBody, type RegisterRequest } from './registerRequest';
import type {
  DiscoveryAnswer,
  DiscoveryDetail,
  DiscoveryPage,
  DiscoveryQuery,
  SoftwareList,
  SpendList,
} from './types';

/**
 * Software and spend that tools found, matched to what the register knows:
 * the rest is shadow IT.
 * @public
 */
export interface ItamDiscoveriesApi {
  /** One page of products and suppliers found. */
  list(query?: DiscoveryQuery): Promise<DiscoveryPage>;
  /** One of them with where it was found. */
  get(id: number): Promise<DiscoveryDetail>;
  /** Takes up a list of software found. */
  addSoftware(
    list: SoftwareList,
    idempotencyKey?: string,
  ): Promise<DiscoveryAnswer>;
  /** Takes up a list of money spent. */
  addSpend(list: SpendList, idempotencyKey?: string): Promise<DiscoveryAnswer>;
  /** Says which product or supplier of the register it is. */
  map(id: number, to: string, version: number): Promise<DiscoveryDetail>;
  /** Sets aside what needs no record. */
  dismiss(
    id: number,
    reason: string,
    version: number,
  ): Promise<DiscoveryDetail>;
  /** Takes back a mapping or dismissal. */
  reopen(id: number, reason: string, version: number): Promise<DiscoveryDetail>;
}

/** {@link ItamDiscoveriesApi} over HTTP. */
export function discoveriesClient(
  request: RegisterRequest,
): ItamDiscoveriesApi {
  const path = (id: number) => `/discoveries/${id}`;
  const post = async (
    to: string,
    body: object,
    conditions: { version?: number; idempotencyKey?: string },
  ) =>
    (await request(to, undefined, jsonBody('POST', body, conditions))).json();
  return {
    list: async (query = {}) => (await request('/discoveries', query)).json(),
    get: async id => (await request(path(id))).json(),
    addSoftware: (list, idempotencyKey) =>
      post('/discoveries/software', list, { idempotencyKey }),
    addSpend: (list, idempotencyKey) =>
      post('/discoveries/spend', list, { idempotencyKey }),
    map: (id, to, version) => post(`${path(id)}/map`, { to }, { version }),
    dismiss: (id, reason, version) =>
      post(`${path(id)}/dismiss`, { reason }, { version }),
    reopen: (id, reason, version) =>
      post(`${path(id)}/reopen`, { reason }, { version }),
  };
}
