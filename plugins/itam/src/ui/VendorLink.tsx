import { Link } from '@backstage/ui';
import { usePaths } from './usePaths';

/**
 * What a supplier is called, its slug where nobody said; leads to its page
 * where the portal has one.
 */
export function VendorLink(props: { vendor: string; title?: string }) {
  const { vendor, title = vendor } = props;
  const href = usePaths().supplier(vendor);
  return href ? <Link href={href}>{title}</Link> : <>{title}</>;
}
