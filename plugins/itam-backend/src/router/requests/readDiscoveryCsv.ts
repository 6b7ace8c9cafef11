import type { Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { decodeText } from '../../spreadsheets/decodeText';
import { readCsv } from '../../spreadsheets/readCsv';
import type { SheetCell } from '../../spreadsheets/sheetRow';
import { unescapeCells } from '../../spreadsheets/unescapeCells';
import { discoveryColumns, type DiscoveryListKind } from './discoveryColumns';
import { FileTooLargeError } from './importBody';

/** More entries than a list may have are answered by the contract. */
const ENTRIES_AT_MOST = 2_001;

/** The kind of list that a request sends, when it may come as CSV. */
export function discoveryListOf(
  method: string,
  path: string,
): DiscoveryListKind | undefined {
  const found =
    method === 'POST' &&
    /^\/discoveries\/(software|spend)\/?$/i.exec(path)?.[1].toLowerCase();
  return found === 'software' || found === 'spend' ? found : undefined;
}

/**
 * Makes the JSON body of a list of discoveries that comes as CSV, so that the
 * contract checks both alike. Everything else is for `otherwise`.
 *
 * Answers 413 to more bytes than are allowed, and 400 to what is no CSV and to
 * headers without the columns a list needs.
 */
export function readDiscoveryCsv(
  maxBytes: number,
  otherwise: RequestHandler,
): RequestHandler {
  return async (req, res, next) => {
    const kind = discoveryListOf(req.method, req.path);
    if (!kind || !req.is('text/csv')) {
      otherwise(req, res, next);
      return;
    }
    const { source } = req.query;
    try {
      req.body = {
        ...(typeof source === 'string' ? { source } : {}),
        entries: await entriesOf(kind, limited(req, maxBytes)),
      };
    } catch (error) {
      // The rest of the list is not read; the connection cannot go on.
      res.set('Connection', 'close');
      req.resume();
      throw error;
    }
    req.headers['content-type'] = 'application/json';
    next();
  };
}

async function* limited(
  body: Readable,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  // Whoever stops reading still wants to answer.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maxBytes) {
      throw new FileTooLargeError(
        `The list has more than ${maxBytes} bytes; send it in parts`,
      );
    }
    yield part;
  }
}

async function entriesOf(
  kind: DiscoveryListKind,
  body: AsyncIterable<Buffer>,
): Promise<object[]> {
  let columns: (string | undefined)[] | undefined;
  const entries: object[] = [];
  const text = decodeText(body, undefined);
  for await (const { line, cells } of unescapeCells(readCsv(text, undefined))) {
    if (!columns) {
      columns = discoveryColumns(kind, cells.map(textOf));
    } else if (cells.length > columns.length) {
      throw new InputError(
        `Line ${line} has ${cells.length} cells, and the header ${columns.length}`,
      );
    } else if (entries.length < ENTRIES_AT_MOST) {
      entries.push(entryOf(kind, columns, cells.map(textOf)));
    }
  }
  if (!columns) {
    throw new InputError('The list is empty; it needs a header and rows');
  }
  return entries;
}

/** What a row says; empty cells say nothing. */
function entryOf(
  kind: DiscoveryListKind,
  columns: readonly (string | undefined)[],
  cells: readonly string[],
): object {
  const said = new Map(
    columns.flatMap((field, at): [string, string][] => {
      const cell = cells[at]?.trim() ?? '';
      return field === undefined || cell === '' ? [] : [[field, cell]];
    }),
  );
  if (kind === 'software') {
    return Object.fromEntries(said);
  }
  const amount = said.get('amount');
  const currency = said.get('currency');
  said.delete('amount');
  said.delete('currency');
  return {
    ...Object.fromEntries(said),
    ...(amount === undefined && currency === undefined
      ? {}
      : { amount: { amount, currency } }),
  };
}

function textOf(cell: SheetCell): string {
  return typeof cell === 'object' ? cell.date : String(cell);
}
