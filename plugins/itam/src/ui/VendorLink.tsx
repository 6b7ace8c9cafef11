import { Link } from '@backstage/ui';
import { usePaths } from './usePaths';

/**
 * A supplier's name, which leads to its page where the portal has one.
 */
export function VendorLink(props: { vendor: string }) {
  const { vendor } = props;
  const href = usePaths().supplier(vendor);
  return href ? <Link href={href}>{vendor}</Link> : <>{vendor}</>;
}
