/**
 * Texts of deadlines in a calendar, and of addresses for calendar programs.
 */
export const calendar = {
  title: 'Calendar of deadlines',
  atStake: 'At stake',
  count_one: '1 deadline',
  count_other: '{{count}} deadlines',
  noDeadline: 'Nothing due',
  day_one: '{{date}}: 1 deadline',
  day_other: '{{date}}: {{count}} deadlines',
  dayAmount: '{{day}}, {{amount}}',
  month: 'Deadlines of {{month}}',
  legend: { notice: 'Last day for notice', term: 'End of a term' },
  more: 'The calendar shows the first 12 months.',
  subscribe: {
    open: 'Put into my calendar',
    title: 'Put deadlines into your calendar',
    what: 'Your calendar program reads an address of this register: ends of contracts and licences, notice deadlines, ends of warranties, servicings due and loans to return, from 30 days ago to two years ahead, of records that belong to you or your teams. It contains no amounts, and follows every change.',
    secret:
      'The address is a secret: whoever has it reads your deadlines. Make one for each device, and revoke it when the device is gone.',
    name: 'Name of the device or program',
    nameHint: 'Such as Phone or Outlook',
    create: 'Make an address',
    needsName: 'Say what the address is for.',
    longName: 'At most 100 characters.',
    mostTokens:
      'You have {{number}} addresses, which is as many as you can. Revoke one first.',
    address: 'Address of {{name}}',
    once: 'Copy it now: it is not shown again.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied:
      'Your browser did not allow it: the address is marked, copy it yourself.',
    webcal: 'Open in my calendar program',
    list: 'Your addresses',
    none: 'You have no address yet.',
    columns: {
      name: 'Name',
      created: 'Made',
      lastUsed: 'Last read',
      openUntil: 'Open until',
      action: 'Revoke',
    },
    never: 'Never',
    openNote:
      'An address stays open as long as you look at the renewals here now and then.',
    revoke: 'Revoke',
    revokeOf: 'Revoke {{name}}',
    revokeTitle: 'Revoke this address?',
    revokeText:
      '“{{name}}” answers no more. A calendar program that reads it stops being updated.',
    close: 'Close',
    forbidden: 'You may not make addresses for calendar programs.',
  },
} as const;
