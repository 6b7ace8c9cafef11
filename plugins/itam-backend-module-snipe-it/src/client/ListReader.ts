import {
  SourceError,
  sourceField,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';

/** A row of a list. */
export interface ListRow {
  id: number;
  row: unknown;
}

/** Where a page of a list starts. */
export interface ListPosition {
  offset: number;
  /** Id of the last row that was given out. */
  last?: number;
}

/** Some rows of a list in the order of their ids. */
export interface ListPage {
  rows: ListRow[];
  /** Where the next ones are; undefined at the end. */
  next?: ListPosition;
}

/**
 * Reads lists by offset, in the order of ids.
 *
 * @remarks
 * Offsets shift when rows are removed meanwhile, and an offset beyond the end
 * is answered with the start of the list. So each page begins with the last row
 * of the page before: when it does not, the reader goes back until it meets
 * rows it has given out, and gives out only what comes after them. No row is
 * lost, and none is given out twice.
 */
export class ListReader {
  readonly #http: SourceHttp;
  readonly #limit: number;

  constructor(http: SourceHttp, limit: number) {
    this.#http = http;
    this.#limit = limit;
  }

  /** Rows from a position on. Throws SourceError. */
  async read(
    path: string,
    from: ListPosition,
    signal: AbortSignal,
  ): Promise<ListPage> {
    const { last } = from;
    for (let offset = from.offset; ; ) {
      const { rows, total } = await this.#ask(path, offset, signal);
      const isAtStart = offset === 0 || offset > total;
      const first = rows.at(0);
      const overlaps =
        last === undefined || (first !== undefined && first.id <= last);
      if (!overlaps && !isAtStart) {
        offset = Math.max(0, Math.min(offset, total) - this.#limit + 1);
        continue;
      }
      if (offset > total) {
        // The answer is the start of the list, whatever was asked for.
        offset = Math.max(0, total - this.#limit + 1);
        continue;
      }
      const end = offset + rows.length;
      if (end < total && rows.length < 2) {
        throw new SourceError(
          `${path}: ${total} rows are said to be there, and not all are given`,
          'answer',
        );
      }
      const newest = Math.max(last ?? 0, rows.at(-1)?.id ?? 0);
      return {
        rows: rows.filter(({ id }) => last === undefined || id > last),
        ...(end < total
          ? {
              next: {
                offset: end - 1,
                ...(newest === 0 ? {} : { last: newest }),
              },
            }
          : {}),
      };
    }
  }

  /** All rows of a list. Throws SourceError. */
  async readAll(path: string, signal: AbortSignal): Promise<ListRow[]> {
    const all: ListRow[] = [];
    for (let from: ListPosition | undefined = { offset: 0 }; from; ) {
      const page: ListPage = await this.read(path, from, signal);
      all.push(...page.rows);
      from = page.next;
    }
    return all;
  }

  async #ask(
    path: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<{ rows: ListRow[]; total: number }> {
    const parameters = new URLSearchParams({
      limit: String(this.#limit),
      offset: String(offset),
      sort: 'id',
      order: 'asc',
    });
    const { body } = await this.#http.get(
      `api/v1/${path}?${parameters}`,
      signal,
    );
    const { rows, total } = listOf(path, body);
    if (rows.some(({ id }, at) => at > 0 && id <= rows[at - 1].id)) {
      throw new SourceError(
        `${path}: rows do not come in the order of their ids`,
        'answer',
      );
    }
    return { rows, total };
  }
}

/**
 * The rows of an answer and how many there are. A refusal comes with status
 * 200 too, and says so in the body.
 */
export function listOf(
  path: string,
  body: unknown,
): { rows: ListRow[]; total: number } {
  const rows = sourceField(body, 'rows');
  const total = Number(sourceField(body, 'total'));
  if (!Array.isArray(rows) || !Number.isSafeInteger(total)) {
    throw new SourceError(
      sourceField(body, 'status') === 'error'
        ? `${path}: Snipe-IT refuses to list them; look at the permissions of the token`
        : `${path}: the answer is no list`,
      sourceField(body, 'status') === 'error' ? 'refused' : 'answer',
    );
  }
  return {
    total,
    rows: rows.map((row: unknown) => {
      const id = Number(sourceField(row, 'id'));
      if (!Number.isSafeInteger(id) || id < 1) {
        throw new SourceError(`${path}: a row has no id`, 'answer');
      }
      return { id, row };
    }),
  };
}
