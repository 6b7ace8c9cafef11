import {
  SourceError,
  type ItamTicketSource,
  type NamedItem,
  type TicketPage,
  type TicketPageRequest,
} from '@backstage-itam/plugin-itam-node';
import type { TableReader } from '../client/TableReader';
import { AssetItems, ASSET_TABLE } from './AssetItems';
import {
  conditionOf,
  ENTITY_ANNOTATION,
  isSysId,
  keysOf,
  subjectsOf,
} from './subjects';
import { TICKET_COLUMNS, TICKET_TABLES, ticketOfRow } from './ticketOfRow';

/** Ids of a query fit into an address. */
const MOST_ITEMS = 100;

/** Where a page starts. */
interface Position {
  /** Which of the tables. */
  at: number;
  after?: string;
  offset?: number;
}

/**
 * Open incidents and changes about configuration items and services.
 *
 * @remarks
 * The instance ignores what it does not understand of a query and answers
 * with all rows: columns are looked for before they are asked about, and each
 * row is checked to be about what was asked.
 */
export class ServiceNowTickets implements ItamTicketSource {
  readonly id = 'servicenow';
  readonly title = 'ServiceNow';
  readonly records = { connector: 'servicenow', streams: [ASSET_TABLE] };
  readonly annotations = [ENTITY_ANNOTATION];
  readonly mostItems = MOST_ITEMS;
  readonly #reader: TableReader;
  readonly #items: AssetItems;
  readonly #options: { baseUrl: string; entityColumn: string };

  constructor(
    reader: TableReader,
    options: { baseUrl: string; entityColumn: string },
  ) {
    this.#reader = reader;
    this.#items = new AssetItems(reader);
    this.#options = options;
  }

  async readTickets(request: TicketPageRequest): Promise<TicketPage> {
    const { items, cursor, limit, signal } = request;
    const { baseUrl, entityColumn } = this.#options;
    const subjects = subjectsOf(
      items,
      await this.#items.of(
        items.flatMap(({ record }) => (record ? [record.sourceId] : [])),
        signal,
      ),
    );
    const start: Position = cursor === undefined ? { at: 0 } : parse(cursor);
    const page: TicketPage = { tickets: [], unknown: subjects.unknown };
    if (subjects.ids.size + subjects.names.size === 0) {
      return page;
    }
    if (cursor === undefined && subjects.names.size > 0) {
      await this.#requireEntityColumn(signal);
    }
    for (let { at, ...position } = start; at < TICKET_TABLES.length; at++) {
      const { table, kind, dates } = TICKET_TABLES[at];
      const shown = await this.#shown(table, signal);
      const isShown = (column: string) => shown?.has(column) ?? true;
      const query = conditionOf(subjects, entityColumn, isShown);
      if (query === undefined) {
        position = {};
        continue;
      }
      const { rows, next } = await this.#reader.read(
        {
          table,
          fields: [...TICKET_COLUMNS, ...dates, entityColumn],
          query,
          limit,
          ...position,
        },
        signal,
      );
      const tickets = rows.map(one => {
        const about = keysOf(one.row, subjects, entityColumn);
        if (about.length === 0 || one.row.get('active')?.value !== 'true') {
          throw new SourceError(
            `${table}: rows are not about what was asked; was the query ignored?`,
            'answer',
          );
        }
        return ticketOfRow({ table, kind }, one, about, baseUrl);
      });
      const following: Position | undefined =
        next || at + 1 < TICKET_TABLES.length
          ? { at: next ? at : at + 1, ...next }
          : undefined;
      return {
        ...page,
        tickets,
        ...(following ? { next: JSON.stringify(following) } : {}),
      };
    }
    return page;
  }

  itemNamed(id: string): NamedItem {
    return {
      records: [{ stream: ASSET_TABLE, sourceId: id }],
      annotations: [{ [ENTITY_ANNOTATION]: id }],
    };
  }

  async findRecords(id: string, signal: AbortSignal) {
    return isSysId(id)
      ? (await this.#items.assetsOf(id, signal)).map(sourceId => ({
          stream: ASSET_TABLE,
          sourceId,
        }))
      : [];
  }

  async #shown(
    table: string,
    signal: AbortSignal,
  ): Promise<ReadonlySet<string> | undefined> {
    return await this.#reader.columnsShown(
      table,
      ['cmdb_ci', 'business_service', this.#options.entityColumn],
      signal,
    );
  }

  /** Tickets need not have the column in each table, but in one of them. */
  async #requireEntityColumn(signal: AbortSignal): Promise<void> {
    const { entityColumn } = this.#options;
    for (const { table } of TICKET_TABLES) {
      const shown = await this.#shown(table, signal);
      if (shown === undefined || shown.has(entityColumn)) {
        return;
      }
    }
    throw new SourceError(
      `The instance does not show us the column ${entityColumn} of tickets, which entities are named by`,
      'answer',
    );
  }
}

function parse(cursor: string): Position {
  const position: Position = JSON.parse(cursor);
  return position;
}
