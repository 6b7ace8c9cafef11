import { Link } from '@backstage/ui';
import { CostChart } from '../charts/CostChart';
import { chartSeries } from '../charts/series';
import { type Change, changeOf } from '../cost';
import { OwnTeams } from '../finance/OwnTeams';
import { type Format, useFormat } from '../format';
import type { Loaded } from '../loading';
import { groupTitle, type Texts, useTexts } from '../translation';
import { KeyFigures, LoadedPanel } from '../ui';
import { FigureLink } from './FigureLink';
import { OVERVIEW_COSTS, type OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';

/**
 * What is spent by month and category.
 */
export function SpendPanel(props: { scope: Loaded<OverviewScope> }) {
  const { scope } = props;
  const t = useTexts();
  const paths = useOverviewPaths();
  const of = scope.state === 'ready' ? scope.value.of : undefined;
  const href = paths.explorer({ of, basis: OVERVIEW_COSTS.basis });
  return (
    <LoadedPanel
      title={t('overview.spend.title')}
      loaded={scope}
      skeleton={[56, 260, 24]}
      forbidden={t('overview.spend.forbidden')}
      wayOn={<OwnTeams page="explorer" />}
      actions={href && <Link href={href}>{t('overview.spend.open')}</Link>}
    >
      {({ costs }) => <Spend of={costs.of.ref} costs={costs} />}
    </LoadedPanel>
  );
}

function Spend(props: { of: string; costs: OverviewScope['costs'] }) {
  const { of, costs } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const { months } = costs;
  const { currency, months: totals, total } = costs.total.converted;
  const last = months.length - 1;
  const label = t('overview.spend.list');
  const list = (from: string, to: string) =>
    paths.explorer({ of, basis: costs.basis, from, to });
  const before =
    last > 0
      ? {
          ...changeOf(totals[last - 1], totals[last], currency),
          month: format.month(months[last - 1]),
          currency,
        }
      : undefined;
  const range = t('overview.range', {
    from: format.month(costs.from),
    to: format.month(costs.to),
  });
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: format.month(months[last]),
            value: (
              <FigureLink href={list(months[last], months[last])} label={label}>
                {format.money(totals[last], currency)}
              </FigureLink>
            ),
            note: before && changeText(t, format, before),
          },
          {
            label: t('overview.spend.year'),
            value: (
              <FigureLink href={list(costs.from, costs.to)} label={label}>
                {format.money(total, currency)}
              </FigureLink>
            ),
            note: range,
          },
        ]}
      />
      <CostChart
        label={t('cost.chartLabel', {
          title: t('overview.spend.title'),
          from: format.month(costs.from),
          to: format.month(costs.to),
          by: t('dimension.category'),
        })}
        months={months}
        series={chartSeries(
          costs.groups,
          group => groupTitle(t, costs.by, group),
          t('reserved.other'),
        )}
        totals={totals}
        currency={currency}
      />
    </>
  );
}

/** How the month differs from the one before, in words. */
function changeText(
  t: Texts,
  format: Format,
  change: Change & { month: string; currency: string },
): string {
  const { direction, percent, difference, month, currency } = change;
  if (direction === 'same') {
    return t('cost.change.same', { month });
  }
  return percent
    ? t(`cost.change.${direction}`, { percent: format.percent(percent), month })
    : t(`cost.change.${direction}Amount`, {
        amount: format.money(difference, currency),
        month,
      });
}
