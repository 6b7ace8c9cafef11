/**
 * Texts about bills of clouds in English.
 */
export const cloudBilling = {
  nav: {
    label: 'Imports',
    spreadsheets: 'Spreadsheets',
    bills: 'Cloud bills',
  },
  upload: {
    title: 'Deliver a cloud bill',
    file: 'Billing file',
    may: 'A billing file in FOCUS 1.0 to 1.3, as CSV or Parquet. It is checked first; each bill in it takes the place of the one delivered before for the same account and month.',
    many: 'One file at a time',
    manyText: 'Drop or choose a single file.',
    ending: 'Neither CSV nor Parquet',
    endingText:
      'Have the provider export CSV or Parquet, and unpack CSV that is compressed; then choose the file again.',
    refused: 'The file was not taken',
  },
  check: {
    title: 'What {{name}} would do',
    commit: 'Take it over',
    discard: 'Discard',
    nothing:
      'Every bill in the file is in force already. Nothing would change.',
    bills: 'Bills in the file',
    targets: 'Whose the costs are',
    more_one: '1 more line.',
    more_other: '{{count}} more lines.',
    taken: '{{name}} was taken over',
    takenText: 'Its costs count from now on, on every page.',
  },
  state: {
    new: 'New',
    replaces: 'Replaces the one in force',
    unchanged: 'No change',
  },
  columns: {
    bill: 'Bill',
    state: 'State',
    rows: 'Rows',
    records: 'Records',
    billed: 'Billed',
    effective: 'Effective',
    unmapped: 'Unallocated, effective',
    target: 'Service or contract',
    owner: 'Owner',
    month: 'Month',
    file: 'File',
    actions: 'Actions',
  },
  unallocated: 'Unallocated',
  unallocatedText: 'No rule names a service',
  costCenter: 'Cost centre {{code}}',
  exact: 'exactly',
  list: {
    title: 'Bills in force',
    noneTitle: 'No bill yet',
    noneText: 'Drop a billing file above, or have it delivered by the API.',
    delivered: '{{file}}, delivered {{time}}',
    deliveredOnly: 'Delivered {{time}}',
    forbidden:
      'You may not see cloud bills. Ask whoever looks after IT assets for access.',
  },
  takeBack: {
    action: 'Take back',
    of: 'Take back the bill of {{account}}, {{month}}',
    title: 'Take the bill back?',
    text: 'Its costs count no more, in any month. The records it made stay.',
  },
  record: {
    title: 'Cloud bills',
    none: 'No bill in force names this record.',
    rows_one: '1 row',
    rows_other: '{{count}} rows',
  },
} as const;
