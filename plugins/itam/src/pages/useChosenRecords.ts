import type {
  RecordPage,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { useEffect, useMemo, useRef, useState } from 'react';

/** Records chosen in the register, also on pages left behind. */
export interface ChosenRecords {
  records: RecordSummary[];
  refs: ReadonlySet<string>;
  /** Chooses among the records of the page; others stay as they are. */
  choose(refs: ReadonlySet<string>): void;
  clear(): void;
  /** After a change: once the page is there again, keeps what is on it. */
  refresh(): void;
}

/**
 * Remembers which records are chosen, each as it was last seen.
 */
export function useChosenRecords(page: RecordPage | undefined): ChosenRecords {
  const [chosen, setChosen] = useState<ReadonlyMap<string, RecordSummary>>(
    new Map(),
  );
  const stale = useRef<RecordPage>();
  useEffect(() => {
    if (!page) {
      return;
    }
    const changed = stale.current !== undefined && stale.current !== page;
    const fresh = new Map(page.items.map(item => [item.ref, item]));
    setChosen(before => {
      if (before.size === 0) {
        return before;
      }
      const kept = [...before].filter(([ref]) => !changed || fresh.has(ref));
      return new Map(
        kept.map(([ref, record]) => [ref, fresh.get(ref) ?? record]),
      );
    });
    if (changed) {
      stale.current = undefined;
    }
  }, [page]);
  return {
    records: useMemo(() => [...chosen.values()], [chosen]),
    refs: useMemo(() => new Set(chosen.keys()), [chosen]),
    choose: refs =>
      setChosen(before => {
        const items = page?.items ?? [];
        const onPage = new Set(items.map(({ ref }) => ref));
        return new Map([
          ...[...before].filter(([ref]) => !onPage.has(ref) || refs.has(ref)),
          ...items
            .filter(({ ref }) => refs.has(ref) && !before.has(ref))
            .map((item): [string, RecordSummary] => [item.ref, item]),
        ]);
      }),
    clear: () => setChosen(new Map()),
    refresh: () => {
      stale.current = page;
    },
  };
}
