import { useApi } from '@backstage/core-plugin-api';
import { RiSearchLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  CsvButton,
  FailureMessage,
  Message,
  PageBody,
  Panel,
  useCursorPages,
} from '../ui';
import { RegisterButton } from './RegisterButton';
import { RegisterFilters } from './RegisterFilters';
import { RegisterTable } from './RegisterTable';
import { readRegisterQuery, type RegisterChange } from './registerView';
import { writePagedAddress } from '../view';

/**
 * All records the reader may see: searched, filtered, sorted and paged by the
 * register; the address holds the view.
 */
export function RegisterPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const query = readRegisterQuery(search);
  const page = useLoad(JSON.stringify(query), () => api.listRecords(query));

  const write = (next: RegisterChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: RegisterChange) => {
    pages.restart();
    write(next);
  };

  const filtered = Object.entries(query).some(
    ([name, value]) =>
      value !== undefined && !['sort', 'order', 'limit'].includes(name),
  );

  return (
    <PageBody>
      <Panel
        title={t('register.title')}
        actions={
          <>
            <RegisterButton />
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
          </>
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
            pages={pages}
            onChange={change}
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
