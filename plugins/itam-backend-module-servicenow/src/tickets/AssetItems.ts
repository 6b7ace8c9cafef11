import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { TableReader } from '../client/TableReader';
import { isSysId } from './subjects';

/** The table whose rows are assets with a configuration item. */
export const ASSET_TABLE = 'alm_hardware';

const LIFE_MS = 10 * 60_000;
const MOST_KEPT = 20_000;
/** Assets that share a configuration item: one, when all is well. */
const MOST_ASSETS = 20;

/**
 * Which configuration item an asset has: tickets are about items, and records
 * come from assets. It hardly ever changes, so it is kept for a while.
 */
export class AssetItems {
  readonly #reader: TableReader;
  readonly #now: () => number;
  /** By the id of an asset; an empty text where it has no item. */
  readonly #kept = new Map<string, { item: string; until: number }>();

  constructor(reader: TableReader, now: () => number = Date.now) {
    this.#reader = reader;
    this.#now = now;
  }

  /** Items by the ids of these assets, in one request for all that is new. */
  async of(
    assets: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(assets.filter(isSysId))];
    const missing = asked.filter(
      id => !((this.#kept.get(id)?.until ?? 0) > this.#now()),
    );
    if (missing.length > 0) {
      await this.#load(missing, signal);
    }
    return new Map(
      asked.flatMap((id): [string, string][] => {
        const item = this.#kept.get(id)?.item;
        return item ? [[id, item]] : [];
      }),
    );
  }

  /** Ids of the assets that have an item. */
  async assetsOf(item: string, signal: AbortSignal): Promise<string[]> {
    const { rows } = await this.#reader.read(
      {
        table: ASSET_TABLE,
        fields: ['ci'],
        query: `ci=${item}`,
        limit: MOST_ASSETS,
      },
      signal,
    );
    if (rows.some(({ row }) => row.get('ci')?.value !== item)) {
      throw notAsked();
    }
    return rows.map(({ id }) => id);
  }

  async #load(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const wanted = new Set(ids);
    const found = new Map<string, string>();
    const { rows } = await this.#reader.read(
      {
        table: ASSET_TABLE,
        fields: ['ci'],
        query: `sys_idIN${ids.join(',')}`,
        limit: ids.length,
      },
      signal,
    );
    for (const { id, row } of rows) {
      if (!wanted.has(id)) {
        throw notAsked();
      }
      found.set(id, row.get('ci')?.value ?? '');
    }
    const until = this.#now() + LIFE_MS;
    for (const id of ids) {
      this.#kept.delete(id);
      this.#kept.set(id, { item: found.get(id) ?? '', until });
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(id);
    }
  }
}

function notAsked(): SourceError {
  return new SourceError(
    `${ASSET_TABLE}: rows are not those asked for; was the query ignored?`,
    'answer',
  );
}
