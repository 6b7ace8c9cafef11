import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  CostAnswer,
  CostQuery,
  CostsQuery,
  CostsQueryAnswer,
  RecordDetail,
  RecordPage,
  RecordQuery,
  RegisterHealth,
} from './types';

/**
 * What people and services may ask of the register.
 * @public
 */
export interface ItamApi {
  /** One page of the records the caller may read. */
  listRecords(query?: RecordQuery): Promise<RecordPage>;
  /** One record; throws a ResponseError with status 404 when unknown or forbidden. */
  getRecord(ref: string): Promise<RecordDetail>;
  /** Cost of one node by month; 403 when the caller may not see it. */
  getCosts(query: CostQuery): Promise<CostAnswer>;
  /** Cost of up to 200 nodes, one answer or error each. */
  queryCosts(query: CostsQuery): Promise<CostsQueryAnswer>;
  /** Cost of one node as CSV text. */
  getCostsCsv(query: CostQuery): Promise<string>;
  /** The records that match, as CSV text. */
  listRecordsCsv(query?: RecordQuery): Promise<string>;
  /** Health of the register. */
  getHealth(): Promise<RegisterHealth>;
}

/**
 * Client of the register's HTTP API for browsers and backends alike.
 *
 * Throws `ResponseError` from `@backstage/errors` on every status that is not
 * a success.
 * @public
 */
export class ItamClient implements ItamApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  /** {@inheritDoc ItamApi.listRecords} */
  async listRecords(query: RecordQuery = {}): Promise<RecordPage> {
    return (await this.#request('/records', query)).json();
  }

  /** {@inheritDoc ItamApi.listRecordsCsv} */
  async listRecordsCsv(query: RecordQuery = {}): Promise<string> {
    return (
      await this.#request('/records', { ...query, format: 'csv' })
    ).text();
  }

  /** {@inheritDoc ItamApi.getRecord} */
  async getRecord(ref: string): Promise<RecordDetail> {
    const { kind, namespace, name } = parseEntityRef(ref);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return (await this.#request(`/records/${path}`)).json();
  }

  /** {@inheritDoc ItamApi.getCosts} */
  async getCosts(query: CostQuery): Promise<CostAnswer> {
    return (await this.#request('/costs', query)).json();
  }

  /** {@inheritDoc ItamApi.getCostsCsv} */
  async getCostsCsv(query: CostQuery): Promise<string> {
    return (await this.#request('/costs', { ...query, format: 'csv' })).text();
  }

  /** {@inheritDoc ItamApi.queryCosts} */
  async queryCosts(query: CostsQuery): Promise<CostsQueryAnswer> {
    const response = await this.#request('/costs/query', undefined, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(query),
    });
    return response.json();
  }

  /** {@inheritDoc ItamApi.getHealth} */
  async getHealth(): Promise<RegisterHealth> {
    return (await this.#request('/health')).json();
  }

  async #request(
    path: string,
    query: Record<string, string | number | boolean | undefined> = {},
    init?: RequestInit,
  ): Promise<Response> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) parameters.set(name, String(value));
    }
    const text = parameters.toString();
    const base = await this.#discovery.getBaseUrl('itam');
    const response = await this.#fetch.fetch(
      `${base}${path}${text && `?${text}`}`,
      init,
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
