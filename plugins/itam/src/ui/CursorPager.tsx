import { Button } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../translation';
import styles from './Toolbar.module.css';
import type { CursorPages } from './useCursorPages';

/**
 * The way to the next page and back, with what else there is to say of the
 * page; nothing where all is on one page.
 */
export function CursorPager(props: {
  pages: CursorPages;
  nextCursor: string | undefined;
  children?: ReactNode;
}) {
  const { pages, nextCursor, children } = props;
  const t = useTexts();
  if (pages.atFirst && nextCursor === undefined) {
    return null;
  }
  return (
    <div className={styles.pager}>
      <Button
        variant="secondary"
        isDisabled={pages.atFirst}
        onPress={pages.previous}
      >
        {t('common.previous')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={nextCursor === undefined}
        onPress={() => nextCursor !== undefined && pages.next(nextCursor)}
      >
        {t('common.next')}
      </Button>
      {children}
    </div>
  );
}
