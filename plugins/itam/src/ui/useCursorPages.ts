import { useState } from 'react';

/**
 * Paging by the register's cursors, which only lead forward.
 */
export interface CursorPages {
  /** Whether there is no page before this one. */
  atFirst: boolean;
  /** Pages before this one; unknown to a shared address, which starts at 0. */
  passedPages: number;
  next(cursor: string): void;
  previous(): void;
  /** Forgets the pages before; for a changed question. */
  restart(): void;
}

/**
 * Remembers the cursors of the pages before, so that there is a way back.
 */
export function useCursorPages(
  cursor: string | undefined,
  onCursorChange: (cursor: string | undefined) => void,
): CursorPages {
  const [passed, setPassed] = useState<string[]>([]);
  return {
    atFirst: cursor === undefined,
    passedPages: passed.length,
    next: following => {
      setPassed(cursors => [...cursors, cursor ?? '']);
      onCursorChange(following);
    },
    previous: () => {
      onCursorChange(passed[passed.length - 1] || undefined);
      setPassed(cursors => cursors.slice(0, -1));
    },
    restart: () => setPassed([]),
  };
}
