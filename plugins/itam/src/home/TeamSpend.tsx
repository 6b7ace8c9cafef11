import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { TrendColumns } from '../charts/TrendColumns';
import { CostFigure } from '../cost';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { ownershipRouteRef } from '../routes';
import styles from '../overview/Overview.module.css';
import { useTexts } from '../translation';
import { Note, useOptionalRoute } from '../ui';
import { HomeContent } from './HomeContent';

/**
 * What each of the reader's teams owns costs this month, and how that moved.
 */
export function TeamSpend() {
  const t = useTexts();
  const format = useFormat();
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
          teams.map(({ of, months, total, currentMonth }) => {
            const last = months.length - 1;
            const { currency, months: totals } = total.converted;
            return (
              <section
                key={of.ref}
                aria-label={of.title}
                className={styles.group}
              >
                <span>
                  {ownership ? (
                    <Link
                      href={`${ownership}?${new URLSearchParams({
                        of: of.ref,
                      })}`}
                    >
                      {of.title}
                    </Link>
                  ) : (
                    of.title
                  )}
                </span>
                <CostFigure
                  compact
                  amount={totals[last]}
                  currency={currency}
                  previous={
                    last > 0
                      ? { month: months[last - 1], amount: totals[last - 1] }
                      : undefined
                  }
                />
                <TrendColumns
                  label={t('cost.trend', {
                    from: format.month(months[0]),
                    to: format.month(months[last]),
                  })}
                  months={months}
                  amounts={totals}
                  currency={currency}
                  currentMonth={currentMonth}
                />
              </section>
            );
          })
        )
      }
    </HomeContent>
  );
}
