import {
  sourceLine,
  type SourceTicket,
  type TicketKind,
} from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';
import { recordUrl } from '../records/recordUrl';

/** Tables of tickets in the order they are read, and what their rows are. */
export const TICKET_TABLES = [
  { table: 'incident', kind: 'incident', dates: [] },
  {
    table: 'change_request',
    kind: 'change',
    dates: ['start_date', 'end_date'],
  },
] as const satisfies readonly {
  table: string;
  kind: TicketKind;
  dates: readonly string[];
}[];

/** Columns that every table of tickets has. */
export const TICKET_COLUMNS = [
  'number',
  'short_description',
  'active',
  'state',
  'priority',
  'opened_at',
  'sys_updated_on',
  'due_date',
  'assigned_to',
  'assignment_group',
  'cmdb_ci',
  'business_service',
] as const;

/** A resolved incident waits to be closed; nobody works on it. */
const RESOLVED = '6';

/** A row of a table as a ticket. */
export function ticketOfRow(
  { table, kind }: { table: string; kind: TicketKind },
  { id, row }: { id: string; row: TableRow },
  about: readonly string[],
  baseUrl: string,
): SourceTicket {
  const shown = (...columns: string[]) =>
    columns
      .map(column => sourceLine(row.get(column)?.shown))
      .find(text => text !== '');
  const at = (column: string) => instantOf(row.get(column)?.value ?? '');
  const isResolved =
    kind === 'incident' && row.get('state')?.value === RESOLVED;
  return {
    id,
    number: shown('number') ?? id,
    title: shown('short_description') ?? '',
    kind,
    state: isResolved ? 'closed' : 'open',
    stateText: shown('state') ?? '',
    priority: shown('priority'),
    openedAt: at('opened_at'),
    updatedAt: at('sys_updated_on'),
    dueAt: at('due_date'),
    plannedStart: at('start_date'),
    plannedEnd: at('end_date'),
    assignee: shown('assigned_to', 'assignment_group'),
    item: shown('cmdb_ci', 'business_service'),
    url: recordUrl(baseUrl, table, id),
    about,
  };
}

/** Values are `2026-05-20 10:00:00` in UTC, whatever people see. */
function instantOf(value: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2}))?$/.exec(value);
  const time = match
    ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`)
    : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
