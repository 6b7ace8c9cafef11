import { useApi } from '@backstage/core-plugin-api';
import type {
  AuditEntry,
  AuditItemEntry,
} from '@backstage-itam/plugin-itam-common';
import { RiCheckDoubleLine, RiSearchLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import {
  CsvButton,
  KeyFigures,
  Message,
  Panel,
  Subheading,
  usePageOf,
} from '../ui';
import { AuditHead, AuditState } from './AuditHead';
import { ClosedItem } from './ClosedItem';
import { DISCREPANCIES, type Discrepancy } from './discrepancies';
import { FilterChips } from './FilterChips';
import styles from './run/Items.module.css';

const ITEMS_A_PAGE = 100;

/**
 * The outcome of an audit: what differs from what was registered, and
 * everything it was over.
 */
export function ClosedAudit(props: {
  audit: AuditEntry;
  items: readonly AuditItemEntry[];
}) {
  const { audit, items } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  const shown: 'differs' | 'all' | Discrepancy =
    DISCREPANCIES.find(one => one === asked) ??
    (asked === 'all' ? 'all' : 'differs');
  const differing = items.filter(item => item.discrepancies.length > 0);
  const countOf = (one: Discrepancy) =>
    items.filter(item => item.discrepancies.includes(one)).length;
  const found = items.filter(
    ({ expected, outcome }) =>
      expected && (outcome === 'found' || outcome === 'elsewhere'),
  );
  const listed = items.filter(
    ({ discrepancies }) =>
      shown === 'all' ||
      (shown === 'differs'
        ? discrepancies.length > 0
        : discrepancies.includes(shown)),
  );
  const page = usePageOf(listed, ITEMS_A_PAGE);

  return (
    <Panel
      title={audit.name}
      actions={
        <>
          <AuditState state={audit.state} />
          <CsvButton
            fileName={`audit-${audit.id}.csv`}
            load={() =>
              api.getCsv(`/audits/${audit.id}/items`, {
                discrepancy:
                  shown === 'all' || shown === 'differs' ? undefined : shown,
              })
            }
          />
        </>
      }
    >
      <AuditHead audit={audit} />
      <KeyFigures
        figures={[
          {
            label: t('audits.outcome.found'),
            value: t('audits.ofExpected', {
              found: format.count(found.length),
              expected: format.count(
                items.filter(({ expected }) => expected).length,
              ),
            }),
          },
          {
            label: t('audits.differs'),
            value: format.count(differing.length),
          },
        ]}
      />
      <Subheading>{t('audits.discrepancies')}</Subheading>
      <FilterChips
        label={t('audits.discrepancies')}
        value={shown}
        options={[
          {
            value: 'differs' as const,
            label: t('audits.discrepancy.differs'),
            count: format.count(differing.length),
          },
          ...DISCREPANCIES.filter(one => countOf(one) > 0).map(value => ({
            value,
            label: t(`audits.discrepancy.${value}`),
            count: format.count(countOf(value)),
          })),
          {
            value: 'all' as const,
            label: t('audits.outcome.all'),
            count: format.count(items.length),
          },
        ]}
        onChange={next =>
          setSearch(next === 'differs' ? {} : { show: next }, { replace: true })
        }
      />
      {listed.length === 0 ? (
        <Nothing clean={shown === 'differs'} />
      ) : (
        <ul className={styles.list} aria-label={t('audits.items.label')}>
          {page.shown.map(item => (
            <ClosedItem key={item.id} item={item} />
          ))}
        </ul>
      )}
      {page.pager}
    </Panel>
  );
}

function Nothing(props: { clean: boolean }) {
  const t = useSectionTexts();
  return props.clean ? (
    <Message
      role="status"
      icon={<RiCheckDoubleLine size={18} />}
      title={t('audits.clean')}
      text={t('audits.cleanText')}
    />
  ) : (
    <Message
      role="status"
      icon={<RiSearchLine size={18} />}
      title={t('audits.items.noMatch')}
      text={t('audits.items.noMatchText')}
    />
  );
}
