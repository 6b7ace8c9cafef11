/** Of components are some named. */
const COMPONENTS = {
  examples: '{{first}}, {{second}}',
  example: '„{{name}}“',
  more: '…',
  rest_one:
    '{{count}} Komponente unter {{licenses}} weiteren Lizenzen. Sehen Sie die Software des Dienstes an.',
  rest_other:
    '{{count}} Komponenten unter {{licenses}} weiteren Lizenzen. Sehen Sie die Software des Dienstes an.',
};

const componentsOf = (rule: string) =>
  Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, text]) => [`${rule}.${name}`, text]),
  );

/**
 * What findings of rules say, in German.
 */
export const ruleFindingsGerman = {
  'owner-missing.none':
    'Am {{day}} gilt kein Eigentümer. Nennen Sie eine Gruppe oder Person ab einem früheren Tag.',
  'owner-missing.unknown':
    'Der Eigentümer {{owner}} ist nicht im Katalog. Nennen Sie eine Gruppe oder Person, die darin ist, oder tragen Sie ihn ein.',
  'owner-left.message':
    'Der Eigentümer {{owner}} ist nicht mehr im Katalog. Übergeben Sie den Eintrag einer anderen Gruppe oder Person.',
  'holder-left.left':
    '{{holder}} hat das Asset und ist nicht mehr im Katalog. Nehmen Sie es zurück, oder weisen Sie es jemand anderem zu.',
  'holder-left.unknown':
    '{{holder}} hat das Asset und ist nicht im Katalog. Berichtigen Sie den Inhaber, oder nehmen Sie das Asset zurück.',
  'in-use-by-nobody.message':
    'Das Asset ist in Nutzung, aber niemand hat es und kein Dienst nutzt es. Nennen Sie Inhaber oder Dienste, oder nehmen Sie es zurück ins Lager.',
  'service-missing.message':
    '{{service}} nutzt den Eintrag und ist nicht im Katalog. Berichtigen Sie den Verweis, oder tragen Sie den Dienst ein.',
  'stage-evidence-missing.message':
    'In der Phase {{stage}} fehlt {{evidence}}. Füllen Sie {{path}} aus.',
  'stage-evidence-missing.planning': 'Planung',
  'stage-evidence-missing.procurement': 'Beschaffung',
  'stage-evidence-missing.deployment': 'Bereitstellung',
  'stage-evidence-missing.maintenance': 'Betrieb',
  'stage-evidence-missing.decommission': 'Ausmusterung',
  'stage-evidence-missing.spec.owner': 'ein Eigentümer',
  'stage-evidence-missing.spec.vendor': 'der Lieferant',
  'stage-evidence-missing.spec.financials.purchase.order':
    'eine Bestellnummer oder ein Vertrag, der das Asset abdeckt',
  'stage-evidence-missing.spec.expected': 'der erwartete Liefertag',
  'stage-evidence-missing.spec.tag': 'eine Inventar- oder Seriennummer',
  'stage-evidence-missing.spec.location': 'der Standort',
  'stage-evidence-missing.spec.services':
    'ein Inhaber, ein Dienst, der es nutzt, oder das Asset, von dem es ein Teil ist',
  'stage-evidence-missing.spec.disposal.date': 'das Datum',
  'stage-evidence-missing.spec.disposal.reason': 'der Grund',
  'stage-evidence-missing.spec.disposal.method': 'die Art des Abgangs',
  'stage-evidence-missing.spec.disposal.erasureEvidence':
    'ein Nachweis der Datenlöschung',
  'stage-evidence-missing.spec.financials.proceeds': 'der Erlös des Verkaufs',
  'delivery-overdue.message':
    'Die Lieferung war für den {{day}} erwartet. Erfassen Sie, dass sie da ist, oder setzen Sie ein neues Datum.',
  'loan-overdue.message':
    '{{holder}} sollte das Asset bis zum {{day}} zurückgeben. Nehmen Sie es zurück, oder vereinbaren Sie ein neues Datum.',
  'servicing-overdue.message':
    '„{{title}}“ war am {{day}} fällig. Lassen Sie es erledigen und erfassen Sie es, oder setzen Sie ein neues Datum.',
  'last-seen.message':
    'Das Asset wurde zuletzt am {{day}} gesehen, vor mehr als {{days}} Tagen. Suchen Sie es, oder melden Sie es als vermisst.',
  'not-in-last-audit.message':
    'Die am {{day}} abgeschlossene Inventur hat das Asset nicht gefunden. Suchen Sie es, oder melden Sie es als vermisst.',
  'retired-too-long.message':
    'Das Asset ist seit dem {{day}} außer Betrieb und noch da. Entsorgen, verkaufen oder spenden Sie es, oder nehmen Sie es wieder in Nutzung.',
  'asset-price-missing.message':
    'Das Asset hat weder einen Kauf noch Gebühren, also zählt es in keinen Kosten. Geben Sie ein, was es gekostet hat, 0 für nichts.',
  'license-price-missing.message':
    'Weder die Lizenz noch ihr Vertrag hat einen Preis, also zählt sie in keinen Kosten. Geben Sie den Preis ein, oder nennen Sie den Vertrag, der ihn hat.',
  'contract-price-missing.message':
    'Der Vertrag hat keine Gebühren, also zählt er in keinen Kosten. Geben Sie sie ein, 0 für nichts.',
  'depreciation-without-life.message':
    'Die Abschreibung ({{method}}) sagt nicht, über wie viele Monate, also gilt die Vorgabe der Klasse. Geben Sie die Nutzungsdauer in Monaten ein.',
  'depreciation-without-life.straight-line': 'linear',
  'depreciation-without-life.declining-balance': 'degressiv',
  'depreciation-without-life.sum-of-years-digits': 'digital',
  'master-agreement-priced.message_one':
    'Der Rahmenvertrag hat Gebühren, und ein Vertrag darunter auch. Belassen Sie die Gebühren dort, wo sie in Rechnung gestellt werden.',
  'master-agreement-priced.message_other':
    'Der Rahmenvertrag hat Gebühren, und {{count}} Verträge darunter auch. Belassen Sie die Gebühren dort, wo sie in Rechnung gestellt werden.',
  'cost-center-missing.message':
    'Am {{day}} gilt keine Kostenstelle. Geben Sie die ein, die belastet wird.',
  'cost-unallocated.message':
    'Die Anteile der Dienste ergeben {{percent}} Prozent. Erhöhen Sie sie auf 100, oder lassen Sie einen ohne Anteil, der dann den Rest bekommt.',
  'proceeds-missing.message':
    'Das Asset wurde verkauft, aber sein Erlös ist nicht erfasst. Geben Sie ihn ein, 0 für keinen.',
  'license-short.message':
    'Von „{{product}}“ wird mehr genutzt, als die Lizenzen erlauben. Kaufen Sie nach, oder holen Sie zurück, was nicht gebraucht wird.',
  'license-unused.message':
    'Mehr als {{percent}} Prozent von „{{product}}“ werden nicht genutzt. Holen Sie sie zurück, oder verlängern Sie mit weniger.',
  'license-expired.message_one':
    'Die Laufzeit endete am {{day}}, und noch ist {{count}} Platz zugewiesen. Verlängern Sie die Lizenz, oder holen Sie den Platz zurück.',
  'license-expired.message_other':
    'Die Laufzeit endete am {{day}}, und noch sind {{count}} Plätze zugewiesen. Verlängern Sie die Lizenz, oder holen Sie die Plätze zurück.',
  'license-ends-soon.message':
    'Die Lizenz endet am {{day}}. Entscheiden Sie, ob sie verlängert wird, und für wie viele.',
  'license-quantity-missing.message':
    'Die Lizenz sagt nicht, wozu sie berechtigt, also ist ihre Bilanz nicht bekannt. Geben Sie die Menge ein.',
  'open-source-expression.notStated':
    'Die Open-Source-Lizenz ist nicht angegeben. Geben Sie ihren SPDX-Ausdruck ein, etwa MIT OR Apache-2.0.',
  'open-source-expression.notAllowed':
    '„{{expression}}“ lässt sich nicht allein unter erlaubten Lizenzen nutzen. Ersetzen Sie die Komponente, oder lassen Sie ihre Lizenz erlauben.',
  'contract-notice-due.message':
    'Gekündigt werden kann bis zum {{day}}. Entscheiden Sie: Erfassen Sie die Kündigung, oder bestätigen Sie die Verlängerung.',
  'contract-expired.message':
    'Der Vertrag lief vor dem {{day}} ab, und niemand hat ihn verlängert. Bestätigen Sie die Verlängerung, oder beenden Sie ihn.',
  'contract-ends-soon.message':
    'Der Vertrag endet vor dem {{day}}. Verlängern Sie ihn, oder entscheiden Sie, was folgt.',
  'support-without-records.namesNone':
    'Der Vertrag nennt keinen Eintrag, den er abdeckt. Nennen Sie die Assets, Lizenzen oder Dienste, für die er ist.',
  'support-without-records.nothingLeft':
    'Nichts, was der Vertrag abdeckt, ist noch im Register oder im Katalog. Berichtigen Sie, was er abdeckt, oder beenden Sie ihn.',
  'automatic-renewal-without-notice.message':
    'Der Vertrag verlängert sich selbst, aber seine Kündigungsfrist ist nicht bekannt. Geben Sie noticeDays oder noticeMonths ein.',
  'warranty-ended.message':
    'Die Garantie endete am {{day}}, und kein Vertrag deckt das Asset ab. Verlängern Sie sie, decken Sie es mit einem Vertrag ab, oder planen Sie den Ersatz.',
  'warranty-ends-soon.message':
    'Die Garantie endet am {{day}}. Verlängern Sie sie, decken Sie das Asset mit einem Vertrag ab, oder planen Sie den Ersatz.',
  'end-of-life-passed.message':
    'Das Lebensende war am {{day}}, und das Asset ist noch in Nutzung. Ersetzen Sie es, oder setzen Sie mit einem Grund ein neues Datum.',
  'support-ended.message':
    'Der Support der Version endete am {{day}}. Wechseln Sie zu einer Version mit Support.',
  'support-ended.version':
    'Der Support der Version {{version}} endete am {{day}}. Wechseln Sie zu einer Version mit Support.',
  'erasure-evidence-missing.message':
    'Das Asset ist {{status}} und speichert Daten, aber nichts zeigt, dass sie gelöscht wurden. Verlinken Sie den Nachweis.',
  'erasure-evidence-missing.disposed': 'entsorgt',
  'erasure-evidence-missing.sold': 'verkauft',
  'erasure-evidence-missing.donated': 'gespendet',
  'data-device-missing.message':
    'Das Asset wird vermisst und speichert Daten. Melden Sie es der IT-Sicherheit, lassen Sie es aus der Ferne sperren oder löschen, und finden Sie es oder nehmen Sie es außer Betrieb.',
  'rights-ended.message':
    'Die Nutzungsrechte endeten am {{day}}, und das Asset ist noch in Nutzung. Verlängern Sie die Rechte, oder nehmen Sie es außer Betrieb.',
  'duplicate-tag.message':
    'Ein anderer Eintrag hat die Inventarnummer „{{tag}}“. Geben Sie einem von beiden eine neue, oder entfernen Sie den Eintrag, der zu viel ist.',
  'duplicate-serial.message':
    'Ein anderer Eintrag hat die Seriennummer „{{serialNumber}}“ desselben Herstellers. Berichtigen Sie einen von beiden, oder entfernen Sie den Eintrag, der zu viel ist.',
  'hardware-unidentified.message':
    'Das Asset hat weder Inventar- noch Seriennummer, also kann keine Inventur es finden. Geben Sie eine davon ein.',
  'model-missing.manufacturer':
    'Der Hersteller ist nicht bekannt. Geben Sie ihn ein.',
  'model-missing.model': 'Das Modell ist nicht bekannt. Geben Sie es ein.',
  'in-service-missing.message':
    'Das Asset ist in Nutzung, aber seit wann, ist nicht bekannt. Geben Sie seinen ersten Tag in Betrieb ein.',
  'contract-number-missing.message':
    'Der Vertrag hat keine Nummer. Geben Sie die vom Papier ein.',
  'software-unmatched.message':
    '„{{name}}“ wurde auf dem Asset gefunden, und keine Lizenz und kein Eintrag steht dahinter. Erfassen Sie die Lizenz, oder entfernen Sie die Software.',
  'software-without-seat.message':
    '„{{name}}“ wurde auf dem Asset gefunden, und weder das Asset noch wer es nutzt hat einen Platz der Lizenz. Vergeben Sie einen Platz, oder entfernen Sie die Software.',
  'discovered-product-unmatched.none':
    '„{{name}}“ wurde {{places}} gefunden, und keine Lizenz und kein Software-Eintrag steht dahinter. Erfassen Sie die Lizenz, ordnen Sie den Namen einem Produkt zu, oder lassen Sie die Software entfernen.',
  'discovered-product-unmatched.several':
    '„{{name}}“ wurde {{places}} gefunden, und mehrere Produkte des Registers passen. Sagen Sie, welches es ist.',
  'discovered-product-unmatched.places': '{{first}} und {{second}}',
  'discovered-product-unmatched.devices_one': 'auf {{count}} Gerät',
  'discovered-product-unmatched.devices_other': 'auf {{count}} Geräten',
  'discovered-product-unmatched.users_one': 'bei {{count}} Person',
  'discovered-product-unmatched.users_other': 'bei {{count}} Personen',
  'discovered-product-unmatched.services_one':
    'in der Stückliste von {{count}} Dienst',
  'discovered-product-unmatched.services_other':
    'in den Stücklisten von {{count}} Diensten',
  'spend-unmatched.none_one':
    'Hinter {{count}} Buchung bei „{{name}}“ steht kein Lieferant des Registers. Erfassen Sie, was gekauft wurde, oder ordnen Sie den Namen einem Lieferanten zu.',
  'spend-unmatched.none_other':
    'Hinter {{count}} Buchungen bei „{{name}}“ steht kein Lieferant des Registers. Erfassen Sie, was gekauft wurde, oder ordnen Sie den Namen einem Lieferanten zu.',
  'spend-unmatched.several_one':
    'Zu {{count}} Buchung bei „{{name}}“ passen mehrere Lieferanten des Registers. Sagen Sie, welcher es ist.',
  'spend-unmatched.several_other':
    'Zu {{count}} Buchungen bei „{{name}}“ passen mehrere Lieferanten des Registers. Sagen Sie, welcher es ist.',
  'spend-without-agreement.message_one':
    '{{count}} Buchung bei „{{name}}“, und kein Vertrag und keine Lizenz des Lieferanten ist erfasst. Erfassen Sie, was fehlt, oder stellen Sie den Befund zurück.',
  'spend-without-agreement.message_other':
    '{{count}} Buchungen bei „{{name}}“, und kein Vertrag und keine Lizenz des Lieferanten ist erfasst. Erfassen Sie, was fehlt, oder stellen Sie den Befund zurück.',
  'spend-beyond-charges.message':
    'Bei „{{name}}“ wird in {{currencies}} mehr ausgegeben, als in denselben Monaten für die Einträge des Lieferanten berechnet wird. Erfassen Sie, was noch gekauft wurde, oder berichtigen Sie, was sie kosten.',
  ...componentsOf('dependency-license-forbidden'),
  'dependency-license-forbidden.message_one':
    '{{count}} Komponente ({{examples}}) unter „{{license}}“, einer verbotenen Lizenz. Ersetzen Sie sie, oder lassen Sie die Lizenz erlauben.',
  'dependency-license-forbidden.message_other':
    '{{count}} Komponenten ({{examples}}) unter „{{license}}“, einer verbotenen Lizenz. Ersetzen Sie sie, oder lassen Sie die Lizenz erlauben.',
  ...componentsOf('dependency-license-review'),
  'dependency-license-review.message_one':
    '{{count}} Komponente ({{examples}}) unter „{{license}}“, einer Lizenz, die nicht ohnehin erlaubt ist. Prüfen Sie sie, und lassen Sie sie erlauben oder verbieten.',
  'dependency-license-review.message_other':
    '{{count}} Komponenten ({{examples}}) unter „{{license}}“, einer Lizenz, die nicht ohnehin erlaubt ist. Prüfen Sie sie, und lassen Sie sie erlauben oder verbieten.',
  'dependency-license-review.none_one':
    '{{count}} Komponente ({{examples}}) gibt keine Lizenz an. Finden Sie heraus, unter welcher sie steht.',
  'dependency-license-review.none_other':
    '{{count}} Komponenten ({{examples}}) geben keine Lizenz an. Finden Sie heraus, unter welchen sie stehen.',
  'dependency-license-review.name_one':
    '{{count}} Komponente ({{examples}}) unter „{{license}}“, einem frei geschriebenen Namen. Prüfen Sie ihn, und lassen Sie die Stückliste die SPDX-ID angeben.',
  'dependency-license-review.name_other':
    '{{count}} Komponenten ({{examples}}) unter „{{license}}“, einem frei geschriebenen Namen. Prüfen Sie ihn, und lassen Sie die Stückliste die SPDX-ID angeben.',
  'dependency-license-review.nameLike_one':
    '{{count}} Komponente ({{examples}}) unter „{{license}}“, einem frei geschriebenen Namen, der für {{suggestion}} stehen kann. Prüfen Sie ihn, und lassen Sie die Stückliste die SPDX-ID angeben.',
  'dependency-license-review.nameLike_other':
    '{{count}} Komponenten ({{examples}}) unter „{{license}}“, einem frei geschriebenen Namen, der für {{suggestion}} stehen kann. Prüfen Sie ihn, und lassen Sie die Stückliste die SPDX-ID angeben.',
  'leased-and-bought.message':
    'Es hat einen Kauf und ist von einem Leasingvertrag mit Gebühren abgedeckt: Es zählt doppelt',
  'reference-unresolved.message':
    '{{path}}: {{ref}} gibt es nicht, oder Sie dürfen es nicht sehen',
  'removed-without-disposal.message': 'Entfernt am {{day}}, ohne Abgang',
};
