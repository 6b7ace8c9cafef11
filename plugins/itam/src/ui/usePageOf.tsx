import { Button } from '@backstage/ui';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { InlineNote } from './Prose';
import styles from './Toolbar.module.css';

/**
 * Shows a long list that is complete in pages: the rows of the page at hand
 * and the buttons to leaf, which are nothing for a list of one page.
 */
export function usePageOf<T>(
  rows: readonly T[],
  pageSize: number,
): { shown: readonly T[]; pager: ReactNode } {
  const t = useTexts();
  const format = useFormat();
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
  const page = Math.min(wanted, last);
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  const pager = last > 0 && (
    <div className={styles.pager}>
      <Button
        variant="secondary"
        isDisabled={page === 0}
        onPress={() => setWanted(page - 1)}
      >
        {t('common.previous')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={page === last}
        onPress={() => setWanted(page + 1)}
      >
        {t('common.next')}
      </Button>
      <InlineNote>
        {`${format.count(page * pageSize + 1)} – ${format.count(
          page * pageSize + shown.length,
        )} / ${format.count(rows.length)}`}
      </InlineNote>
    </div>
  );
  return { shown, pager };
}
