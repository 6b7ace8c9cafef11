import { jsonBody, type RegisterRequest } from './registerRequest';
import type {
  AuditEntry,
  AuditItemEntry,
  AuditItemPage,
  AuditItemQuery,
  AuditListQuery,
  AuditPage,
  NewAudit,
  ObservationInput,
} from './types';

/**
 * Audits: what the register expects at a place or of an owner, against what
 * somebody finds there.
 * @public
 */
export interface ItamAuditsApi {
  /** One page of audits, newest first. */
  list(query?: AuditListQuery): Promise<AuditPage>;
  /** One audit with its counts. */
  get(id: number): Promise<AuditEntry>;
  /** Opens an audit over a scope. */
  create(audit: NewAudit, idempotencyKey?: string): Promise<AuditEntry>;
  /** What an audit expects, and what was found. */
  listItems(id: number, query?: AuditItemQuery): Promise<AuditItemPage>;
  /** Notes what was found of one thing; the latest note counts. */
  observe(
    id: number,
    observation: ObservationInput,
    idempotencyKey?: string,
  ): Promise<AuditItemEntry>;
  /**
   * Ends an audit. With `apply`, registered assets get the place they were
   * found at and the day they were seen.
   */
  close(id: number, apply: boolean, version: number): Promise<AuditEntry>;
}

/** {@link ItamAuditsApi} over HTTP. */
export function auditsClient(request: RegisterRequest): ItamAuditsApi {
  const path = (id: number) => `/audits/${id}`;
  return {
    list: async (query = {}) => (await request('/audits', query)).json(),
    get: async id => (await request(path(id))).json(),
    create: async (audit, idempotencyKey) =>
      (
        await request(
          '/audits',
          undefined,
          jsonBody('POST', audit, { idempotencyKey }),
        )
      ).json(),
    listItems: async (id, query = {}) =>
      (await request(`${path(id)}/items`, query)).json(),
    observe: async (id, observation, idempotencyKey) =>
      (
        await request(
          `${path(id)}/items`,
          undefined,
          jsonBody('POST', observation, { idempotencyKey }),
        )
      ).json(),
    close: async (id, apply, version) =>
      (
        await request(
          `${path(id)}/close`,
          undefined,
          jsonBody('POST', { apply }, { version }),
        )
      ).json(),
  };
}
