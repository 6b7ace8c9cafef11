import { useApi } from '@backstage/core-plugin-api';
import type { ImportRowEntry } from '@backstage-itam/plugin-itam-common';
import { RiFilterOffLine } from '@remixicon/react';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import {
  CursorPager,
  FailureMessage,
  InlineNote,
  Message,
  SkeletonLines,
  useCursorPages,
} from '../../ui';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { ROWS_ON_A_PAGE } from '../importAddress';
import { RowTable } from './RowTable';

/**
 * The rows of an import the address names, page by page.
 */
export function PagedRows(
  props: Pick<ImportPartProps, 'detail' | 'view' | 'onView'> & {
    /** How many there are of them. */
    total: number;
    onCorrect?(row: ImportRowEntry): void;
  },
) {
  const { detail, view, onView, total, onCorrect } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const question = {
    outcome: view.outcome,
    result: view.result,
    cursor: view.cursor,
    limit: ROWS_ON_A_PAGE,
  };
  const { id, version, state } = detail;
  const page = useLoad(JSON.stringify([id, version, state, question]), () =>
    api.imports.listRows(id, question),
  );
  const pages = useCursorPages(view.cursor, cursor => onView({ cursor }));
  if (page.state === 'loading') {
    return <SkeletonLines heights={[32, 48, 48, 48]} />;
  }
  if (page.state === 'failed') {
    return (
      <FailureMessage
        failure={page.failure}
        forbidden={t('imports.forbidden')}
        notFound={t('imports.notFound')}
        onRetry={page.retry}
      />
    );
  }
  const { items, nextCursor } = page.value;
  if (items.length === 0) {
    return (
      <Message
        role="status"
        icon={<RiFilterOffLine size={18} />}
        title={t('imports.row.noneTitle')}
        text={t('imports.row.noneText')}
      />
    );
  }
  const first = pages.passedPages * ROWS_ON_A_PAGE + 1;
  return (
    <div className={styles.rows} aria-busy={page.stale}>
      <RowTable detail={detail} rows={items} onCorrect={onCorrect} />
      <CursorPager pages={pages} nextCursor={nextCursor}>
        {(view.cursor === undefined || pages.passedPages > 0) && (
          <InlineNote>
            {t('imports.row.page', {
              first: format.count(first),
              last: format.count(first + items.length - 1),
              total: format.count(total),
            })}
          </InlineNote>
        )}
      </CursorPager>
    </div>
  );
}
