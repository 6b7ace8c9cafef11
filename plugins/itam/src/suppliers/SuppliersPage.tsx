import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { RiSearchLine, RiStore2Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useFinancePaths } from '../finance/useFinancePaths';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import {
  DelayedSearch,
  FailureMessage,
  Message,
  Panel,
  Toolbar,
  ToolbarSearch,
  useCursorPages,
} from '../ui';
import { writePagedAddress } from '../view';
import { SupplierTable } from './SupplierTable';
import { readSupplierQuery, type SuppliersChange } from './suppliersView';
import { useSpend } from './useSpend';

/**
 * Every supplier of the records the reader may see: what was spent, what there
 * is of it and what has to be decided next; the address holds the view.
 */
export function SuppliersPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const finance = useFinancePaths();
  const [search, setSearch] = useSearchParams();
  const query = readSupplierQuery(search);
  const page = useLoad(JSON.stringify(query), () => api.suppliers.list(query));
  const answer = page.state === 'ready' ? page.value : undefined;
  const spend = useSpend(answer?.items.map(({ vendor }) => vendor));
  const write = (next: SuppliersChange & { cursor?: string }) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: SuppliersChange) => {
    pages.restart();
    write(next);
  };
  return (
    <Panel
      title={t('suppliers.title')}
      busy={page.state === 'loading' || (!!answer && spend.state === 'loading')}
      actions={
        <Link href={finance.page('explorer', { by: 'supplier' })}>
          {t('suppliers.explore')}
        </Link>
      }
    >
      <Toolbar>
        <ToolbarSearch>
          <DelayedSearch
            label={t('suppliers.search')}
            value={query.q ?? ''}
            onChange={q => change({ q })}
          />
        </ToolbarSearch>
      </Toolbar>
      {page.state === 'failed' ? (
        <FailureMessage
          failure={page.failure}
          forbidden={t('suppliers.forbidden')}
          onRetry={page.retry}
        />
      ) : (
        <SupplierTable
          page={answer}
          spend={spend}
          stale={page.state === 'ready' && page.stale}
          query={query}
          pages={pages}
          onChange={change}
          empty={
            <Message
              role="status"
              icon={
                query.q ? (
                  <RiSearchLine size={18} />
                ) : (
                  <RiStore2Line size={18} />
                )
              }
              title={t(
                query.q ? 'suppliers.noMatchTitle' : 'suppliers.noneTitle',
              )}
              text={t(query.q ? 'suppliers.noMatchText' : 'suppliers.noneText')}
            />
          }
        />
      )}
    </Panel>
  );
}
