import {
  SourceError,
  sourceField,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';

/** A row with values and what people see of them, by column. */
export type TableRow = ReadonlyMap<string, TableCell>;

/** A cell. */
export interface TableCell {
  /** As the database has it: ids, dates in UTC, plain numbers. */
  value: string;
  /** As people see it. */
  shown: string;
}

/** Which rows are asked for. */
export interface TableQuestion {
  table: string;
  fields: readonly string[];
  /** Encoded query without order. */
  query?: string;
  /** Only rows with a greater id. */
  after?: string;
  /** Rows to be skipped beyond those. */
  offset?: number;
  limit: number;
}

/** Some rows of a table in the order of their ids. */
export interface TablePage {
  rows: { id: string; row: TableRow }[];
  /** How many rows there are behind the position, hidden ones too. */
  total?: number;
  /** Where the next rows are; undefined at the end. */
  next?: { after?: string; offset: number };
}

const QUERY_COLUMN = /^(?:OR)?([a-z][a-z0-9_]*)/;

/**
 * Reads tables over the Table API.
 *
 * @remarks
 * Rows are asked for by id, from the last one on, so that none is lost or met
 * twice when rows come and go meanwhile. A page may have fewer rows than asked
 * for, or none, where access rules hide some; only the header `Link` tells
 * whether more follow. The instance ignores what it does not understand of a
 * query and answers with all rows: the columns of queries are looked for
 * before, and every answer is checked against what was asked.
 */
export class TableReader {
  readonly #http: SourceHttp;
  readonly #checked = new Set<string>();
  readonly #shown = new Map<string, ReadonlySet<string>>();

  constructor(http: SourceHttp) {
    this.#http = http;
  }

  /** Rows behind a position. Throws SourceError. */
  async read(question: TableQuestion, signal: AbortSignal): Promise<TablePage> {
    const { table, after, offset = 0, limit, query } = question;
    await this.#checkColumns(table, query, signal);
    const clauses = [
      ...(query ? [query] : []),
      ...(after === undefined ? [] : [`sys_id>${after}`]),
      'ORDERBYsys_id',
    ];
    const { body, headers } = await this.#http.get(
      pathOf(table, {
        sysparm_query: clauses.join('^'),
        sysparm_fields: ['sys_id', ...question.fields].join(','),
        sysparm_display_value: 'all',
        sysparm_limit: String(limit),
        sysparm_offset: String(offset),
      }),
      signal,
    );
    const rows = rowsOf(table, body);
    let last = after;
    for (const { id } of rows) {
      if (last !== undefined && id <= last) {
        throw new SourceError(
          `${table}: rows do not come in the order of their ids; was the query ignored?`,
          'answer',
        );
      }
      last = id;
    }
    const link = nextLink(headers.get('link'));
    if (link !== undefined) {
      // Nobody is sent elsewhere, even though only the fact counts.
      this.#http.url(link);
    }
    const total = Number(headers.get('x-total-count') ?? Number.NaN);
    const hasMore = link !== undefined || rows.length >= limit;
    return {
      rows,
      ...(Number.isSafeInteger(total) ? { total } : {}),
      ...(hasMore
        ? {
            next:
              rows.length > 0
                ? { ...(last === undefined ? {} : { after: last }), offset: 0 }
                : {
                    ...(after === undefined ? {} : { after }),
                    offset: offset + limit,
                  },
          }
        : {}),
    };
  }

  /**
   * Which of these columns the instance shows us; undefined while the table
   * has no row that tells.
   */
  async columnsShown(
    table: string,
    columns: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<string> | undefined> {
    const key = `${table} ${columns.join(' ')}`;
    const known = this.#shown.get(key);
    if (known) {
      return known;
    }
    const first = await this.#firstRow(table, columns, signal);
    if (!first) {
      return undefined;
    }
    const shown = new Set(columns.filter(column => first.has(column)));
    this.#shown.set(key, shown);
    return shown;
  }

  async #firstRow(
    table: string,
    columns: readonly string[],
    signal: AbortSignal,
  ): Promise<TableRow | undefined> {
    const { body } = await this.#http.get(
      pathOf(table, {
        sysparm_fields: [...new Set(['sys_id', ...columns])].join(','),
        sysparm_display_value: 'all',
        sysparm_limit: '1',
      }),
      signal,
    );
    return rowsOf(table, body)[0]?.row;
  }

  /** The first row must have the columns that queries are about. */
  async #checkColumns(
    table: string,
    query: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const columns = [...new Set(['sys_id', ...columnsOf(query ?? '')])];
    const key = `${table} ${columns.join(' ')}`;
    if (this.#checked.has(key)) {
      return;
    }
    const first = await this.#firstRow(table, columns, signal);
    if (!first) {
      return;
    }
    const missing = columns.filter(column => !first.has(column));
    if (missing.length > 0) {
      throw new SourceError(
        `${table}: the instance does not show us the columns ${missing.join(
          ', ',
        )}; a query about them would be ignored`,
        'answer',
      );
    }
    this.#checked.add(key);
  }
}

/** Columns that an encoded query is about, without what is reached over them. */
export function columnsOf(query: string): string[] {
  return query
    .split('^')
    .flatMap(clause => QUERY_COLUMN.exec(clause)?.[1] ?? []);
}

function pathOf(table: string, parameters: Record<string, string>): string {
  // A blank is never written as a plus here; a plus is %2B.
  const query = new URLSearchParams(parameters)
    .toString()
    .replaceAll('+', '%20');
  return `api/now/table/${table}?${query}`;
}

function rowsOf(table: string, body: unknown): { id: string; row: TableRow }[] {
  const result = sourceField(body, 'result');
  // A transaction that was cut off answers with what it had, and an error.
  if (!Array.isArray(result) || sourceField(body, 'error') !== undefined) {
    throw new SourceError(`${table}: the answer is no list of rows`, 'answer');
  }
  return result.map((raw: unknown) => {
    const row = new Map(
      typeof raw === 'object' && raw !== null
        ? Object.entries(raw).map(([name, cell]): [string, TableCell] => [
            name,
            cellOf(cell),
          ])
        : [],
    );
    const id = row.get('sys_id')?.value ?? '';
    if (id === '') {
      throw new SourceError(`${table}: a row has no id`, 'answer');
    }
    return { id, row };
  });
}

function cellOf(cell: unknown): TableCell {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return typeof cell === 'string'
    ? { value: cell, shown: cell }
    : {
        value: text(sourceField(cell, 'value')),
        shown: text(sourceField(cell, 'display_value')),
      };
}

function nextLink(header: string | null): string | undefined {
  for (const part of header?.split(/,\s*(?=<)/) ?? []) {
    const match = /^<([^>]*)>\s*;\s*(.*)$/.exec(part.trim());
    if (match && /rel="?next"?/.test(match[2])) {
      return match[1];
    }
  }
  return undefined;
}
