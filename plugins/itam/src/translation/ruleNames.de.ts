/**
 * What rules are called and ask for, in German.
 */
export const ruleNamesGerman = {
  'owner-missing.title': 'Kein Eigentümer im Katalog',
  'owner-missing.description':
    'Jeder Eintrag hat einen Eigentümer, den der Katalog kennt, damit jemand dafür verantwortlich ist.',
  'owner-left.title': 'Eigentümer ausgeschieden',
  'owner-left.description':
    'Ein Eintrag, dessen Eigentümer aus dem Katalog entfernt wurde, wird jemand anderem übergeben.',
  'holder-left.title': 'Inhaber ausgeschieden',
  'holder-left.description':
    'Was jemand hatte, der nicht mehr im Katalog ist, wird zurückgegeben oder jemand anderem zugewiesen.',
  'in-use-by-nobody.title': 'Von niemandem genutzt',
  'in-use-by-nobody.description':
    'Ein Asset in Nutzung hat einen Inhaber oder Dienste, die es nutzen, oder ist Teil eines anderen Assets.',
  'service-missing.title': 'Dienst nicht im Katalog',
  'service-missing.description':
    'Dienste, die einen Eintrag nutzen, sind im Katalog; sonst sieht niemand ihren Anteil an den Kosten.',
  'stage-evidence-missing.title': 'Nachweis der Phase fehlt',
  'stage-evidence-missing.description':
    'Jede Phase des Lebenszyklus verlangt, was zeigt, dass sie erreicht ist: eine Bestellung, eine Inventarnummer, einen Ort, ein Datum.',
  'delivery-overdue.title': 'Lieferung überfällig',
  'delivery-overdue.description':
    'Was bestellt wurde, ist bis zum erwarteten Tag geliefert.',
  'loan-overdue.title': 'Rückgabe überfällig',
  'loan-overdue.description':
    'Was verliehen ist, kommt bis zum vereinbarten Tag zurück.',
  'servicing-overdue.title': 'Wartung überfällig',
  'servicing-overdue.description':
    'Wartungen sind bis zu dem Tag erledigt, an dem sie fällig sind.',
  'last-seen.title': 'Lange nicht gesehen',
  'last-seen.description':
    'Ein Asset im Betrieb wird von Zeit zu Zeit von einem Werkzeug oder einer Inventur gesehen, damit bekannt ist, dass es noch da ist.',
  'not-in-last-audit.title': 'In der letzten Inventur nicht gesehen',
  'not-in-last-audit.description':
    'Was eine Inventur nicht gefunden hat, wird gesucht.',
  'retired-too-long.title': 'Lange außer Betrieb',
  'retired-too-long.description':
    'Ein Asset außer Betrieb wird entsorgt, verkauft oder gespendet, statt für immer aufgehoben zu werden.',
  'asset-price-missing.title': 'Kein Preis',
  'asset-price-missing.description':
    'Ein Asset, das da ist, hat einen Kauf oder Gebühren, auch wenn sie null sind, oder eine Cloud-Rechnung; sonst sind die Kosten zu niedrig.',
  'license-price-missing.title': 'Kein Preis',
  'license-price-missing.description':
    'Eine Lizenz hat einen Preis, Gebühren oder einen Vertrag mit Gebühren; Open Source braucht keinen.',
  'contract-price-missing.title': 'Kein Preis',
  'contract-price-missing.description':
    'Ein Vertrag hat Gebühren oder eine Cloud-Rechnung, außer er ist ein Rahmenvertrag oder eine Garantie.',
  'depreciation-without-life.title': 'Abschreibung ohne Nutzungsdauer',
  'depreciation-without-life.description':
    'Eine Abschreibung, die die Kosten verteilt, sagt, über wie viele Monate.',
  'master-agreement-priced.title':
    'Rahmenvertrag und seine Verträge mit Gebühren',
  'master-agreement-priced.description':
    'Entweder hat ein Rahmenvertrag Gebühren oder die Verträge darunter; sonst zählt dasselbe Geld womöglich zweimal.',
  'cost-center-missing.title': 'Keine Kostenstelle',
  'cost-center-missing.description':
    'Kosten werden einer Kostenstelle zugerechnet.',
  'cost-unallocated.title': 'Kosten teilweise nicht zugeordnet',
  'cost-unallocated.description':
    'Die Anteile der Dienste, die ein Asset nutzen, ergeben das Ganze; der Rest wird keinem Dienst zugerechnet.',
  'proceeds-missing.title': 'Ohne Erlös verkauft',
  'proceeds-missing.description':
    'Was verkauft wurde, hat einen Erlös, auch wenn er null ist.',
  'license-short.title': 'Unterdeckt',
  'license-short.description':
    'Genutzt wird nur, wozu die Lizenzen berechtigen.',
  'license-unused.title': 'Ungenutzte Plätze',
  'license-unused.description':
    'Was niemand nutzt, wird zurückgeholt oder nicht verlängert.',
  'license-expired.title': 'Lizenz abgelaufen, Plätze zugewiesen',
  'license-expired.description':
    'Eine Lizenz, deren Laufzeit vorbei ist, hat keine Plätze mehr.',
  'license-ends-soon.title': 'Lizenz endet bald',
  'license-ends-soon.description':
    'Ob eine Lizenz verlängert wird, ist entschieden, bevor sie endet.',
  'license-quantity-missing.title': 'Keine Menge',
  'license-quantity-missing.description':
    'Eine Lizenz sagt, wozu sie berechtigt, damit sich die Nutzung vergleichen lässt; bei Open Source ist das nicht nötig.',
  'open-source-expression.title': 'Open-Source-Lizenz nicht erlaubt',
  'open-source-expression.description':
    'Open Source wird unter Lizenzen von der Liste der erlaubten genutzt, wo es eine solche Liste gibt, und unter keiner der verbotenen.',
  'contract-notice-due.title': 'Kündigung fällig',
  'contract-notice-due.description':
    'Ob gekündigt wird, ist vor dem letzten Tag der Kündigungsfrist entschieden.',
  'contract-expired.title': 'Vertrag abgelaufen',
  'contract-expired.description':
    'Ein Vertrag, der vorbei ist, wurde mit Absicht beendet oder verlängert und nicht vergessen.',
  'contract-ends-soon.title': 'Vertrag endet bald',
  'contract-ends-soon.description':
    'Was auf einen Vertrag folgt, der sich nicht selbst verlängert, ist entschieden, bevor er endet.',
  'support-without-records.title': 'Deckt keinen Eintrag ab',
  'support-without-records.description':
    'Ein Vertrag über Support, Wartung, Garantie oder Leasing deckt Einträge ab, die es gibt.',
  'automatic-renewal-without-notice.title':
    'Verlängert sich selbst, ohne Kündigungsfrist',
  'automatic-renewal-without-notice.description':
    'Ein Vertrag, der sich selbst verlängert, nennt seine Kündigungsfrist, damit der letzte Tag bekannt ist.',
  'warranty-ended.title': 'In Nutzung ohne Garantie',
  'warranty-ended.description':
    'Was in Nutzung ist, hat eine Garantie oder einen Vertrag, der es abdeckt, damit bei einem Ausfall jemand zuständig ist.',
  'warranty-ends-soon.title': 'Garantie endet bald',
  'warranty-ends-soon.description':
    'Was auf eine Garantie folgt, ist entschieden, bevor sie endet.',
  'end-of-life-passed.title': 'In Nutzung nach dem Lebensende',
  'end-of-life-passed.description':
    'Was sein Lebensende erreicht hat, wird ersetzt.',
  'support-ended.title': 'In Nutzung ohne Support',
  'support-ended.description':
    'Versionen in Nutzung haben Support, damit Fehler behoben werden.',
  'erasure-evidence-missing.title': 'Abgang ohne Nachweis der Datenlöschung',
  'erasure-evidence-missing.description':
    'Was Daten speichert, geht erst ab, wenn die Daten gelöscht sind und es einen Nachweis dafür gibt.',
  'data-device-missing.title': 'Gerät mit Daten vermisst',
  'data-device-missing.description':
    'Ein vermisstes Gerät, das Daten speichert, ist womöglich eine Datenpanne, die zu melden und zu klären ist.',
  'rights-ended.title': 'Nutzungsrechte abgelaufen',
  'rights-ended.description':
    'Inhalte werden nur genutzt, solange die Rechte daran bestehen.',
  'duplicate-tag.title': 'Inventarnummer doppelt',
  'duplicate-tag.description':
    'Jede Inventarnummer gehört zu einem einzigen Asset.',
  'duplicate-serial.title': 'Seriennummer doppelt',
  'duplicate-serial.description':
    'Jede Seriennummer eines Herstellers gehört zu einem einzigen Asset.',
  'hardware-unidentified.title': 'Hardware ohne Inventar- und Seriennummer',
  'hardware-unidentified.description':
    'Hardware hat eine Inventarnummer oder Seriennummer, damit sie sich von ihresgleichen unterscheiden lässt.',
  'model-missing.title': 'Kein Hersteller oder Modell',
  'model-missing.description':
    'Hardware hat einen Hersteller und ein Modell, damit Support und Ersatz bekannt sind.',
  'in-service-missing.title': 'Kein erster Tag in Betrieb',
  'in-service-missing.description':
    'Was in Nutzung ist, sagt, seit wann: Abschreibung und Alter zählen von da an.',
  'contract-number-missing.title': 'Keine Vertragsnummer',
  'contract-number-missing.description':
    'Ein Vertrag hat die Nummer, unter der ihn der Lieferant kennt.',
  'software-unmatched.title': 'Software ohne Lizenz oder Eintrag',
  'software-unmatched.description':
    'Hinter Software, die Werkzeuge finden, steht eine Lizenz oder ein Eintrag im Register.',
  'software-without-seat.title': 'Lizenzierte Software ohne Platz',
  'software-without-seat.description':
    'Software, deren Lizenz nach Nutzern oder Geräten zählt, ist auf Assets, die selbst oder deren Inhaber einen ihrer Plätze haben.',
  'discovered-product-unmatched.title': 'Gefundenes Produkt nicht im Register',
  'discovered-product-unmatched.description':
    'Ein Produkt, das Werkzeuge gefunden haben oder Stücklisten nennen, hat eine Lizenz oder einen Software-Eintrag im Register.',
  'spend-unmatched.title': 'Ausgaben bei unbekanntem Lieferanten',
  'spend-unmatched.description':
    'Geld wird bei Lieferanten ausgegeben, die ein Eintrag im Register nennt.',
  'spend-without-agreement.title': 'Ausgaben ohne Vertrag oder Lizenz',
  'spend-without-agreement.description':
    'Geld wird bei Lieferanten ausgegeben, die einen Vertrag oder eine Lizenz im Register haben.',
  'spend-beyond-charges.title': 'Mehr ausgegeben als berechnet',
  'spend-beyond-charges.description':
    'Bei einem Lieferanten wird ausgegeben, was für seine Einträge in denselben Monaten berechnet wird, einen davor und einen danach eingeschlossen.',
  'dependency-license-forbidden.title':
    'Abhängigkeit unter einer verbotenen Lizenz',
  'dependency-license-forbidden.description':
    'Kein Dienst hat Komponenten, die nur unter einer verbotenen Lizenz genutzt werden können.',
  'dependency-license-review.title':
    'Abhängigkeit unter einer zu prüfenden Lizenz',
  'dependency-license-review.description':
    'Lizenzen von Komponenten sind angegeben und werden geprüft, wo sie nicht ohnehin erlaubt sind.',
};
