import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  RefLabel,
  Ticket,
  TicketPage,
  TicketSourceState,
} from '@backstage-itam/plugin-itam-common';
import type {
  ItamTicketSource,
  SourceTicket,
  TicketKind,
} from '@backstage-itam/plugin-itam-node';
import { parseCostNode } from '../../stores/queries/costNode';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import type { TicketDeps } from './ticketDeps';
import { ticketSubjects, type TicketSubjects } from './ticketSubjects';

const NODE_KINDS: readonly string[] = [
  'record',
  'service',
  'assembly',
  'organisation',
];
const NO_TICKETS: TicketPage['counts'] = {
  incident: 0,
  problem: 0,
  change: 0,
  request: 0,
  other: 0,
};

/** A ticket with its tool and the refs it is about. */
interface Found {
  source: string;
  ticket: SourceTicket;
  about: Set<string>;
}

/**
 * One page of the open tickets about a node, opened last first.
 *
 * Throws InputError for a node that tickets are not asked of and for a cursor
 * of another list, NotFoundError for a node that is not there for the caller,
 * and ServiceUnavailableError without the catalog. A tool that does not answer
 * is told of in the answer.
 */
export async function listTicketPage(
  deps: TicketDeps,
  context: ReadContext,
  question: { node: string; kind?: TicketKind },
  page: { cursor?: string; limit: number },
): Promise<TicketPage> {
  const node = parseCostNode(question.node);
  if (!NODE_KINDS.includes(node.selects)) {
    throw new InputError(
      'Tickets are asked of an asset, a service, a group or a user',
    );
  }
  const sources = deps.ticketSources.all();
  const list: JsonValue = ['tickets', node.ref, question.kind ?? null];
  const secret = await readRegisterSecret(deps.knex);
  const after =
    page.cursor === undefined
      ? undefined
      : positionIn(readSignedCursor(list, page.cursor, secret));
  if (sources.length === 0 || context.access.records.kind === 'none') {
    return {
      items: [],
      totalItems: 0,
      counts: NO_TICKETS,
      services: [],
      sources: [],
      complete: true,
    };
  }
  const subjects = await ticketSubjects(deps, context, node);
  const answers = await Promise.all(
    sources.map(async source => await askSource(deps, source, subjects)),
  );
  const all = answers
    .flatMap(({ found }) => found)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const counts = { ...NO_TICKETS };
  all.forEach(({ ticket }) => {
    counts[ticket.kind] += 1;
  });
  const matching = all.filter(
    ({ ticket }) =>
      question.kind === undefined || ticket.kind === question.kind,
  );
  const rest =
    after === undefined
      ? matching
      : matching.filter(one => compare(placeOf(one), after) > 0);
  const shown = rest.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(one => renderTicket(one, subjects.labels)),
    totalItems: matching.length,
    ...(last && rest.length > shown.length
      ? { nextCursor: writeSignedCursor(list, placeOf(last), secret) }
      : {}),
    counts,
    services: countServices(all, subjects),
    sources: answers.map(({ state }) => state),
    complete: subjects.complete,
  };
}

async function askSource(
  deps: TicketDeps,
  source: ItamTicketSource,
  subjects: TicketSubjects,
): Promise<{ found: Found[]; state: TicketSourceState }> {
  const asked = subjects.itemsOf(source);
  const known = await deps.keptTickets
    .of(source.id)
    .read(asked.map(({ item }) => item));
  const found = new Map<string, Found>();
  for (const { item, ref } of asked) {
    for (const ticket of known.tickets.get(item.key) ?? []) {
      const one = found.get(ticket.id) ?? {
        source: source.id,
        ticket,
        about: new Set<string>(),
      };
      one.about.add(ref);
      found.set(ticket.id, one);
    }
  }
  const at = (time: number) => new Date(time).toISOString();
  return {
    found: [...found.values()],
    state: {
      id: source.id,
      title: source.title,
      asked: asked.length > 0,
      complete: known.complete,
      unknown: [
        ...new Set(
          asked
            .filter(({ item }) => known.unknown.has(item.key))
            .map(({ ref }) => ref),
        ),
      ].flatMap(ref => subjects.labels.get(ref) ?? []),
      ...(known.readAt === undefined ? {} : { readAt: at(known.readAt) }),
      ...(known.failure === undefined || asked.length === 0
        ? {}
        : {
            failure: {
              reason: known.failure.reason,
              message: known.failure.message,
              since: at(known.failure.since),
              retryAt: at(known.failure.retryAt),
            },
          }),
    },
  };
}

function renderTicket(
  { source, ticket, about }: Found,
  labels: ReadonlyMap<string, RefLabel>,
): Ticket {
  const { state: _, stateText, about: _keys, ...rest } = ticket;
  return {
    ...rest,
    source,
    state: stateText,
    about: [...about].flatMap(ref => labels.get(ref) ?? []),
  };
}

function countServices(
  all: readonly Found[],
  { services, labels }: TicketSubjects,
): TicketPage['services'] {
  return [...services]
    .flatMap(([ref, own]) => {
      const tickets = all.filter(({ about }) =>
        [...about].some(one => own.has(one)),
      ).length;
      const service = labels.get(ref);
      return tickets > 0 && service ? [{ service, tickets }] : [];
    })
    .sort((a, b) => b.tickets - a.tickets);
}

/** Where a ticket stands in the list; those opened last come first. */
function placeOf({ ticket, source }: Found): [string, string, string] {
  return [ticket.openedAt ?? '', source, ticket.id];
}

function compare(a: readonly string[], b: readonly string[]): number {
  if (a[0] !== b[0]) {
    return a[0] > b[0] ? -1 : 1;
  }
  const [left, right] = [a.slice(1).join(' '), b.slice(1).join(' ')];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

function positionIn(position: readonly unknown[]): string[] {
  const texts = position.filter(one => typeof one === 'string');
  if (texts.length !== 3) {
    throw new InputError('The cursor does not belong to this list');
  }
  return texts;
}
