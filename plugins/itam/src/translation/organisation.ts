/**
 * Texts of the organisation's explorer in English.
 */
export const organisation = {
  basis: {
    ownedNote: 'What records cost that the group or a group below it owns.',
    usedNote: 'What the services cost that the group or a group below it owns.',
  },
  tree: {
    title: 'Organisation',
    name: 'Name',
    records: 'Records',
    hidden: 'You may not see this cost',
    unknownFigure: 'Not known',
    noSpend: 'The register did not answer what the groups cost.',
    forbidden:
      'You may not see the groups of the catalog. Ask whoever looks after the portal for access.',
    noneTitle: 'The catalog has no groups',
    noneText:
      'Groups of the catalog appear here with what they own and spend, once they are registered.',
  },
  branch: {
    orphans: 'No owner',
    leavers: "Leavers' holdings",
    'shadow-it': 'Shadow IT',
  },
  group: {
    register: 'Records',
    page: 'Page of the group',
    forbidden:
      'You may not see the cost of {{name}}. Choose a group you belong to, or ask whoever looks after IT assets for access.',
  },
  parts: {
    groups: 'What it is made of',
    records: 'Records behind it',
    own: 'Owned by the group itself',
    ownAndHidden: 'The group itself, and groups you may not see',
    smaller: 'Smaller records',
    amount: 'Amount',
    label: '{{title}}, {{month}}; the same as a table below',
    credits: 'Credits have no area; the table has them.',
    none: 'Nothing costs anything in {{month}}.',
  },
  party: {
    owner: 'Owner',
    assignee: 'Holder',
    person: 'Person',
    group: 'Group',
    none: 'None named',
    seats: 'Seats',
  },
  orphans: {
    owners: 'Owners that the catalog does not have',
    noOwners: 'Every owner is in the catalog.',
    unknown: 'Records of owners that are gone',
    noUnknownTitle: 'Nothing is owned by somebody unknown',
    noUnknownText:
      'A record whose owner is removed from the catalog appears here, to be handed over.',
    unnamed: 'Records that name no owner',
    noUnnamedTitle: 'Every record names an owner',
    noUnnamedText: 'A record without an owner appears here.',
  },
  leavers: {
    people: 'People who are not in the catalog',
    nobody: 'Everybody who holds something is in the catalog.',
    held: 'What they hold',
    noneTitle: 'Nothing is left to be returned',
    noneText:
      'Assets and licence seats of people who left the catalog appear here until they are taken back.',
  },
} as const;
