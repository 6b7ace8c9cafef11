/**
 * The German of `calendar.ts`.
 */
export default {
  'calendar.title': 'Fristenkalender',
  'calendar.atStake': 'Es geht um',
  'calendar.count_one': '1 Frist',
  'calendar.count_other': '{{count}} Fristen',
  'calendar.noDeadline': 'Nichts fällig',
  'calendar.day_one': '{{date}}: 1 Frist',
  'calendar.day_other': '{{date}}: {{count}} Fristen',
  'calendar.dayAmount': '{{day}}, {{amount}}',
  'calendar.month': 'Fristen im {{month}}',
  'calendar.legend.notice': 'Letzter Tag der Kündigungsfrist',
  'calendar.legend.term': 'Ende einer Laufzeit',
  'calendar.more': 'Der Kalender zeigt die ersten 12 Monate.',
  'calendar.subscribe.open': 'In meinen Kalender',
  'calendar.subscribe.title': 'Fristen im eigenen Kalender',
  'calendar.subscribe.what':
    'Ihr Kalenderprogramm liest eine Adresse dieses Registers: Enden von Verträgen und Lizenzen, Kündigungsfristen, Enden von Garantien, fällige Wartungen und Rückgaben, von vor 30 Tagen bis in zwei Jahren, für Einträge, die Ihnen oder Ihren Teams gehören. Sie enthält keine Beträge und folgt jeder Änderung.',
  'calendar.subscribe.secret':
    'Die Adresse ist geheim: Wer sie hat, liest Ihre Fristen. Erstellen Sie eine je Gerät und widerrufen Sie sie, wenn das Gerät weg ist.',
  'calendar.subscribe.name': 'Name des Geräts oder Programms',
  'calendar.subscribe.nameHint': 'Etwa Telefon oder Outlook',
  'calendar.subscribe.create': 'Adresse erstellen',
  'calendar.subscribe.needsName': 'Sagen Sie, wofür die Adresse ist.',
  'calendar.subscribe.longName': 'Höchstens 100 Zeichen.',
  'calendar.subscribe.mostTokens':
    'Sie haben {{number}} Adressen, mehr sind nicht möglich. Widerrufen Sie zuerst eine.',
  'calendar.subscribe.address': 'Adresse von {{name}}',
  'calendar.subscribe.once':
    'Kopieren Sie sie jetzt: Sie wird nicht noch einmal gezeigt.',
  'calendar.subscribe.copy': 'Kopieren',
  'calendar.subscribe.copied': 'Kopiert.',
  'calendar.subscribe.notCopied':
    'Ihr Browser ließ es nicht zu: Die Adresse ist markiert, kopieren Sie sie selbst.',
  'calendar.subscribe.webcal': 'Im Kalenderprogramm öffnen',
  'calendar.subscribe.list': 'Ihre Adressen',
  'calendar.subscribe.none': 'Sie haben noch keine Adresse.',
  'calendar.subscribe.columns.name': 'Name',
  'calendar.subscribe.columns.created': 'Erstellt',
  'calendar.subscribe.columns.lastUsed': 'Zuletzt gelesen',
  'calendar.subscribe.columns.openUntil': 'Offen bis',
  'calendar.subscribe.columns.action': 'Widerrufen',
  'calendar.subscribe.never': 'Nie',
  'calendar.subscribe.openNote':
    'Eine Adresse bleibt offen, solange Sie hin und wieder hier die Verlängerungen ansehen.',
  'calendar.subscribe.revoke': 'Widerrufen',
  'calendar.subscribe.revokeOf': '{{name}} widerrufen',
  'calendar.subscribe.revokeTitle': 'Diese Adresse widerrufen?',
  'calendar.subscribe.revokeText':
    '„{{name}}“ antwortet nicht mehr. Ein Kalenderprogramm, das sie liest, wird nicht mehr aktualisiert.',
  'calendar.subscribe.close': 'Schließen',
  'calendar.subscribe.forbidden':
    'Sie dürfen keine Adressen für Kalenderprogramme erstellen.',
};
