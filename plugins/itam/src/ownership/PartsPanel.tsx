import type { CostAnswer, CostBasis } from '@backstage-itam/plugin-itam-common';
import { Skeleton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormat } from '../format';
import { groupTitle, useSectionTexts } from '../translation';
import { Note, Panel, SkeletonLines, TextButton, usePaths } from '../ui';
import styles from './Ownership.module.css';
import type { Unit } from './organisation';
import { type Part, partsOfTeam, partsOfUnit } from './parts';
import { PartsTable } from './PartsTable';
import { type UnitCost, useUnitCosts } from './useUnitCosts';

// The chart library is large and no page needs it to be readable.
const SpendTreemap = lazy(() => import('./SpendTreemap'));

const HEIGHT = 280;

/**
 * What a group's cost of the month is made of, as areas and as a table: the
 * groups below it, or a team's records.
 */
export function PartsPanel(props: {
  /** The group with groups below it; absent for a team. */
  unit: Unit | undefined;
  answer: CostAnswer;
  basis: CostBasis;
  month: string;
  onOpen(of: string): void;
  hrefOf(of: string): string;
}) {
  const { unit, answer, basis, month, onOpen, hrefOf } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const navigate = useNavigate();
  const [asTable, setAsTable] = useState(false);
  const costs = useUnitCosts(
    (unit?.children ?? []).map(({ ref }) => ref),
    { basis, month },
  );
  const title = t(
    unit ? 'organisation.parts.groups' : 'organisation.parts.records',
  );
  if (costs.state === 'loading') {
    return (
      <Panel title={title} busy>
        <SkeletonLines heights={[HEIGHT]} />
      </Panel>
    );
  }
  const { currency, months } = answer.total.converted;
  const known: Map<string, UnitCost> =
    costs.state === 'ready' ? costs.value : new Map();
  const isWhole = unit?.children.every(
    ({ ref }) => (known.get(ref) ?? 'hidden') !== 'hidden',
  );
  const parts = unit
    ? partsOfUnit(
        unit,
        answer,
        known,
        t(
          isWhole
            ? 'organisation.parts.own'
            : 'organisation.parts.ownAndHidden',
        ),
      )
    : partsOfTeam(
        answer,
        group => groupTitle(t, 'record', group),
        t('organisation.parts.smaller'),
      );
  const pathOf = (part: Part) => {
    if (part.kind === 'rest') {
      return undefined;
    }
    return part.kind === 'group' ? hrefOf(part.key) : paths.record(part.key);
  };
  const open = (part: Part) => {
    if (part.kind === 'group') {
      onOpen(part.key);
    } else {
      const path = pathOf(part);
      if (path) {
        navigate(path);
      }
    }
  };
  return (
    <Panel title={title} stale={costs.state === 'ready' && costs.stale}>
      {parts.length === 0 ? (
        <Note>
          {t('organisation.parts.none', { month: format.monthName(month) })}
        </Note>
      ) : (
        <>
          <div
            role="img"
            aria-label={t('organisation.parts.label', {
              title,
              month: format.monthName(month),
            })}
            className={`${styles.treemap} ${styles.onSeries}`}
          >
            <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
              <SpendTreemap
                parts={parts}
                currency={currency}
                height={HEIGHT}
                onOpen={open}
              />
            </Suspense>
          </div>
          {parts.some(part => part.amount.startsWith('-')) && (
            <Note>{t('organisation.parts.credits')}</Note>
          )}
          <div>
            <TextButton
              iconStart={<RiTableLine size={14} aria-hidden="true" />}
              aria-expanded={asTable}
              onPress={() => setAsTable(shown => !shown)}
            >
              {asTable ? t('common.hideTable') : t('common.showTable')}
            </TextButton>
          </div>
          {asTable && (
            <PartsTable
              label={title}
              parts={parts}
              total={months[months.length - 1]}
              currency={currency}
              hrefOf={pathOf}
            />
          )}
        </>
      )}
    </Panel>
  );
}
