import type {
  FindingEntry,
  FindingPage,
  FindingQuery,
} from '@backstage-itam/plugin-itam-common';
import { Cell, type ColumnConfig, type TableItem } from '@backstage/ui';
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
  ServerTable,
  TextButton,
  useIsNarrow,
} from '../ui';
import { FindingSubject } from './FindingSubject';
import { type FindingsChange, PAGE_SIZES } from './findingsView';
import styles from './Findings.module.css';
import { SeverityChip } from './SeverityChip';

interface Item extends TableItem {
  finding: FindingEntry;
}

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
  const isNarrow = useIsNarrow();
  // The columns stay the same while the address changes.
  const show = useRef(onShow);
  show.current = onShow;
  const columns = useMemo(
    () =>
      isNarrow
        ? stackedColumn(t, rules, id => show.current(id))
        : columnsOf(t, rules, format, id => show.current(id)),
    [t, rules, format, isNarrow],
  );
  return (
    <ServerTable<Item>
      columns={columns}
      items={
        rules &&
        page?.items.map(finding => ({ id: String(finding.id), finding }))
      }
      minWidth={isNarrow ? 0 : 900}
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
      <InlineNote>{rules?.message(finding)}</InlineNote>
    </span>
  );
}

/** On a phone: the gravest first, each as a block of its own. */
function stackedColumn(
  t: Texts,
  rules: RuleTexts | undefined,
  onShow: (id: number) => void,
): ColumnConfig<Item>[] {
  return [
    {
      id: 'severity',
      label: t('findings.what'),
      isRowHeader: true,
      defaultWidth: '1fr',
      cell: ({ finding }) => (
        <Cell>
          <span className={styles.stacked}>
            <SeverityChip severity={finding.severity} />
            <FindingSubject finding={finding} />
            <What finding={finding} rules={rules} onShow={onShow} />
          </span>
        </Cell>
      ),
    },
  ];
}

function columnsOf(
  t: Texts,
  rules: RuleTexts | undefined,
  format: Format,
  onShow: (id: number) => void,
): ColumnConfig<Item>[] {
  const column = (
    id: string,
    label: string,
    content: (finding: FindingEntry) => ReactNode,
    more: Partial<ColumnConfig<Item>> = {},
  ): ColumnConfig<Item> => ({
    id,
    label,
    defaultWidth: '1fr',
    cell: ({ finding }) => <Cell>{content(finding)}</Cell>,
    ...more,
  });
  return [
    column(
      'severity',
      t('findings.severity'),
      ({ severity }) => <SeverityChip severity={severity} />,
      { isSortable: true, minWidth: 112 },
    ),
    column(
      'record',
      t('findings.record'),
      finding => <FindingSubject finding={finding} />,
      {
        isSortable: true,
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 160,
      },
    ),
    column(
      'rule',
      t('findings.what'),
      finding => <What finding={finding} rules={rules} onShow={onShow} />,
      { isSortable: true, defaultWidth: '3.4fr', minWidth: 260 },
    ),
    column(
      'area',
      t('findings.area'),
      ({ area }) => t(`findings.areas.${area}`),
      { minWidth: 104 },
    ),
    column(
      'owner',
      t('findings.owner'),
      ({ owner }) => owner && <RefLink label={owner} />,
      { defaultWidth: '1.4fr', minWidth: 152 },
    ),
    column(
      'firstSeen',
      t('findings.since'),
      finding =>
        finding.state === 'accepted' && finding.acceptedUntil ? (
          <InlineNote>
            {t('findings.acceptedUntil', {
              date: format.date(finding.acceptedUntil),
            })}
          </InlineNote>
        ) : (
          format.date(finding.firstSeen)
        ),
      { isSortable: true, minWidth: 132 },
    ),
  ];
}
