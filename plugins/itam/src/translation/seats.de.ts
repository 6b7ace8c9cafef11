/**
 * The German of `seats.ts`.
 */
export default {
  'seats.unusedFor': 'Nicht genutzt seit (Tagen)',
  'seats.onlyUnused': 'Nur Plätze, die {{number}} Tage nicht genutzt wurden',
  'seats.noneUnused':
    'Jeder Platz wurde in den letzten {{number}} Tagen genutzt.',
  'seats.shown_one': '1 Platz',
  'seats.shown_other': '{{count}} Plätze',
  'seats.select': 'Auswählen',
  'seats.selectAll': 'Alle {{number}} gezeigten Plätze auswählen',
  'seats.selectSeat': 'Platz von {{name}} auswählen',
  'seats.cannotSelect_one':
    'Die Lizenz ist in einer Datei deklariert oder Sie dürfen sie nicht ändern: Beenden Sie die Zuweisung dort.',
  'seats.cannotSelect_other':
    '{{count}} dieser Lizenzen sind in Dateien deklariert oder Sie dürfen sie nicht ändern: Beenden Sie deren Zuweisungen dort.',
  'seats.reclaim_one': '1 Platz zurückholen',
  'seats.reclaim_other': '{{count}} Plätze zurückholen',
  'seats.reclaimTitle_one': '1 Platz zurückholen?',
  'seats.reclaimTitle_other': '{{count}} Plätze zurückholen?',
  'seats.reclaimText_one':
    'Der Inhaber hat den Platz bis gestern; ab heute ist er frei.',
  'seats.reclaimText_other':
    'Die Inhaber haben die Plätze bis gestern; ab heute sind sie frei.',
  'seats.startsToday':
    'Heute vergebene Plätze gelten bis zum Ende des Tages und sind ab morgen frei.',
  'seats.saves':
    'Bei {{unit}} je Platz und Monat sind das {{month}} im Monat, {{year}} im Jahr.',
  'seats.savesHow':
    'Gespart wird es, wenn andere die Plätze bekommen, statt neue zu kaufen, oder wenn mit weniger verlängert wird.',
  'seats.unpriced':
    'Was es spart, ist unbekannt: Die Plätze haben keinen Preis, den Sie sehen dürfen.',
  'seats.ofLicence': '{{name}}: {{number}}',
  'seats.note': 'Grund',
  'seats.noteHint': 'Steht im Verlauf der Lizenz',
  'seats.outcome_one': '1 Platz wurde zurückgeholt.',
  'seats.outcome_other': '{{count}} Plätze wurden zurückgeholt.',
  'seats.outcomeFailed': 'Nicht zurückgeholt von {{name}}: {{message}}',
  'seats.outcomeConflict':
    'Jemand hat sie inzwischen geändert. Sehen Sie noch einmal nach.',
  'seats.outcomeForbidden': 'Sie dürfen sie nicht ändern.',
  'seats.outcomeGone':
    'Es gibt sie nicht mehr, oder Sie dürfen sie nicht sehen.',
  'seats.assign': 'Plätze vergeben',
  'seats.assignTitle': 'Plätze vergeben',
  'seats.assignText':
    'Alle Genannten bekommen je einen Platz, ab dem genannten Tag.',
  'seats.license': 'Lizenz',
  'seats.from': 'Ab',
  'seats.holders': 'Inhaber',
  'seats.find': 'Name oder Referenz',
  'seats.findHint': 'Eine Person oder eine Referenz wie user:default/rita',
  'seats.needsHolder': 'Wählen Sie, wer einen Platz bekommt.',
  'seats.needsDay': 'Sagen Sie, ab welchem Tag.',
  'seats.assignSave_one': '1 Platz vergeben',
  'seats.assignSave_other': '{{count}} Plätze vergeben',
  'seats.assigned_one': '1 Platz wurde vergeben.',
  'seats.assigned_other': '{{count}} Plätze wurden vergeben.',
};
