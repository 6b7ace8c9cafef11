/** What people call the fields whose id does not say it well. */
export const FIELD_LABELS: ReadonlyMap<string, string> = new Map([
  ['name', 'Record id'],
  ['namespace', 'Namespace'],
  ['title', 'Title'],
  ['description', 'Description'],
  ['tags', 'Catalog tags'],
  ['tag', 'Inventory tag'],
  ['partOf', 'Part of'],
  ['inService', 'In service since'],
  ['expected', 'Expected delivery'],
  ['supportUntil', 'Version supported until'],
  ['lastSeen', 'Last seen'],
  ['assignee', 'Held by'],
  ['vendor', 'Supplier'],
  ['services', 'Used by services'],
  ['warranty.until', 'Warranty until'],
  ['endOfLife', 'End of life'],
  ['planned.neededBy', 'Needed by'],
  ['planned.benefit', 'Benefit'],
  ['planned.replaces', 'Replaces'],
  ['planned.approver', 'Approver'],
  ['rights.licensor', 'Licensor'],
  ['rights.permittedUse', 'Permitted use'],
  ['rights.until', 'Rights until'],
  ['disposal.erasureEvidence', 'Evidence of data erasure'],
  ['term.start', 'Start'],
  ['term.end', 'End'],
  ['licenseExpression', 'SPDX expression'],
  ['minimumPerDevice', 'Minimum per device'],
  ['quantityChanges', 'Changes of quantity'],
  ['assignments', 'Seat holders'],
  ['distribute', 'Distribution of cost'],
  ['renewal.kind', 'Renewal'],
  ['renewal.months', 'Renewal period in months'],
  ['renewal.noticeDays', 'Notice in days'],
  ['renewal.noticeMonths', 'Notice in months'],
  ['renewal.upliftPercent', 'Price change at renewal in percent'],
  ['renewal.noticeGiven', 'Notice given on'],
  ['renewal.confirmed', 'Renewal confirmed on'],
  ['financials.purchase.amount', 'Purchase cost'],
  ['financials.purchase.currency', 'Purchase currency'],
  ['financials.purchase.date', 'Purchase date'],
  ['financials.purchase.order', 'Order number'],
  ['financials.purchase.booked.amount', 'Booked cost'],
  ['financials.purchase.booked.currency', 'Booked currency'],
  ['financials.costCenter', 'Cost centre'],
  ['financials.depreciation.months', 'Life in months'],
  ['financials.depreciation.salvage', 'Salvage value'],
  ['financials.price.amount', 'Price'],
  ['financials.price.currency', 'Price currency'],
  ['financials.price.per', 'Price per unit or in total'],
  ['financials.price.every', 'Price due every'],
  ['financials.charges', 'Charges'],
  ['financials.events', 'Changes of cost and life'],
  ['warranty.months', 'Warranty in months'],
  ['term.months', 'Term in months'],
]);

/** `serialNumber` as `Serial number`, for fields without a label above. */
export function labelFromPath(path: readonly string[]): string {
  const words = path
    .filter(step => step !== 'financials')
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
