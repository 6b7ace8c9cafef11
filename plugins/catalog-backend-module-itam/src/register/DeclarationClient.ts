import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { messageWithoutFinancials } from './messageWithoutFinancials';
import { DeclarationRefusedError, RegisterUnavailableError } from './errors';
import { discard, readJson, RegisterHttp } from './RegisterHttp';
import { parseDeclarationState, parseStagedDeclaration } from './answers';
import type { DeclarationState, StagedDeclaration } from './answers';
import type { DeclarationIncident } from '@backstage-itam/plugin-itam-common';

/** What a catalog file declares, money included. */
export interface Declaration {
  ref: string;
  entity: Entity;
  location?: string;
}

/** The calls the catalog makes to the register. */
export interface DeclarationApi {
  stage(
    declaration: Declaration,
    signal: AbortSignal,
  ): Promise<StagedDeclaration>;
  getState(signal: AbortSignal): Promise<DeclarationState>;
  reportIncidents(
    incidents: readonly DeclarationIncident[],
    signal: AbortSignal,
  ): Promise<void>;
}

// 408, 425 and 429 ask for patience; 401 and 403 mean that the two plugins do
// not trust each other. Neither says anything about the declaration.
const NOT_ABOUT_THE_DECLARATION = new Set([401, 403, 404, 405, 408, 425, 429]);

function isRefusal(statusCode: number): boolean {
  return (
    statusCode >= 400 &&
    statusCode < 500 &&
    !NOT_ABOUT_THE_DECLARATION.has(statusCode)
  );
}

/**
 * HTTP client of the register, called as the catalog plugin itself.
 *
 * Throws {@link DeclarationRefusedError} when the register answers that the
 * declaration is not acceptable, and {@link RegisterUnavailableError} in every
 * other case without a usable answer. No error carries a value.
 */
export class DeclarationClient implements DeclarationApi {
  readonly #http: RegisterHttp;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#http = new RegisterHttp(options);
  }

  async stage(
    declaration: Declaration,
    signal: AbortSignal,
  ): Promise<StagedDeclaration> {
    const response = await this.#http.request('PUT', '/declarations', {
      body: declaration,
      signal,
    });
    if (response.ok) {
      return parseStagedDeclaration(await readJson(response));
    }
    if (isRefusal(response.status)) {
      throw new DeclarationRefusedError(
        response.status,
        messageWithoutFinancials(await readJson(response), declaration.entity),
      );
    }
    await discard(response);
    throw new RegisterUnavailableError();
  }

  async getState(signal: AbortSignal): Promise<DeclarationState> {
    const response = await this.#http.request('GET', '/declarations/state', {
      signal,
    });
    if (!response.ok) {
      await discard(response);
      throw new RegisterUnavailableError();
    }
    return parseDeclarationState(await readJson(response));
  }

  async reportIncidents(
    incidents: readonly DeclarationIncident[],
    signal: AbortSignal,
  ): Promise<void> {
    const response = await this.#http.request(
      'POST',
      '/declarations/incidents',
      {
        body: { incidents },
        signal,
      },
    );
    await discard(response);
    // A report the register finds unacceptable would be so the next time too.
    if (!response.ok && !isRefusal(response.status)) {
      throw new RegisterUnavailableError();
    }
  }
}
