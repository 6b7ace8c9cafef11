/**
 * Texts of the seats of licences: who holds them, taking them back and
 * handing them out.
 */
export const seats = {
  unusedFor: 'Not used for (days)',
  onlyUnused: 'Only seats not used for {{number}} days',
  noneUnused: 'Every seat was used in the last {{number}} days.',
  shown_one: '1 seat',
  shown_other: '{{count}} seats',
  select: 'Select',
  selectAll: 'Select all {{number}} seats shown',
  selectSeat: 'Select the seat of {{name}}',
  cannotSelect_one:
    'The licence is declared in a file, or is not yours to change: end the assignment there.',
  cannotSelect_other:
    '{{count}} of these licences are declared in files, or are not yours to change: end their assignments there.',
  reclaim_one: 'Reclaim 1 seat',
  reclaim_other: 'Reclaim {{count}} seats',
  reclaimTitle_one: 'Reclaim 1 seat?',
  reclaimTitle_other: 'Reclaim {{count}} seats?',
  reclaimText_one:
    'Its holder has the seat until yesterday; from today it is free.',
  reclaimText_other:
    'Their holders have the seats until yesterday; from today they are free.',
  startsToday:
    'Seats handed out today are held until the end of the day and free from tomorrow.',
  saves:
    'At {{unit}} per seat and month that is {{month}} a month, {{year}} a year.',
  savesHow:
    'It is saved by giving the seats to others instead of buying new ones, or by renewing with fewer.',
  unpriced: 'What it saves is unknown: the seats have no price you may see.',
  ofLicence: '{{name}}: {{number}}',
  note: 'Reason',
  noteHint: 'Stands in the history of the licence',
  outcome_one: '1 seat was reclaimed.',
  outcome_other: '{{count}} seats were reclaimed.',
  outcomeFailed: 'Not reclaimed of {{name}}: {{message}}',
  outcomeConflict: 'somebody changed it meanwhile. Look at it again.',
  outcomeForbidden: 'you may not change it.',
  outcomeGone: 'it is not there any more, or you may not see it.',
  assign: 'Assign seats',
  assignTitle: 'Assign seats',
  assignText: 'Everybody named gets one seat, from the day given.',
  license: 'Licence',
  from: 'From',
  holders: 'Holders',
  find: 'Name or reference',
  findHint: 'A person, or a reference such as user:default/rita',
  needsHolder: 'Choose who gets a seat.',
  needsDay: 'Say from which day.',
  assignSave_one: 'Assign 1 seat',
  assignSave_other: 'Assign {{count}} seats',
  assigned_one: '1 seat was assigned.',
  assigned_other: '{{count}} seats were assigned.',
} as const;
