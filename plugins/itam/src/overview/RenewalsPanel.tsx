import { useApi } from '@backstage/core-plugin-api';
import type { RenewalPage } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import { PRESETS, renewalQueryOf } from '../contracts/renewalsView';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { useTexts } from '../translation';
import { DataTable, LoadedPanel, Note, Subheading } from '../ui';
import styles from './Overview.module.css';
import type { OverviewScope } from './overviewScope';
import { RenewalLines } from './RenewalLines';
import { useOverviewPaths } from './useOverviewPaths';
import { ownerOfLoaded, useScoped } from './useScoped';

/** Of the nearest ones, as many are named. */
const NEXT = 5;

interface Ahead {
  days: (typeof PRESETS)[number];
  page: RenewalPage;
}

/**
 * What comes up in 30, 60 and 90 days, and what the next terms will cost.
 */
export function RenewalsPanel(props: { scope: Loaded<OverviewScope> }) {
  const { scope } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = useOverviewPaths();
  const owner = ownerOfLoaded(scope);
  const loaded = useScoped(scope, 'renewals', async of => {
    const today = DateTime.now();
    return Promise.all(
      PRESETS.map(
        async (days): Promise<Ahead> => ({
          days,
          page: await api.listRenewals(
            renewalQueryOf({ preset: days, owner: of, decision: false }, today),
          ),
        }),
      ),
    );
  });
  const href = paths.contracts({ owner });
  return (
    <LoadedPanel
      title={t('overview.renewals.title')}
      loaded={loaded}
      skeleton={[24, 32, 32, 32]}
      forbidden={t('renewals.forbidden')}
      actions={href && <Link href={href}>{t('overview.renewals.open')}</Link>}
    >
      {ahead => <RenewalsAhead ahead={ahead} owner={owner} />}
    </LoadedPanel>
  );
}

function RenewalsAhead(props: { ahead: Ahead[]; owner: string | undefined }) {
  const { ahead, owner } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const longest = ahead[ahead.length - 1].page;
  if (longest.totalItems === 0) {
    return <Note>{t('overview.renewals.none')}</Note>;
  }
  return (
    <>
      <DataTable
        label={t('overview.renewals.title')}
        rows={ahead}
        rowKey={({ days }) => days}
        columns={[
          {
            id: 'days',
            label: t('overview.renewals.within'),
            oneLine: true,
            cell: ({ days }) => {
              const href = paths.contracts({ days, owner });
              const text = t('overview.renewals.days', { number: days });
              return href ? <Link href={href}>{text}</Link> : text;
            },
          },
          {
            id: 'count',
            label: t('overview.renewals.count'),
            align: 'end',
            cell: ({ page }) => format.count(page.totalItems),
          },
          {
            id: 'amount',
            label: t('renewals.nextTotal'),
            align: 'end',
            // One below the other, so that they fit a narrow screen.
            cell: ({ page }) => {
              if (page.totalItems === 0) {
                return '–';
              }
              return page.totals.nextAmount.length > 0
                ? page.totals.nextAmount.map(amount => (
                    <div key={amount.currency}>{format.amount(amount)}</div>
                  ))
                : t('overview.renewals.noAmount');
            },
          },
        ]}
      />
      <section
        aria-label={t('overview.renewals.next')}
        className={styles.group}
      >
        <Subheading>{t('overview.renewals.next')}</Subheading>
        <RenewalLines items={longest.items.slice(0, NEXT)} />
      </section>
      {longest.items.length < longest.totalItems && (
        <Note>
          {t('overview.renewals.firstOnly', {
            number: format.count(longest.items.length),
          })}
        </Note>
      )}
    </>
  );
}
