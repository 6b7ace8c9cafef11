import { useApi } from '@backstage/core-plugin-api';
import type { CostAnswer, CostGroup } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { barPercent, compareAmounts, isZero, largestOf } from '../cost';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { groupTitle, isReservedKey, useTexts } from '../translation';
import { LinkedBars, LoadedPanel, Note } from '../ui';
import { EVERYTHING } from '../view';
import { OVERVIEW_COSTS, type OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';
import { useScoped } from './useScoped';

const SHOWN = 8;

/**
 * Owners or suppliers with what they cost in the last twelve months, the
 * largest first; each leads to its own cost.
 */
export function RankPanel(props: {
  scope: Loaded<OverviewScope>;
  by: 'owner' | 'supplier';
}) {
  const { scope, by } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = useOverviewPaths();
  const loaded = useScoped(scope, by, async owner =>
    api.getCosts({ of: owner ?? EVERYTHING, by, basis: OVERVIEW_COSTS.basis }),
  );
  const href =
    loaded.state === 'ready'
      ? paths.explorer({
          of: loaded.value.of.ref,
          by,
          basis: loaded.value.basis,
        })
      : undefined;
  return (
    <LoadedPanel
      title={t(`overview.rank.${by}`)}
      loaded={loaded}
      skeleton={[18, 24, 24, 24, 24, 24]}
      forbidden={t('overview.spend.forbidden')}
      actions={href && <Link href={href}>{t('overview.rank.all')}</Link>}
    >
      {answer => <Rank answer={answer} by={by} />}
    </LoadedPanel>
  );
}

function Rank(props: { answer: CostAnswer; by: 'owner' | 'supplier' }) {
  const { answer, by } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const { currency } = answer.total.converted;
  const groups = answer.groups
    .filter(group => !isZero(group.series.converted.total))
    .sort((a, b) =>
      compareAmounts(
        b.series.converted.total,
        a.series.converted.total,
        currency,
      ),
    );
  const shown = groups.slice(0, SHOWN);
  const longest = largestOf(
    shown.map(group => group.series.converted.total),
    currency,
  );
  const hrefOf = (group: CostGroup) => {
    // What a team spends with a supplier is only a part of the supplier's cost.
    const isPart = by === 'supplier' && answer.of.ref !== EVERYTHING;
    if (isReservedKey(group.key) || isPart) {
      return undefined;
    }
    return paths.explorer({
      of: by === 'owner' ? group.ref ?? group.key : `supplier:${group.key}`,
      basis: OVERVIEW_COSTS.basis,
    });
  };
  if (shown.length === 0) {
    return <Note>{t('overview.rank.none')}</Note>;
  }
  return (
    <>
      <Note>
        {t('overview.range', {
          from: format.month(answer.from),
          to: format.month(answer.to),
        })}
      </Note>
      <LinkedBars
        label={t(`overview.rank.${by}`)}
        bars={shown.map(group => ({
          key: group.key,
          title: groupTitle(t, by, group),
          href: hrefOf(group),
          percent: barPercent(group.series.converted.total, longest, currency),
          value: format.money(group.series.converted.total, currency),
        }))}
      />
      {groups.length > shown.length && (
        <Note>
          {t('overview.rank.more', { count: groups.length - shown.length })}
        </Note>
      )}
    </>
  );
}
