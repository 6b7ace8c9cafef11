import type { DiscoveryEntry } from '@backstage-itam/plugin-itam-common';

const columns: [string, (item: DiscoveryEntry) => string | undefined][] = [
  ['id', item => String(item.id)],
  ['kind', item => item.kind],
  ['name', item => item.name],
  ['publisher', item => item.publisher],
  ['state', item => item.state],
  ['matchedBy', item => item.matchedBy],
  ['matches', item => item.matches.join('; ')],
  ['mappedTo', item => item.mappedTo],
  ['reason', item => item.reason],
  ['decidedBy', item => item.decidedBy],
  ['devices', item => String(item.devices)],
  ['users', item => String(item.users)],
  ['lines', item => String(item.lines)],
  [
    'spent',
    item =>
      item.spent
        ?.map(({ amount, currency }) => `${amount} ${currency}`)
        .join('; '),
  ],
  ['firstSeen', item => item.firstSeen],
  ['lastSeen', item => item.lastSeen],
  ['services', item => String(item.services)],
];

/** The header of an export of discovered products and suppliers. */
export const discoveryCsvHeader: readonly string[] = columns.map(
  ([name]) => name,
);

/** An item as cells under {@link discoveryCsvHeader}. */
export function discoveryCsvRow(item: DiscoveryEntry): string[] {
  return columns.map(([, read]) => read(item) ?? '');
}
