/**
 * The German of `software.ts`.
 */
export default {
  'software.title': 'Software und Lizenzen dieses Service',
  'software.summary_one': '1 Komponente',
  'software.summary_other': '{{count}} Komponenten',
  'software.revision': 'der Revision {{revision}}',
  'software.uploaded': 'hochgeladen {{time}}',
  'software.noneTitle': 'Noch keine Stückliste',
  'software.noneText':
    'Lassen Sie den Build eine im Format CycloneDX hochladen. Dann stehen hier die Lizenzen aller Komponenten, und was gegen die Richtlinie ist, ist ein Befund.',
  'software.empty': 'Die Stückliste nennt keine Komponente.',
  'software.license': 'Lizenz',
  'software.verdict.label': 'Laut Richtlinie',
  'software.verdict.allowed': 'Erlaubt',
  'software.verdict.review': 'Zu prüfen',
  'software.verdict.forbidden': 'Verboten',
  'software.products.title': 'Produkte dieses Service',
  'software.products.note':
    'Komponenten, die als Ganzes gekauft oder installiert werden. Die ohne Lizenz oder Eintrag sind Schatten-IT.',
  'software.products.name': 'Produkt',
  'software.products.behind': 'Im Register',
  'software.products.nothing': 'nichts',
  'software.products.found': 'Gefunden in',
  'software.products.here': 'dieser Stückliste',
  'software.findings': 'Befunde dazu',
  'software.components': 'Komponenten',
  'software.examples': 'Zum Beispiel',
  'software.suggestion': 'vielleicht {{id}}',
  'software.more_one': '1 weitere Lizenz ist nicht aufgeführt.',
  'software.more_other': '{{count}} weitere Lizenzen sind nicht aufgeführt.',
} as const;
