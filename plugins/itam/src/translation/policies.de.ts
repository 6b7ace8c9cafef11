/**
 * `policies` in German.
 */
export default {
  'policies.title': 'Richtlinien',
  'policies.intro':
    'Die Regeln in den Kapiteln einer Richtlinie für IT-Bestand, gezählt über die Einträge, die Sie sehen dürfen. Eingestellt werden sie in der Konfiguration des Registers.',
  'policies.none': 'Das Register hat keine Regel.',
  'policies.kept': '{{kept}} von {{rules}} eingehalten',
  'policies.rules_one': '1 Regel',
  'policies.rules_other': '{{count}} Regeln',
  'policies.open': '{{number}} offen',
  'policies.off': 'Abgeschaltet',
  'policies.severitySet': 'sonst {{severity}}',
  'policies.nothing': 'nichts',
  'policies.openOf_one': '{{severity}} in {{area}}: 1 offener Befund',
  'policies.openOf_other': '{{severity}} in {{area}}: {{count}} offene Befunde',
  'policies.openOfRule_one': '1 offener Befund der Regel {{rule}}',
  'policies.openOfRule_other': '{{count}} offene Befunde der Regel {{rule}}',
  'policies.acceptedOf_one': '1 zurückgestellter Befund in {{area}}',
  'policies.acceptedOf_other': '{{count}} zurückgestellte Befunde in {{area}}',
  'policies.about.cataloguing':
    'Alles, was da ist, ist unterscheidbar und auffindbar.',
  'policies.about.acquisition':
    'Was gekauft wird, ist nötig, bestellt und vereinbart.',
  'policies.about.deployment':
    'Was ausgegeben wird, ist erfasst und lizenziert.',
  'policies.about.maintenance-and-upgrades':
    'Was in Gebrauch ist, wird unterstützt.',
  'policies.about.functionality-monitoring':
    'Was registriert ist, ist noch da und wird genutzt.',
  'policies.about.financial-management':
    'Alle Kosten sind bekannt und jemandem zugerechnet.',
  'policies.about.ownership': 'Jemand ist verantwortlich, und gibt es zurück.',
  'policies.about.removal': 'Was geht, ist gelöscht und abgerechnet.',
  'policies.about.record-keeping': 'Auf die Einträge ist Verlass.',
};
