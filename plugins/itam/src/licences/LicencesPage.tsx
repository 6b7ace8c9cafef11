import { useSearchParams } from 'react-router-dom';
import { PageBody } from '../ui';
import { PoolView } from './PoolView';
import { PositionsPanel } from './PositionsPanel';

/**
 * How the licences of every product stand; with `?pool=` and the ref of a
 * licence, the pool that licence belongs to.
 * @public
 */
export function LicencesPage() {
  const [search] = useSearchParams();
  const pool = search.get('pool');
  return (
    <PageBody>
      {pool ? <PoolView licenseRef={pool} /> : <PositionsPanel />}
    </PageBody>
  );
}
