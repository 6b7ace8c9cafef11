import {
  sourceDay,
  sourceField,
  sourceLine,
  type SourceTicket,
  type TicketKind,
} from '@backstage-itam/plugin-itam-node';

/** English words in the names of issue types. */
const WORDS: readonly [RegExp, TicketKind][] = [
  [/incident/i, 'incident'],
  [/problem/i, 'problem'],
  [/change/i, 'change'],
  [/request/i, 'request'],
];

/** An issue as a ticket. */
export function ticketOfIssue(
  issue: unknown,
  about: readonly string[],
  config: {
    baseUrl: string;
    kinds: Readonly<Record<string, TicketKind>>;
  },
): SourceTicket {
  const fields = sourceField(issue, 'fields');
  const nameOf = (field: string, name = 'name') =>
    sourceLine(sourceField(sourceField(fields, field), name));
  const key = sourceLine(sourceField(issue, 'key'));
  const type = nameOf('issuetype');
  const category = sourceLine(
    sourceField(
      sourceField(sourceField(fields, 'status'), 'statusCategory'),
      'key',
    ),
  );
  const components = sourceField(fields, 'components');
  const component = (Array.isArray(components) ? components : [])
    .map((one: unknown) => sourceLine(sourceField(one, 'name')))
    .filter(name => name !== '')
    .join(', ');
  return {
    id: sourceLine(sourceField(issue, 'id')) || key,
    number: key,
    title: sourceLine(sourceField(fields, 'summary')),
    kind:
      config.kinds[type.toLowerCase()] ??
      WORDS.find(([word]) => word.test(type))?.[1] ??
      'other',
    state: category === 'done' ? 'closed' : 'open',
    stateText: nameOf('status'),
    priority: nameOf('priority') || undefined,
    openedAt: instantOf(sourceField(fields, 'created')),
    updatedAt: instantOf(sourceField(fields, 'updated')),
    dueAt: sourceDay(sourceField(fields, 'duedate')) || undefined,
    assignee: nameOf('assignee', 'displayName') || undefined,
    item: component || nameOf('project') || undefined,
    url: new URL(
      `browse/${encodeURIComponent(key)}`,
      config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`,
    ).href,
    about,
  };
}

/** `2026-05-20T10:00:00.000+0200` in UTC. */
function instantOf(value: unknown): string | undefined {
  const text = sourceLine(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
