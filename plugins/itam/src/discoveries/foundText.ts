import type { DiscoveryEntry } from '@backstage-itam/plugin-itam-common';
import type { Texts } from '../translation';

/**
 * How often a name was found: on devices and with users, or in entries of a
 * ledger.
 */
export function foundText(t: Texts, discovery: DiscoveryEntry): string {
  const { kind, devices, users, lines } = discovery;
  if (kind === 'spend') {
    return t('discoveries.entries', { count: lines });
  }
  return [
    devices > 0 && t('discoveries.devices', { count: devices }),
    users > 0 && t('discoveries.users', { count: users }),
  ]
    .filter(Boolean)
    .join(', ');
}
