import { RegisterUnavailableError } from '../register/errors';
import { discard, readJson, type RegisterHttp } from '../register/RegisterHttp';
import {
  parseChangePage,
  parsePublishedPage,
  type ChangePage,
  type PublishedPage,
} from './publicationAnswers';

// A page is held in memory and written in one transaction of the catalog.
const PAGE_SIZE = 100;

/** What the register says about the entities it wants to be shown. */
export interface PublicationApi {
  /** Changes after a sequence. */
  listChanges(after: number, signal: AbortSignal): Promise<ChangePage>;
  /** Everything, page by page. */
  listPublished(
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<PublishedPage>;
}

/**
 * Reads the register's publication routes. Throws RegisterUnavailableError
 * without a complete answer.
 */
export class PublicationClient implements PublicationApi {
  readonly #http: Pick<RegisterHttp, 'request'>;

  constructor(http: Pick<RegisterHttp, 'request'>) {
    this.#http = http;
  }

  async listChanges(after: number, signal: AbortSignal): Promise<ChangePage> {
    return parseChangePage(
      await this.#get('/changes', { after: String(after) }, signal),
    );
  }

  async listPublished(
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<PublishedPage> {
    return parsePublishedPage(
      await this.#get(
        '/published',
        cursor === undefined ? {} : { cursor },
        signal,
      ),
    );
  }

  async #get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const parameters = new URLSearchParams({
      ...query,
      limit: String(PAGE_SIZE),
    });
    const response = await this.#http.request('GET', `${path}?${parameters}`, {
      signal,
    });
    if (!response.ok) {
      await discard(response);
      throw new RegisterUnavailableError();
    }
    return await readJson(response);
  }
}
