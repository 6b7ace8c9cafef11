import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { RegisterUnavailableError } from './errors';

/** Requests to the register, made as the catalog plugin itself. */
export class RegisterHttp {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** Throws {@link RegisterUnavailableError} without any answer. */
  async request(
    method: string,
    path: string,
    options: { body?: unknown; signal: AbortSignal },
  ): Promise<Response> {
    try {
      const baseUrl = await this.#discovery.getBaseUrl('itam');
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'itam',
      });
      return await fetch(`${baseUrl}${path}`, {
        method,
        signal: options.signal,
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${token}`,
          ...(options.body !== undefined && {
            'Content-Type': 'application/json',
          }),
        },
        ...(options.body !== undefined && {
          body: JSON.stringify(options.body),
        }),
      });
    } catch {
      throw new RegisterUnavailableError();
    }
  }
}

/** Throws {@link RegisterUnavailableError} when it is no JSON. */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new RegisterUnavailableError();
  }
}

/** Frees the connection; what the answer says does not matter. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {});
}
