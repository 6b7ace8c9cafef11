import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import { renewalQueryOf } from '../contracts/renewalsView';
import { useLoad } from '../loading';
import { RenewalLines } from '../overview/RenewalLines';
import { useOverviewPaths } from '../overview/useOverviewPaths';
import { useTexts } from '../translation';
import { Note } from '../ui';
import { FittingRows } from './FittingRows';
import { HomeContent } from './HomeContent';

const SHOWN = 12;

/**
 * What has to be renewed or given notice of within 90 days, the next first.
 */
export function RenewalsAhead() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const contracts = useOverviewPaths().contracts();
  const loaded = useLoad('renewals', () =>
    api.listRenewals({
      ...renewalQueryOf({ preset: '90', decision: false }, DateTime.now()),
      limit: SHOWN,
    }),
  );
  return (
    <HomeContent loaded={loaded} forbidden={t('renewals.forbidden')}>
      {page =>
        page.totalItems === 0 ? (
          <Note>{t('overview.home.renewalsNone')}</Note>
        ) : (
          <>
            <FittingRows>
              <RenewalLines
                label={t('overview.home.renewals')}
                items={page.items}
              />
            </FittingRows>
            {contracts && (
              <div>
                <Link href={contracts}>
                  {t('overview.home.renewalsAll', { count: page.totalItems })}
                </Link>
              </div>
            )}
          </>
        )
      }
    </HomeContent>
  );
}
