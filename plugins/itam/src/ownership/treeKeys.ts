import type { ReactNode } from 'react';

/** A row of a tree that shows. */
export interface TreeRow {
  key: string;
  title: string;
  level: number;
  position: number;
  siblings: number;
  parent?: string;
  /** Undefined when there is nothing below it. */
  open?: boolean;
  /** The first of the branches beside the organisation. */
  startsBranches?: boolean;
  spend: ReactNode;
  records: ReactNode;
}

/** What a key does to a tree. */
export type TreeStep =
  | { does: 'focus'; key: string }
  | { does: 'open' | 'close' | 'select' };

/**
 * What a key does at a row, as trees are used; undefined for other keys and at
 * the ends.
 */
export function rowAfterKey(
  rows: readonly TreeRow[],
  row: TreeRow,
  key: string,
): TreeStep | undefined {
  const at = rows.findIndex(one => one.key === row.key);
  const focus = (target: TreeRow | undefined): TreeStep | undefined =>
    target && { does: 'focus', key: target.key };
  switch (key) {
    case 'Enter':
    case ' ':
      return { does: 'select' };
    case 'ArrowDown':
      return focus(rows[at + 1]);
    case 'ArrowUp':
      return focus(rows[at - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows[rows.length - 1]);
    case 'ArrowRight':
      return row.open === false
        ? { does: 'open' }
        : row.open && focus(rows[at + 1]);
    case 'ArrowLeft':
      return row.open
        ? { does: 'close' }
        : focus(rows.find(one => one.key === row.parent));
    default:
      return key.length === 1 ? focus(startingWith(rows, at, key)) : undefined;
  }
}

/** The next row whose title starts with a letter, around the end. */
function startingWith(
  rows: readonly TreeRow[],
  at: number,
  letter: string,
): TreeRow | undefined {
  const wanted = letter.toLocaleLowerCase();
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(row =>
    row.title.toLocaleLowerCase().startsWith(wanted),
  );
}
