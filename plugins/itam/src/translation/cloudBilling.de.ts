/**
 * The German of `cloudBilling.ts`.
 */
export default {
  'cloudBilling.nav.label': 'Importe',
  'cloudBilling.nav.spreadsheets': 'Tabellen',
  'cloudBilling.nav.bills': 'Cloud-Rechnungen',
  'cloudBilling.upload.title': 'Cloud-Rechnung anliefern',
  'cloudBilling.upload.file': 'Abrechnungsdatei',
  'cloudBilling.upload.may':
    'Eine Abrechnungsdatei in FOCUS 1.0 bis 1.3, als CSV oder Parquet. Sie wird zuerst geprüft; jede Rechnung darin ersetzt die vorher gelieferte desselben Kontos und Monats.',
  'cloudBilling.upload.many': 'Eine Datei nach der anderen',
  'cloudBilling.upload.manyText': 'Wählen Sie eine einzige Datei.',
  'cloudBilling.upload.ending': 'Weder CSV noch Parquet',
  'cloudBilling.upload.endingText':
    'Lassen Sie den Anbieter CSV oder Parquet ausgeben, und entpacken Sie gepacktes CSV; wählen Sie die Datei dann erneut.',
  'cloudBilling.upload.refused': 'Die Datei wurde nicht übernommen',
  'cloudBilling.check.title': 'Was {{name}} täte',
  'cloudBilling.check.commit': 'Übernehmen',
  'cloudBilling.check.discard': 'Verwerfen',
  'cloudBilling.check.nothing':
    'Alle Rechnungen der Datei gelten schon. Nichts würde sich ändern.',
  'cloudBilling.check.bills': 'Rechnungen in der Datei',
  'cloudBilling.check.targets': 'Wem die Kosten gehören',
  'cloudBilling.check.more_one': '1 weitere Zeile.',
  'cloudBilling.check.more_other': '{{count}} weitere Zeilen.',
  'cloudBilling.check.taken': '{{name}} wurde übernommen',
  'cloudBilling.check.takenText':
    'Die Kosten zählen ab jetzt, auf jeder Seite.',
  'cloudBilling.state.new': 'Neu',
  'cloudBilling.state.replaces': 'Ersetzt die geltende',
  'cloudBilling.state.unchanged': 'Keine Änderung',
  'cloudBilling.columns.bill': 'Rechnung',
  'cloudBilling.columns.state': 'Stand',
  'cloudBilling.columns.rows': 'Zeilen',
  'cloudBilling.columns.records': 'Einträge',
  'cloudBilling.columns.billed': 'Berechnet',
  'cloudBilling.columns.effective': 'Effektiv',
  'cloudBilling.columns.unmapped': 'Nicht zugeordnet, effektiv',
  'cloudBilling.columns.target': 'Service oder Vertrag',
  'cloudBilling.columns.owner': 'Verantwortlich',
  'cloudBilling.columns.month': 'Monat',
  'cloudBilling.columns.file': 'Datei',
  'cloudBilling.columns.actions': 'Aktionen',
  'cloudBilling.unallocated': 'Nicht zugeordnet',
  'cloudBilling.unallocatedText': 'Keine Regel nennt einen Service',
  'cloudBilling.costCenter': 'Kostenstelle {{code}}',
  'cloudBilling.exact': 'genau',
  'cloudBilling.list.title': 'Geltende Rechnungen',
  'cloudBilling.list.noneTitle': 'Noch keine Rechnung',
  'cloudBilling.list.noneText':
    'Legen Sie oben eine Abrechnungsdatei ab, oder lassen Sie sie über die API liefern.',
  'cloudBilling.list.delivered': '{{file}}, geliefert {{time}}',
  'cloudBilling.list.deliveredOnly': 'Geliefert {{time}}',
  'cloudBilling.list.forbidden':
    'Sie dürfen Cloud-Rechnungen nicht sehen. Fragen Sie, wer den IT-Bestand betreut.',
  'cloudBilling.takeBack.action': 'Zurücknehmen',
  'cloudBilling.takeBack.of':
    'Die Rechnung von {{account}}, {{month}}, zurücknehmen',
  'cloudBilling.takeBack.title': 'Die Rechnung zurücknehmen?',
  'cloudBilling.takeBack.text':
    'Ihre Kosten zählen nicht mehr, in keinem Monat. Die Einträge, die sie angelegt hat, bleiben.',
  'cloudBilling.record.title': 'Cloud-Rechnungen',
  'cloudBilling.record.none': 'Keine geltende Rechnung nennt diesen Eintrag.',
  'cloudBilling.record.rows_one': '1 Zeile',
  'cloudBilling.record.rows_other': '{{count}} Zeilen',
};
