import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import {
  SourceError,
  type SourcePage,
  type SourcePageRequest,
  type SourceStream,
} from '@backstage-itam/plugin-itam-node';
import type { TableReader, TableRow } from '../client/TableReader';

/** Clocks and long transactions: what changed shortly before is read again. */
const OVERLAP_MS = 5 * 60_000;

/** A table as a stream of records. */
export interface TableMapping {
  table: string;
  kind: ItamKind;
  fields: readonly string[];
  /** Encoded query that narrows the table. */
  query?: string;
  pageSize: number;
  /** What rows are in the register. */
  toRecords(
    rows: readonly { id: string; row: TableRow }[],
    signal: AbortSignal,
  ): Promise<Pick<SourcePage, 'records' | 'unknown'>>;
}

/** Reads a table page by page, all of it or what changed since. */
export class TableStream implements SourceStream {
  readonly incremental = true;
  readonly id: string;
  readonly kind: ItamKind;
  readonly #reader: TableReader;
  readonly #mapping: TableMapping;

  constructor(reader: TableReader, mapping: TableMapping) {
    this.#reader = reader;
    this.#mapping = mapping;
    this.id = mapping.table;
    this.kind = mapping.kind;
  }

  async readPage({
    cursor,
    since,
    signal,
  }: SourcePageRequest): Promise<SourcePage> {
    const { table, fields, query, pageSize } = this.#mapping;
    const from = since === undefined ? undefined : shortlyBefore(since);
    const clauses = [
      ...(query ? [query] : []),
      ...(from === undefined ? [] : [`sys_updated_on>=${from}`]),
    ];
    const { seen = 0, total: known, ...position } = positionOf(cursor);
    const { rows, next, total } = await this.#reader.read(
      {
        table,
        fields: ['sys_updated_on', ...fields],
        limit: pageSize,
        ...(clauses.length > 0 ? { query: clauses.join('^') } : {}),
        ...position,
      },
      signal,
    );
    const changes = rows.map(
      ({ row }) => row.get('sys_updated_on')?.value ?? '',
    );
    if (from !== undefined && changes.some(change => change < from)) {
      throw new SourceError(
        `${table}: rows were not changed since the time asked for; was the query ignored?`,
        'answer',
      );
    }
    const changedThrough = changes.sort().at(-1);
    const all = known ?? total;
    const read = seen + rows.length;
    const hidden = next === undefined && all !== undefined ? all - read : 0;
    return {
      ...(await this.#mapping.toRecords(rows, signal)),
      ...(next === undefined
        ? {}
        : { next: JSON.stringify({ ...next, seen: read, total: all }) }),
      ...(hidden > 0
        ? { incomplete: `${hidden} of ${all} rows are not shown to us` }
        : {}),
      ...(changedThrough ? { changedThrough } : {}),
    };
  }
}

/** Where a page starts, and what was read and there at the start. */
interface Position {
  after?: string;
  offset?: number;
  seen?: number;
  total?: number;
}

function positionOf(cursor: string | undefined): Position {
  const position: Position = cursor === undefined ? {} : JSON.parse(cursor);
  return position;
}

/** `2026-05-20 10:00:00` in UTC, some minutes earlier. */
function shortlyBefore(time: string): string {
  const at = Date.parse(`${time.replace(' ', 'T')}Z`);
  return Number.isNaN(at)
    ? time
    : new Date(at - OVERLAP_MS).toISOString().slice(0, 19).replace('T', ' ');
}
