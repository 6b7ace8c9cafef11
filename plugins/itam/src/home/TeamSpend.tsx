import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { CostFigure, CostHead } from '../cost';
import { useLoad } from '../loading';
import { ownershipRouteRef } from '../routes';
import lines from '../overview/Overview.module.css';
import { useTexts } from '../translation';
import { Note, useOptionalRoute } from '../ui';
import { FittingRows } from './FittingRows';
import styles from './Home.module.css';
import { HomeContent } from './HomeContent';

/**
 * What each of the reader's teams owns costs this month, and how that moved;
 * the months before, too, where it is one team.
 */
export function TeamSpend() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const identity = useApi(identityApiRef);
  const ownership = useOptionalRoute(ownershipRouteRef)?.();
  const loaded = useLoad('team-spend', async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const of = ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
    if (of.length === 0) {
      return [];
    }
    const { items } = await api.queryCosts({
      of,
      by: 'category',
      basis: 'owned',
    });
    return items.flatMap(item => item.costs ?? []);
  });
  return (
    <HomeContent loaded={loaded} forbidden={t('overview.home.teamSpendNone')}>
      {teams =>
        teams.length === 0 ? (
          <Note>{t('overview.home.teamSpendNone')}</Note>
        ) : (
          <>
            <FittingRows>
              <div className={styles.teams}>
                {teams.map(answer => (
                  <section
                    key={answer.of.ref}
                    aria-label={answer.of.title}
                    className={lines.group}
                  >
                    <span>
                      {ownership ? (
                        <Link
                          href={`${ownership}?${new URLSearchParams({
                            of: answer.of.ref,
                          })}`}
                        >
                          {answer.of.title}
                        </Link>
                      ) : (
                        answer.of.title
                      )}
                    </span>
                    {teams.length === 1 ? (
                      <CostHead answer={answer} compact />
                    ) : (
                      <CostFigure answer={answer} compact />
                    )}
                  </section>
                ))}
              </div>
            </FittingRows>
            {ownership && teams.length > 1 && (
              <div>
                <Link href={ownership}>
                  {t('overview.home.teamSpendAll', { count: teams.length })}
                </Link>
              </div>
            )}
          </>
        )
      }
    </HomeContent>
  );
}
