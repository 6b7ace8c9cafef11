import { useApi } from '@backstage/core-plugin-api';
import { RiShieldCheckLine, RiSearchLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  CsvButton,
  FailureMessage,
  Message,
  Note,
  Panel,
  useCursorPages,
} from '../ui';
import { writePagedAddress } from '../view';
import { FindingCounts } from './FindingCounts';
import { FindingDialog } from './FindingDialog';
import { FindingFilters } from './FindingFilters';
import { FindingTable } from './FindingTable';
import {
  type FindingsChange,
  readChosenFinding,
  readFindingQuery,
} from './findingsView';

const NO_FILTER = ['sort', 'order', 'limit', 'cursor', 'state'];

/**
 * What is wrong with the records the reader may see: counted, filtered, sorted
 * and paged by the register; the address holds the view and the finding that
 * is looked at.
 */
export function FindingsPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const [revision, setRevision] = useState(0);
  const query = readFindingQuery(search);
  const chosen = readChosenFinding(search);
  const page = useLoad(`${JSON.stringify(query)} ${revision}`, () =>
    api.findings.list(query),
  );
  const write = (next: FindingsChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: FindingsChange) => {
    pages.restart();
    write(next);
  };
  const show = (id: number | undefined) =>
    setSearch(
      current => {
        const next = new URLSearchParams(current);
        next.delete('finding');
        if (id !== undefined) {
          next.set('finding', String(id));
        }
        return next;
      },
      { replace: true },
    );
  const answer = page.state === 'ready' ? page.value : undefined;
  const filtered = Object.entries(query).some(
    ([name, value]) => value !== undefined && !NO_FILTER.includes(name),
  );

  return (
    <Panel
      title={t('findings.title')}
      actions={
        <CsvButton
          fileName="findings.csv"
          load={() =>
            api.getCsv('/findings', {
              ...query,
              cursor: undefined,
              limit: undefined,
            })
          }
        />
      }
    >
      <FindingCounts query={query} revision={revision} onChange={change} />
      <FindingFilters query={query} onChange={change} />
      {answer && answer.pending > 0 && (
        <Note>{t('findings.pending', { count: answer.pending })}</Note>
      )}
      {page.state === 'failed' ? (
        <FailureMessage
          failure={page.failure}
          forbidden={t('findings.forbidden')}
          onRetry={page.retry}
        />
      ) : (
        <FindingTable
          page={answer}
          stale={page.state === 'ready' && page.stale}
          query={query}
          pages={pages}
          onChange={change}
          onShow={show}
          empty={
            filtered ? (
              <Message
                role="status"
                icon={<RiSearchLine size={18} />}
                title={t('findings.noMatchTitle')}
                text={t('findings.noMatchText')}
              />
            ) : (
              <Message
                role="status"
                icon={<RiShieldCheckLine size={18} />}
                title={t(`findings.none.${query.state ?? 'open'}`)}
                text={t('findings.noneText')}
              />
            )
          }
        />
      )}
      {chosen !== undefined && (
        <FindingDialog
          id={chosen}
          onClose={() => show(undefined)}
          onChanged={() => setRevision(before => before + 1)}
        />
      )}
    </Panel>
  );
}
