import type { CostAnswer, CostBasis } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { CostHead, coverageText, useCosts } from '../cost';
import { BudgetSection } from '../entity/BudgetPanel';
import { useFinancePaths } from '../finance/useFinancePaths';
import { TicketsPanel } from '../tickets/TicketsPanel';
import { useSectionTexts } from '../translation';
import { InlineNote, LoadedPanel, titleOfRef, usePaths } from '../ui';
import { lastYearOf } from '../view';
import styles from './Ownership.module.css';
import { OwnTeamLinks } from './OwnTeamLinks';
import type { Unit } from './organisation';
import { PartsPanel } from './PartsPanel';

/**
 * One group: what it costs and how that moved, its budget, and what the cost
 * is made of.
 */
export function GroupView(props: {
  group: string;
  /** Absent when the catalog does not have the group. */
  unit: Unit | undefined;
  basis: CostBasis;
  month: string;
  onOpen(of: string): void;
  hrefOf(of: string): string;
}) {
  const { group, unit, basis, month, onOpen, hrefOf } = props;
  const t = useSectionTexts();
  const isLeaf = !unit || unit.children.length === 0;
  const costs = useCosts([
    {
      of: group,
      basis,
      by: isLeaf ? 'record' : 'category',
      ...lastYearOf(month),
    },
  ]);
  const name = unit?.title ?? titleOfRef({ ref: group });
  return (
    <>
      <LoadedPanel
        title={name}
        loaded={costs}
        skeleton={[40, 90, 24, 64]}
        forbidden={t('organisation.group.forbidden', { name })}
        notFound={t('failure.notFoundNode', { name })}
        wayOn={<OwnTeamLinks hrefOf={hrefOf} />}
        actions={<GroupLinks group={group} basis={basis} month={month} />}
      >
        {([answer]) => <Spend answer={answer} />}
      </LoadedPanel>
      {costs.state === 'ready' && (
        <PartsPanel
          unit={isLeaf ? undefined : unit}
          answer={costs.value[0]}
          basis={basis}
          month={month}
          onOpen={onOpen}
          hrefOf={hrefOf}
        />
      )}
      <TicketsPanel key={group} of={group} name={name} />
    </>
  );
}

function GroupLinks(props: { group: string; basis: CostBasis; month: string }) {
  const { group, basis, month } = props;
  const t = useSectionTexts();
  const paths = usePaths();
  const finance = useFinancePaths();
  const entity = paths.entity(group);
  const register = paths.register({ owner: group });
  return (
    <div className={styles.links}>
      {register && (
        <Link href={register}>{t('organisation.group.register')}</Link>
      )}
      <Link
        href={finance.page('explorer', {
          of: group,
          basis,
          ...lastYearOf(month),
        })}
      >
        {t('overview.spend.open')}
      </Link>
      {entity && <Link href={entity}>{t('organisation.group.page')}</Link>}
    </div>
  );
}

function Spend(props: { answer: CostAnswer }) {
  const { answer } = props;
  const t = useSectionTexts();
  return (
    <>
      <CostHead answer={answer} explained />
      <InlineNote>{coverageText(t, answer.coverage)}</InlineNote>
      <BudgetSection of={answer.of.ref} />
    </>
  );
}
