/** What stages ask for, by the field that is empty without it. */
export const REQUIRED_EVIDENCE = {
  'spec.owner': 'an owner',
  'spec.vendor': 'the supplier',
  'spec.financials.purchase.order':
    'an order number, or a contract that covers the asset',
  'spec.expected': 'the expected delivery date',
  'spec.tag': 'a tag or a serial number',
  'spec.location': 'where the asset is',
  'spec.services':
    'an assignee, services that use it, or the asset it is a part of',
  'spec.disposal.date': 'the date',
  'spec.disposal.reason': 'the reason',
  'spec.disposal.method': 'how it left',
  'spec.disposal.erasureEvidence': 'evidence that its data was erased',
  'spec.financials.proceeds': 'the proceeds of the sale',
} as const;
