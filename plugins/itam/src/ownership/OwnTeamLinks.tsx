import { identityApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { RefTitle, Subheading } from '../ui';
import styles from './Ownership.module.css';

/**
 * The reader's own groups as a way on from one that is not visible.
 */
export function OwnTeamLinks(props: { hrefOf(of: string): string }) {
  const t = useSectionTexts();
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
            <Link href={props.hrefOf(of)} title={of}>
              <RefTitle of={of} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
