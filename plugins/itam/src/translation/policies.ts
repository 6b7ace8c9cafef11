/**
 * Texts of policies and their scorecards.
 */
export const policies = {
  title: 'Policies',
  intro:
    'The rules in the chapters of a policy for IT assets, counted over the records you may see. They are set in the configuration of the register.',
  none: 'The register has no rule.',
  kept: '{{kept}} of {{rules}} kept',
  rules_one: '1 rule',
  rules_other: '{{count}} rules',
  open: '{{number}} open',
  off: 'Switched off',
  severitySet: 'otherwise {{severity}}',
  nothing: 'none',
  openOf_one: '{{severity}} in {{area}}: 1 open finding',
  openOf_other: '{{severity}} in {{area}}: {{count}} open findings',
  openOfRule_one: '1 open finding of the rule {{rule}}',
  openOfRule_other: '{{count}} open findings of the rule {{rule}}',
  acceptedOf_one: '1 finding set aside in {{area}}',
  acceptedOf_other: '{{count}} findings set aside in {{area}}',
  about: {
    cataloguing: 'Everything there is can be told apart and found.',
    acquisition: 'What is bought is needed, ordered and agreed.',
    deployment: 'What is handed out is recorded and licensed.',
    'maintenance-and-upgrades': 'What is in use is supported.',
    'functionality-monitoring': 'What is registered is still there, and used.',
    'financial-management': 'Every cost is known and charged to somebody.',
    ownership: 'Somebody answers for it, and gives it back.',
    removal: 'What leaves is erased and accounted for.',
    'record-keeping': 'Records can be relied on.',
  },
} as const;
