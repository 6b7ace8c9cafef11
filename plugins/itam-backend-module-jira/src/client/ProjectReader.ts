import {
  SourceError,
  sourceField,
  sourceLine,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';
import type { JiraConfig } from '../config/JiraConfig';
import { pathOf } from './pathOf';

const LIFE_MS = 10 * 60_000;
const MOST_KEPT = 5_000;

/**
 * Which projects there are. A search that names a project which is not there,
 * or not shown to us, is refused as a whole, so they are looked up before.
 */
export class ProjectReader {
  readonly #http: SourceHttp;
  readonly #edition: JiraConfig['edition'];
  readonly #now: () => number;
  /** Ids by key in upper case; an empty one where there is no project. */
  readonly #kept = new Map<string, { id: string; until: number }>();

  constructor(
    http: SourceHttp,
    edition: JiraConfig['edition'],
    now: () => number = Date.now,
  ) {
    this.#http = http;
    this.#edition = edition;
    this.#now = now;
  }

  /** Ids by key in upper case, of those that are shown to us. */
  async idsOf(
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(keys.map(key => key.toUpperCase()))];
    const missing = asked.filter(
      key => !((this.#kept.get(key)?.until ?? 0) > this.#now()),
    );
    if (missing.length > 0) {
      const found = await this.#load(missing, signal);
      const until = this.#now() + LIFE_MS;
      for (const key of missing) {
        this.#kept.delete(key);
        this.#kept.set(key, { id: found.get(key) ?? '', until });
      }
      for (const key of this.#kept.keys()) {
        if (this.#kept.size <= MOST_KEPT) break;
        this.#kept.delete(key);
      }
    }
    return new Map(
      asked.flatMap((key): [string, string][] => {
        const id = this.#kept.get(key)?.id;
        return id ? [[key, id]] : [];
      }),
    );
  }

  async #load(
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, string>> {
    const { body } = await this.#http.get(
      this.#edition === 'cloud'
        ? pathOf('rest/api/3/project/search', [
            ...keys.map((key): [string, string] => ['keys', key]),
            ['maxResults', String(keys.length)],
          ])
        : 'rest/api/2/project',
      signal,
    );
    const projects =
      this.#edition === 'cloud' ? sourceField(body, 'values') : body;
    if (!Array.isArray(projects)) {
      throw new SourceError('The answer is no list of projects', 'answer');
    }
    return new Map(
      projects.map((project: unknown): [string, string] => [
        sourceLine(sourceField(project, 'key')).toUpperCase(),
        sourceLine(sourceField(project, 'id')),
      ]),
    );
  }
}
