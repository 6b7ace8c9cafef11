import { ResponseError } from '@backstage/errors';

/**
 * What a client needs to reach the register.
 * @public
 */
export interface ItamClientOptions {
  /** Knows where the plugin `itam` answers. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests with the caller's credentials. */
  fetchApi: { fetch: typeof fetch };
}

/** Query parameters of a request; undefined ones are left out. */
export type RequestQuery = Record<
  string,
  string | number | boolean | undefined
>;

/** Sends one request; throws a ResponseError on every status but success. */
export type RegisterRequest = (
  path: string,
  query?: RequestQuery,
  init?: RequestInit,
) => Promise<Response>;

/** The register's requests over a portal's discovery and fetch. */
export function registerRequest(options: ItamClientOptions): RegisterRequest {
  return async (path, query = {}, init) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) parameters.set(name, String(value));
    }
    const text = parameters.toString();
    const base = await options.discoveryApi.getBaseUrl('itam');
    const response = await options.fetchApi.fetch(
      `${base}${path}${text && `?${text}`}`,
      init,
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  };
}

/** What a write is based on, and what makes its repetition harmless. */
export interface WriteConditions {
  /** The version it changes; sent as If-Match. */
  version?: number;
  /** The same key and body again change nothing. */
  idempotencyKey?: string;
}

/** The headers of {@link WriteConditions}. */
export function conditionHeaders({
  version,
  idempotencyKey,
}: WriteConditions): Record<string, string> {
  return {
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    ...(idempotencyKey === undefined
      ? {}
      : { 'Idempotency-Key': idempotencyKey }),
  };
}

/** A request with a JSON body. */
export function jsonBody(
  method: 'POST' | 'PUT',
  body: object,
  conditions: WriteConditions = {},
): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...conditionHeaders(conditions),
    },
  };
}
