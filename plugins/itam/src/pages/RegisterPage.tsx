import { useApi } from '@backstage/core-plugin-api';
import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { RiSearchLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { CsvButton, FailureMessage, Message, PageBody, Panel } from '../ui';
import { RegisterFilters } from './RegisterFilters';
import { RegisterTable } from './RegisterTable';
import { readRegisterQuery, writeRegisterQuery } from './registerView';

/**
 * All records the reader may see: searched, filtered, sorted and paged by the
 * register; the address holds the view.
 */
export function RegisterPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  // Cursors of the pages before this one; a shared address starts without.
  const [passed, setPassed] = useState<string[]>([]);
  const query = readRegisterQuery(search);
  const page = useLoad(JSON.stringify(query), () => api.listRecords(query));

  const change = useCallback(
    (next: Partial<Record<keyof RecordQuery, string | undefined>>) => {
      if (!('cursor' in next)) {
        setPassed([]);
      }
      setSearch(current => writeRegisterQuery(current, next), {
        replace: true,
      });
    },
    [setSearch],
  );

  const filtered = Object.entries(query).some(
    ([name, value]) =>
      value !== undefined && !['sort', 'order', 'limit'].includes(name),
  );

  return (
    <PageBody>
      <Panel
        title={t('register.title')}
        actions={
          <CsvButton
            fileName="it-assets.csv"
            load={() =>
              api.listRecordsCsv({
                ...query,
                cursor: undefined,
                limit: undefined,
              })
            }
          />
        }
      >
        <RegisterFilters query={query} onChange={change} />
        {page.state === 'failed' ? (
          <FailureMessage
            failure={page.failure}
            forbidden={t('failure.forbiddenRecords')}
            onRetry={page.retry}
          />
        ) : (
          <RegisterTable
            page={page.state === 'ready' ? page.value : undefined}
            stale={page.state === 'ready' && page.stale}
            query={query}
            passedPages={passed.length}
            onChange={change}
            onNext={cursor => {
              setPassed(cursors => [...cursors, query.cursor ?? '']);
              change({ cursor });
            }}
            onPrevious={() => {
              const before = passed[passed.length - 1];
              setPassed(passed.slice(0, -1));
              change({ cursor: before || undefined });
            }}
            empty={
              <Message
                role="status"
                icon={<RiSearchLine size={18} />}
                title={
                  filtered ? t('empty.registerTitle') : t('empty.registerNone')
                }
                text={
                  filtered
                    ? t('empty.registerText')
                    : t('empty.registerNoneText')
                }
              />
            }
          />
        )}
      </Panel>
    </PageBody>
  );
}
