import type { CostBasis } from '@backstage-itam/plugin-itam-common';
import { RiTeamLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { useSectionTexts } from '../translation';
import { LoadedPanel, Message, Note } from '../ui';
import { OrganisationTree } from './OrganisationTree';
import styles from './Ownership.module.css';
import { pathTo, type Unit, visibleUnits } from './organisation';
import { BRANCHES, type Branch } from './ownershipView';
import type { TreeRow } from './treeKeys';
import { useGroupCounts, useOutsideCounts } from './useCounts';
import { useUnitCosts } from './useUnitCosts';

/**
 * The tree of groups with spend and records, and below it what nobody answers
 * for.
 */
export function OrganisationPanel(props: {
  organisation: Loaded<Unit[]>;
  /** A group's ref or a branch. */
  selected: string | undefined;
  basis: CostBasis;
  month: string;
  onSelect(of: string): void;
}) {
  const t = useSectionTexts();
  return (
    <LoadedPanel
      title={t('organisation.tree.title')}
      loaded={props.organisation}
      skeleton={[20, 28, 28, 28, 28, 28, 28]}
      forbidden={t('organisation.tree.forbidden')}
    >
      {roots => <Tree {...props} roots={roots} />}
    </LoadedPanel>
  );
}

function Tree(props: {
  roots: Unit[];
  selected: string | undefined;
  basis: CostBasis;
  month: string;
  onSelect(of: string): void;
}) {
  const { roots, selected, basis, month, onSelect } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const [open, setOpen] = useOpenGroups(roots, selected);
  const visible = visibleUnits(roots, ref => open.has(ref));
  const costs = useUnitCosts(
    visible.map(({ unit }) => unit.ref),
    { basis, month },
  );
  const counts = useGroupCounts();
  const outside = useOutsideCounts();

  const spendOf = (ref: string) => {
    const cost = costs.state === 'ready' ? costs.value.get(ref) : undefined;
    return cost === undefined || cost === 'hidden' ? (
      <Unknown
        text={t(
          cost ? 'organisation.tree.hidden' : 'organisation.tree.unknownFigure',
        )}
      />
    ) : (
      format.money(cost.amount, cost.currency)
    );
  };
  const countOf = (count: number | undefined) =>
    count === undefined ? (
      <Unknown text={t('organisation.tree.unknownFigure')} />
    ) : (
      format.count(count)
    );
  const groups = visible.map(
    ({ unit, level, position, siblings }): TreeRow => ({
      key: unit.ref,
      title: unit.title,
      level,
      position,
      siblings: level === 1 ? siblings + BRANCHES.length : siblings,
      parent: unit.parent,
      open: unit.children.length > 0 ? open.has(unit.ref) : undefined,
      spend: spendOf(unit.ref),
      records: countOf(
        counts.state === 'ready' ? counts.value.get(unit.ref) ?? 0 : undefined,
      ),
    }),
  );
  const branches = BRANCHES.map(
    (branch: Branch, index): TreeRow => ({
      key: branch,
      title: t(`organisation.branch.${branch}`),
      level: 1,
      position: roots.length + index + 1,
      siblings: roots.length + BRANCHES.length,
      startsBranches: index === 0,
      spend: '',
      records: countOf(outside[branch]),
    }),
  );
  return (
    <>
      {roots.length === 0 && (
        <Message
          icon={<RiTeamLine size={18} />}
          title={t('organisation.tree.noneTitle')}
          text={t('organisation.tree.noneText')}
        />
      )}
      <OrganisationTree
        label={t('organisation.tree.title')}
        spendLabel={format.month(month)}
        rows={[...groups, ...branches]}
        selected={selected}
        onSelect={onSelect}
        onToggle={setOpen}
      />
      <Note>{t(`organisation.basis.${basis}Note`)}</Note>
      {costs.state === 'failed' && (
        <Note>{t('organisation.tree.noSpend')}</Note>
      )}
    </>
  );
}

function Unknown(props: { text: string }) {
  return (
    <span className={styles.unknown} title={props.text}>
      –
    </span>
  );
}

/** Roots are open to begin with, and the selected group with its way there. */
function useOpenGroups(
  roots: Unit[],
  selected: string | undefined,
): [Set<string>, (ref: string, open: boolean) => void] {
  const [open, setOpen] = useState(() => new Set(roots.map(({ ref }) => ref)));
  useEffect(() => {
    if (selected) {
      setOpen(
        before =>
          new Set([
            ...before,
            ...pathTo(roots, selected).map(({ ref }) => ref),
          ]),
      );
    }
  }, [roots, selected]);
  return [
    open,
    (ref, isOpen) =>
      setOpen(before => {
        const next = new Set(before);
        if (isOpen) {
          next.add(ref);
        } else {
          next.delete(ref);
        }
        return next;
      }),
  ];
}
