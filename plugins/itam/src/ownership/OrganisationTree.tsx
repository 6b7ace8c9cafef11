import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { type KeyboardEvent, useRef } from 'react';
import { useSectionTexts } from '../translation';
import { rowAfterKey, type TreeRow } from './treeKeys';
import styles from './Ownership.module.css';

/**
 * The organisation as a tree: arrows move and open, Enter chooses; spend and
 * number of records of each row stand at its end.
 */
export function OrganisationTree(props: {
  label: string;
  spendLabel: string;
  rows: readonly TreeRow[];
  selected: string | undefined;
  onToggle(key: string, open: boolean): void;
  onSelect(key: string): void;
}) {
  const { label, spendLabel, rows, selected, onToggle, onSelect } = props;
  const t = useSectionTexts();
  const tree = useRef<HTMLDivElement>(null);
  const focusable = rows.find(row => row.key === selected)?.key ?? rows[0]?.key;

  const focus = (key: string) =>
    [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
      .find(element => element.dataset.key === key)
      ?.focus();

  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const next = rowAfterKey(rows, row, event.key);
    if (!next) {
      return;
    }
    event.preventDefault();
    if (next.does === 'select') {
      onSelect(row.key);
    } else if (next.does === 'focus') {
      focus(next.key);
    } else {
      onToggle(row.key, next.does === 'open');
    }
  };

  return (
    <div>
      <div className={styles.head} aria-hidden="true">
        <span>{t('organisation.tree.name')}</span>
        <span>{spendLabel}</span>
        <span>{t('organisation.tree.records')}</span>
      </div>
      <div ref={tree} role="tree" aria-label={label} className={styles.tree}>
        {rows.map(row => (
          <div
            key={row.key}
            data-key={row.key}
            role="treeitem"
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-expanded={row.open}
            aria-selected={row.key === selected}
            tabIndex={row.key === focusable ? 0 : -1}
            className={
              row.startsBranches ? `${styles.row} ${styles.branch}` : styles.row
            }
            onClick={() => onSelect(row.key)}
            onKeyDown={event => onKeyDown(event, row)}
          >
            <span
              className={styles.name}
              style={{ paddingInlineStart: (row.level - 1) * 16 }}
            >
              <Toggle row={row} onToggle={onToggle} />
              {row.title}
            </span>
            <span className={styles.figure}>{row.spend}</span>
            <span className={styles.figure}>{row.records}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** For the pointer only: the keyboard opens with the arrows. */
function Toggle(props: {
  row: TreeRow;
  onToggle(key: string, open: boolean): void;
}) {
  const { row, onToggle } = props;
  const Icon = row.open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={styles.toggle}
      aria-hidden="true"
      onClick={event => {
        if (row.open !== undefined) {
          event.stopPropagation();
          onToggle(row.key, !row.open);
        }
      }}
    >
      {row.open !== undefined && <Icon size={18} />}
    </span>
  );
}
