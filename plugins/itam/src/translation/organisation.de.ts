/**
 * The German of `organisation.ts`.
 */
export const organisationGerman = {
  'organisation.basis.ownedNote':
    'Was Einträge kosten, die der Gruppe oder einer Gruppe darunter gehören.',
  'organisation.basis.usedNote':
    'Was Dienste kosten, die der Gruppe oder einer Gruppe darunter gehören.',
  'organisation.tree.title': 'Organisation',
  'organisation.tree.name': 'Name',
  'organisation.tree.records': 'Einträge',
  'organisation.tree.hidden': 'Diese Kosten dürfen Sie nicht sehen',
  'organisation.tree.unknownFigure': 'Nicht bekannt',
  'organisation.tree.noSpend':
    'Das Register hat nicht geantwortet, was die Gruppen kosten.',
  'organisation.tree.forbidden':
    'Sie dürfen die Gruppen des Katalogs nicht sehen. Fragen Sie, wer das Portal betreut.',
  'organisation.tree.noneTitle': 'Der Katalog hat keine Gruppen',
  'organisation.tree.noneText':
    'Gruppen des Katalogs erscheinen hier mit Besitz und Kosten, sobald sie eingetragen sind.',
  'organisation.branch.orphans': 'Ohne Eigentümer',
  'organisation.branch.leavers': 'Bei Ausgeschiedenen',
  'organisation.branch.shadow-it': 'Schatten-IT',
  'organisation.group.register': 'Einträge',
  'organisation.group.page': 'Seite der Gruppe',
  'organisation.group.forbidden':
    'Sie dürfen nicht sehen, was {{name}} kostet. Wählen Sie eine Ihrer Gruppen, oder fragen Sie, wer die IT-Bestände betreut.',
  'organisation.parts.groups': 'Woraus es besteht',
  'organisation.parts.records': 'Einträge dahinter',
  'organisation.parts.own': 'Der Gruppe selbst',
  'organisation.parts.ownAndHidden':
    'Die Gruppe selbst und Gruppen, die Sie nicht sehen dürfen',
  'organisation.parts.smaller': 'Kleinere Einträge',
  'organisation.parts.amount': 'Betrag',
  'organisation.parts.label':
    '{{title}}, {{month}}; dasselbe als Tabelle darunter',
  'organisation.parts.credits':
    'Gutschriften haben keine Fläche; sie stehen in der Tabelle.',
  'organisation.parts.none': 'Im {{month}} kostet nichts etwas.',
  'organisation.party.owner': 'Eigentümer',
  'organisation.party.assignee': 'Inhaber',
  'organisation.party.person': 'Person',
  'organisation.party.group': 'Gruppe',
  'organisation.party.none': 'Keiner genannt',
  'organisation.party.seats': 'Plätze',
  'organisation.orphans.owners': 'Eigentümer, die der Katalog nicht hat',
  'organisation.orphans.noOwners': 'Jeder Eigentümer ist im Katalog.',
  'organisation.orphans.unknown': 'Einträge ausgeschiedener Eigentümer',
  'organisation.orphans.noUnknownTitle': 'Nichts gehört jemand Unbekanntem',
  'organisation.orphans.noUnknownText':
    'Ein Eintrag, dessen Eigentümer aus dem Katalog entfernt wurde, erscheint hier zur Übergabe.',
  'organisation.orphans.unnamed': 'Einträge, die keinen Eigentümer nennen',
  'organisation.orphans.noUnnamedTitle': 'Jeder Eintrag nennt einen Eigentümer',
  'organisation.orphans.noUnnamedText':
    'Ein Eintrag ohne Eigentümer erscheint hier.',
  'organisation.leavers.people': 'Personen, die nicht im Katalog sind',
  'organisation.leavers.nobody': 'Alle, die etwas haben, sind im Katalog.',
  'organisation.leavers.held': 'Was sie haben',
  'organisation.leavers.noneTitle': 'Nichts ist zurückzugeben',
  'organisation.leavers.noneText':
    'Assets und Lizenzplätze von Personen, die aus dem Katalog ausgeschieden sind, erscheinen hier, bis sie zurückgenommen sind.',
} as const;
