import { identityApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { RefTitle, Subheading } from '../ui';
import styles from './Finance.module.css';
import { type FinancePageName, useFinancePaths } from './useFinancePaths';

/**
 * The reader's own teams as a way on from what is not visible; nothing when
 * there are none.
 */
export function OwnTeams(props: { page: FinancePageName }) {
  const t = useSectionTexts();
  const paths = useFinancePaths();
  const identity = useApiHolder().get(identityApiRef);
  const teams = useLoad('own-teams', async () => {
    const { ownershipEntityRefs = [] } =
      (await identity?.getBackstageIdentity()) ?? {};
    return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  });
  if (teams.state !== 'ready' || teams.value.length === 0) {
    return null;
  }
  return (
    <div>
      <Subheading>{t('finance.explorer.ownTeams')}</Subheading>
      <ul className={styles.teams}>
        {teams.value.map(of => (
          <li key={of}>
            <Link href={paths.page(props.page, { of })} title={of}>
              <RefTitle of={of} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
