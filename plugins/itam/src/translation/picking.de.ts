/**
 * The German of `picking.ts`.
 */
export default {
  'picking.placeholder': 'Namen eingeben',
  'picking.searching': 'Suche läuft …',
  'picking.none': 'Nichts gefunden',
  'picking.failed':
    'Die Suche antwortet nicht. Eine Referenz wie group:default/payments eingeben.',
  'picking.chosen': 'Gewählt: {{label}}',
};
