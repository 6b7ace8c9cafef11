import { useApi } from '@backstage/core-plugin-api';
import { RiSearchLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  FailureMessage,
  Message,
  PageBody,
  Panel,
  useCursorPages,
} from '../ui';
import { writePagedAddress } from '../view';
import { BulkBar } from './BulkBar';
import { ColumnChooser } from './ColumnChooser';
import { ExportButton } from './ExportDialog';
import { RegisterButton } from './RegisterButton';
import { RegisterFilters } from './RegisterFilters';
import { RegisterTable } from './RegisterTable';
import {
  isNarrowed,
  readColumns,
  readRegisterQuery,
  type RegisterChange,
  writeColumns,
} from './registerView';
import { SavedFilters } from './SavedFilters';
import { useChosenRecords } from './useChosenRecords';

/**
 * All records the reader may see: searched, filtered, sorted and paged by the
 * register; the address holds the view. Chosen ones are changed together.
 */
export function RegisterPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const [revision, setRevision] = useState(0);
  const query = readRegisterQuery(search);
  const columns = readColumns(search);
  const page = useLoad(`${JSON.stringify(query)} ${revision}`, () =>
    api.listRecords(query),
  );
  const shown = page.state === 'ready' ? page.value : undefined;
  const chosen = useChosenRecords(shown);

  const write = (next: RegisterChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: RegisterChange) => {
    pages.restart();
    write(next);
  };
  const open = (saved: string) => {
    pages.restart();
    setSearch(new URLSearchParams(saved));
  };
  const narrowed = isNarrowed(query);

  return (
    <PageBody>
      <Panel
        title={t('register.title')}
        actions={
          <>
            <RegisterButton />
            <SavedFilters search={savedSearch(search)} onOpen={open} />
            <ColumnChooser
              columns={columns}
              onChange={next =>
                setSearch(
                  current => {
                    const address = new URLSearchParams(current);
                    const value = writeColumns(next);
                    if (value) {
                      address.set('columns', value);
                    } else {
                      address.delete('columns');
                    }
                    return address;
                  },
                  { replace: true },
                )
              }
            />
            <ExportButton query={query} />
          </>
        }
      >
        <RegisterFilters query={query} onChange={change} />
        {chosen.records.length > 0 && (
          <BulkBar
            chosen={chosen.records}
            onClear={chosen.clear}
            onChanged={() => {
              chosen.refresh();
              setRevision(before => before + 1);
            }}
          />
        )}
        {page.state === 'failed' ? (
          <FailureMessage
            failure={page.failure}
            forbidden={t('failure.forbiddenRecords')}
            onRetry={page.retry}
          />
        ) : (
          <RegisterTable
            page={shown}
            stale={page.state === 'ready' && page.stale}
            query={query}
            columns={columns}
            chosen={chosen}
            pages={pages}
            onChange={change}
            empty={
              <Message
                role="status"
                icon={<RiSearchLine size={18} />}
                title={
                  narrowed ? t('empty.registerTitle') : t('empty.registerNone')
                }
                text={
                  narrowed
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

/** A view to keep: where in its pages one is does not belong to it. */
function savedSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  kept.delete('cursor');
  return kept.toString();
}
