import { useSearchParams } from 'react-router-dom';
import { DiscoveriesPanel } from './DiscoveriesPanel';
import { DiscoveryView } from './DiscoveryView';
import { readDiscoveryId } from './discoveriesView';

/**
 * Software that runs and money that is spent with nothing in the register
 * behind it; one of them in detail: `?of=shadow-it&discovery=12`.
 */
export function ShadowItView() {
  const [search] = useSearchParams();
  const id = readDiscoveryId(search);
  return id === undefined ? (
    <DiscoveriesPanel />
  ) : (
    <DiscoveryView key={id} id={id} />
  );
}
