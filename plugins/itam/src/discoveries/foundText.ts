import type { DiscoveryEntry } from '@backstage-itam/plugin-itam-common';
import type { SectionTexts } from '../translation';

type Found = Pick<
  DiscoveryEntry,
  'kind' | 'devices' | 'users' | 'services' | 'lines'
>;

/**
 * How often a name was found: on devices, with users and in bills of
 * materials, or in entries of a ledger.
 */
export function foundText(t: SectionTexts, discovery: Found): string {
  const { kind, devices, users, services, lines } = discovery;
  if (kind === 'spend') {
    return t('discoveries.entries', { count: lines });
  }
  return [
    devices > 0 && t('discoveries.devices', { count: devices }),
    users > 0 && t('discoveries.users', { count: users }),
    services > 0 && t('discoveries.bills', { count: services }),
  ]
    .filter(Boolean)
    .join(', ');
}
