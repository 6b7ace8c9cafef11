import { useApi } from '@backstage/core-plugin-api';
import type {
  LicensePool,
  LicensePositionPage,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { itamApiRef } from '../api';
import { type Format, useFormat } from '../format';
import type { Loaded } from '../loading';
import { type Texts, useTexts } from '../translation';
import { AmountList, KeyFigures, LoadedPanel, Note, Subheading } from '../ui';
import { FigureLink } from './FigureLink';
import styles from './Overview.module.css';
import type { OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';
import { ownerOfLoaded, useScoped } from './useScoped';

const SHOWN = 4;

/** Which pools are shown, and which of them first. */
const RISK = { state: 'short', sort: 'trueUp', order: 'desc' } as const;
const WASTE = { state: 'unused', sort: 'waste', order: 'desc' } as const;

/**
 * Products with too few licences and those with licences nobody uses.
 */
export function LicencesPanel(props: { scope: Loaded<OverviewScope> }) {
  const { scope } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = useOverviewPaths();
  const owner = ownerOfLoaded(scope);
  const loaded = useScoped(scope, 'licences', async of =>
    Promise.all(
      [RISK, WASTE].map(question =>
        api.listLicensePositions({ ...question, owner: of, limit: SHOWN }),
      ),
    ),
  );
  const href = paths.licences({ owner });
  return (
    <LoadedPanel
      title={t('overview.licences.title')}
      loaded={loaded}
      skeleton={[56, 24, 24, 24, 24]}
      forbidden={t('licences.forbidden')}
      actions={href && <Link href={href}>{t('overview.licences.open')}</Link>}
    >
      {([short, unused]) => (
        <Positions short={short} unused={unused} owner={owner} />
      )}
    </LoadedPanel>
  );
}

function Positions(props: {
  short: LicensePositionPage;
  unused: LicensePositionPage;
  owner: string | undefined;
}) {
  const { short, unused, owner } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const figure = (question: typeof RISK | typeof WASTE, count: number) => (
    <FigureLink
      href={paths.licences({ ...question, owner })}
      label={t(`overview.licences.${question.state}`)}
    >
      {t('overview.licences.products', { count })}
    </FigureLink>
  );
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t('overview.licences.short'),
            value: figure(RISK, short.totalItems),
            note: short.totals.trueUp.length > 0 && (
              <>
                <AmountList amounts={short.totals.trueUp} />{' '}
                {t('overview.licences.trueUp')}
              </>
            ),
          },
          {
            label: t('overview.licences.unused'),
            value: figure(WASTE, unused.totalItems),
            note: unused.totals.wastePerMonth.length > 0 && (
              <>
                <AmountList amounts={unused.totals.wastePerMonth} />{' '}
                {t('common.perMonth')}
              </>
            ),
          },
        ]}
      />
      {short.items.length + unused.items.length === 0 && (
        <Note>{t('overview.licences.none')}</Note>
      )}
      <Pools
        title={t('overview.licences.mostShort')}
        pools={short.items}
        figure={pool => (
          <>
            {t('overview.licences.missing', {
              number: format.count(Math.abs(pool.balance ?? 0)),
            })}
            {pool.trueUp && ` · ${format.amount(pool.trueUp)}`}
          </>
        )}
      />
      <Pools
        title={t('overview.licences.mostUnused')}
        pools={unused.items}
        figure={pool => (
          <>
            {spareText(t, format, pool)}
            {pool.wastePerMonth && ` · ${format.amount(pool.wastePerMonth)}`}
          </>
        )}
      />
    </>
  );
}

function Pools(props: {
  title: string;
  pools: readonly LicensePool[];
  figure(pool: LicensePool): ReactNode;
}) {
  const { title, pools, figure } = props;
  const paths = useOverviewPaths();
  if (pools.length === 0) {
    return null;
  }
  return (
    <section aria-label={title} className={styles.group}>
      <Subheading>{title}</Subheading>
      <ul className={styles.lines}>
        {pools.map(pool => {
          const href =
            pool.licenses[0] && paths.licences({ pool: pool.licenses[0].ref });
          return (
            <li key={`${pool.product} ${pool.metric}`}>
              <span>
                {href ? <Link href={href}>{pool.product}</Link> : pool.product}
              </span>
              <span>{figure(pool)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Units nobody uses; what is left of those where no use is measured. */
function spareText(t: Texts, format: Format, pool: LicensePool): string {
  const spare = pool.unused ?? pool.balance;
  return spare === null
    ? t('licences.unknown')
    : t('overview.licences.spare', { number: format.count(spare) });
}
