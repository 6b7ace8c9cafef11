import type {
  FindingEntry,
  FindingPage,
  FindingQuery,
} from '@backstage-itam/plugin-itam-common';
import { type ReactNode, useMemo, useRef } from 'react';
import { type Format, useFormat } from '../format';
import {
  type RuleTexts,
  type Texts,
  useRuleTexts,
  useTexts,
} from '../translation';
import {
  type CursorPages,
  InlineNote,
  RefLink,
  type ServerColumn,
  ServerTable,
  TextButton,
} from '../ui';
import { FindingSubject } from './FindingSubject';
import { type FindingsChange, PAGE_SIZES } from './findingsView';
import styles from './Findings.module.css';
import { FindingText } from './FindingText';
import { SeverityChip } from './SeverityChip';

/**
 * One page of findings: of which record, what is wrong and what to do.
 */
export function FindingTable(props: {
  page: FindingPage | undefined;
  stale: boolean;
  query: FindingQuery;
  pages: CursorPages;
  empty: ReactNode;
  onChange(change: FindingsChange): void;
  onShow(id: number): void;
}) {
  const { page, stale, query, pages, empty, onChange, onShow } = props;
  const t = useTexts();
  const rules = useRuleTexts();
  const format = useFormat();
  // The columns stay the same while the address changes.
  const show = useRef(onShow);
  show.current = onShow;
  const columns = useMemo(
    () => columnsOf(t, rules, format, id => show.current(id)),
    [t, rules, format],
  );
  return (
    <ServerTable
      columns={columns}
      rows={rules && page?.items}
      rowId={({ id }) => String(id)}
      minWidth={900}
      stale={stale}
      empty={empty}
      query={{ ...query, order: query.order ?? 'asc' }}
      defaultSort="severity"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('findings.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

/** What a finding says; its name opens all that is known of it. */
function What(props: {
  finding: FindingEntry;
  rules: RuleTexts | undefined;
  onShow: (id: number) => void;
}) {
  const { finding, rules, onShow } = props;
  return (
    <span className={styles.what}>
      <TextButton onPress={() => onShow(finding.id)}>
        {rules?.title(finding.rule, finding.title)}
      </TextButton>
      <InlineNote>
        {rules && <FindingText finding={finding} rules={rules} />}
      </InlineNote>
    </span>
  );
}

function columnsOf(
  t: Texts,
  rules: RuleTexts | undefined,
  format: Format,
  onShow: (id: number) => void,
): ServerColumn<FindingEntry>[] {
  return [
    {
      id: 'severity',
      label: t('findings.severity'),
      isSortable: true,
      minWidth: 112,
      stacked: 'by-itself',
      content: ({ severity }) => <SeverityChip severity={severity} />,
    },
    {
      id: 'record',
      label: t('findings.record'),
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 160,
      content: finding => <FindingSubject finding={finding} />,
    },
    {
      id: 'rule',
      label: t('findings.what'),
      isSortable: true,
      defaultWidth: '3.4fr',
      minWidth: 260,
      stacked: 'by-itself',
      content: finding => (
        <What finding={finding} rules={rules} onShow={onShow} />
      ),
    },
    {
      id: 'area',
      label: t('findings.area'),
      minWidth: 104,
      stacked: 'left-out',
      content: ({ area }) => t(`findings.areas.${area}`),
    },
    {
      id: 'owner',
      label: t('findings.owner'),
      defaultWidth: '1.4fr',
      minWidth: 152,
      content: ({ owner }) => owner && <RefLink label={owner} />,
    },
    {
      id: 'firstSeen',
      label: t('findings.since'),
      isSortable: true,
      minWidth: 132,
      content: finding =>
        finding.state === 'accepted' && finding.acceptedUntil ? (
          <InlineNote>
            {t('findings.acceptedUntil', {
              date: format.date(finding.acceptedUntil),
            })}
          </InlineNote>
        ) : (
          format.date(finding.firstSeen)
        ),
    },
  ];
}
