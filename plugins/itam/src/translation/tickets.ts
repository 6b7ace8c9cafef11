/**
 * Texts about tickets of other tools in English.
 */
export const tickets = {
  title: 'Open tickets',
  counts: {
    incident_one: '{{count}} incident',
    incident_other: '{{count}} incidents',
    problem_one: '{{count}} problem',
    problem_other: '{{count}} problems',
    change_one: '{{count}} change',
    change_other: '{{count}} changes',
    request_one: '{{count}} request',
    request_other: '{{count}} requests',
    other_one: '{{count}} other ticket',
    other_other: '{{count}} other tickets',
  },
  columns: {
    ticket: 'Ticket',
    state: 'State',
    about: 'About',
    opened: 'Opened',
  },
  kind: {
    incident: 'Incident',
    problem: 'Problem',
    change: 'Change',
    request: 'Request',
    other: 'Ticket',
  },
  due: 'Due {{date}}',
  planned: 'Planned {{from}} – {{to}}',
  open: '{{number}} in {{tool}}, in a new tab',
  none: 'No open tickets.',
  noneKnown: 'Whether there are tickets is not known for now.',
  unlinkedTitle: 'Nothing here is linked to {{tools}}',
  unlinkedText:
    'Tickets appear here when its catalog file says what it is there, or when it was brought from there.',
  byService: 'By service',
  service_one: '{{count}} ticket',
  service_other: '{{count}} tickets',
  failed: {
    'rate-limited': '{{tool}} takes no more requests since {{since}}.',
    unauthorised: '{{tool}} does not let us read tickets since {{since}}.',
    unreachable: '{{tool}} does not answer since {{since}}.',
    unexpected:
      '{{tool}} answers something else than it should since {{since}}.',
  },
  lastKnown: 'Shown is what it said at {{time}}.',
  nothingKnown: 'Nothing is known of its tickets.',
  retryAt: 'It is asked again at {{time}}.',
  unknown: '{{tool}} does not know what these are linked to:',
  incomplete: 'There may be more tickets than are shown.',
  forbidden: 'You may not see the tickets of {{name}}.',
  notFound: 'The catalog shows you nothing called {{name}}.',
  item: {
    title: 'Where it is in the portal',
    looking: 'Looking for {{id}}',
    chooseTitle: '{{id}} of {{tool}} is several things here',
    notFoundTitle: 'Nothing here is linked to {{id}}',
    notFoundText:
      'No service and no asset that you may see is linked to this configuration item. Whoever looks after the service can add the annotation to its catalog entity; an asset has to be brought from the tool.',
    search: 'Search the register',
  },
} as const;
