import type { IncomingMessage, ServerResponse } from 'node:http';
// The frame that all such servers share.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  LoopbackServer,
  send,
} from '@backstage-itam/plugin-itam-backend/testUtils';

export { send };

/** A row: plain text, or what the database has and what people see. */
export type FakeRow = Record<
  string,
  string | { value: string; display_value: string }
>;

/**
 * The Table API of an instance as its documentation says it behaves: it
 * ignores what it does not understand of a query, leaves out columns and rows
 * that access rules hide, and says with `Link` whether more rows follow.
 */
export class FakeServiceNow extends LoopbackServer {
  readonly tables = new Map<string, FakeRow[]>();
  /** Ids of rows that access rules hide: they count, and do not come. */
  readonly hiddenRows = new Set<string>();
  /** Columns that access rules hide. */
  readonly hiddenColumns = new Set<string>();
  readonly tokenRequests: string[] = [];
  tokens: string[] = [];

  protected override answer(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
  ): void {
    if (url.pathname === '/oauth_token.do') {
      let body = '';
      req.on('data', part => (body += part));
      req.on('end', () => {
        this.tokenRequests.push(body);
        const token = `token-${this.tokenRequests.length}`;
        this.tokens = [token];
        send(res, 200, { access_token: token, expires_in: 1_800 });
      });
      return;
    }
    const { authorization = '' } = req.headers;
    const isKnown =
      authorization === `Basic ${btoa('reader:secret')}` ||
      this.tokens.some(token => authorization === `Bearer ${token}`);
    if (!isKnown) {
      send(res, 401, { error: { message: 'User Not Authenticated' } });
      return;
    }
    const table = /^\/api\/now\/table\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
    const rows = this.tables.get(table);
    if (!rows) {
      send(res, 400, { error: { message: `Invalid table ${table}` } });
      return;
    }
    const parameter = (name: string) => url.searchParams.get(name) ?? '';
    const limit = Number(parameter('sysparm_limit') || '10000');
    const offset = Number(parameter('sysparm_offset') || '0');
    const found = selected(rows, parameter('sysparm_query'));
    const next = new URL(url);
    next.searchParams.set('sysparm_offset', String(offset + limit));
    send(
      res,
      200,
      {
        result: found
          .slice(offset, offset + limit)
          .filter(row => !this.hiddenRows.has(valueOf(row.sys_id)))
          .map(row => this.#shown(row, parameter('sysparm_fields').split(','))),
      },
      {
        'X-Total-Count': String(found.length),
        ...(offset + limit < found.length
          ? { Link: `<${url.href}>;rel="first",<${next.href}>;rel="next"` }
          : {}),
      },
    );
  }

  #shown(row: FakeRow, fields: string[]): object {
    return Object.fromEntries(
      fields
        .filter(
          name => Object.hasOwn(row, name) && !this.hiddenColumns.has(name),
        )
        .map(name => {
          const cell = row[name];
          return [
            name,
            typeof cell === 'string'
              ? { value: cell, display_value: cell }
              : cell,
          ];
        }),
    );
  }
}

/** What is not understood selects everything. */
function selected(rows: readonly FakeRow[], query: string): FakeRow[] {
  let found = [...rows];
  // An OR belongs to the condition before it.
  for (const clause of query.split(/\^(?!OR(?!DERBY))/)) {
    const order = /^ORDERBY(\w+)$/.exec(clause)?.[1];
    if (order !== undefined) {
      found.sort((a, b) => (valueOf(a[order]) < valueOf(b[order]) ? -1 : 1));
      continue;
    }
    const conditions = clause
      .split('^OR')
      .map(one => conditionOf(rows, one))
      .filter(one => one !== undefined);
    if (conditions.length > 0) {
      found = found.filter(row => conditions.some(meets => meets(row)));
    }
  }
  return found;
}

/** Undefined for a condition that is not understood. */
function conditionOf(
  rows: readonly FakeRow[],
  clause: string,
): ((row: FakeRow) => boolean) | undefined {
  const match = /^([a-z_]+)(>=|>|=|IN)(.*)$/.exec(clause);
  if (!match || !rows.some(row => Object.hasOwn(row, match[1]))) {
    return undefined;
  }
  const [, column, operator, operand] = match;
  return row => {
    const value = valueOf(row[column]);
    switch (operator) {
      case '>=':
        return value >= operand;
      case '>':
        return value > operand;
      case 'IN':
        return operand.split(',').includes(value);
      default:
        return value === operand;
    }
  };
}

function valueOf(cell: FakeRow[string] | undefined): string {
  return typeof cell === 'object' ? cell.value : cell ?? '';
}
