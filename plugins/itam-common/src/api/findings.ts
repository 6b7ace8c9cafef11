import { jsonBody, type RegisterRequest } from './registerRequest';
import type {
  AcceptInput,
  FindingDetail,
  FindingPage,
  FindingQuery,
  PolicyList,
} from './types';

/**
 * The rules of the register and what breaks them.
 * @public
 */
export interface ItamFindingsApi {
  /** One page of findings with counts by rule, area, severity and state. */
  list(query?: FindingQuery): Promise<FindingPage>;
  /** One finding with the states it had. */
  get(id: number): Promise<FindingDetail>;
  /** Sets a finding aside until a day. */
  accept(id: number, how: AcceptInput, version: number): Promise<FindingDetail>;
  /** Takes up again what was set aside. */
  reopen(id: number, reason: string, version: number): Promise<FindingDetail>;
  /** The rules and how they are set. */
  listPolicies(): Promise<PolicyList>;
}

/** {@link ItamFindingsApi} over HTTP. */
export function findingsClient(request: RegisterRequest): ItamFindingsApi {
  const path = (id: number) => `/findings/${id}`;
  return {
    list: async (query = {}) => (await request('/findings', query)).json(),
    get: async id => (await request(path(id))).json(),
    accept: async (id, how, version) =>
      (
        await request(
          `${path(id)}/accept`,
          undefined,
          jsonBody('POST', how, { version }),
        )
      ).json(),
    reopen: async (id, reason, version) =>
      (
        await request(
          `${path(id)}/reopen`,
          undefined,
          jsonBody('POST', { reason }, { version }),
        )
      ).json(),
    listPolicies: async () => (await request('/policies')).json(),
  };
}
