import { useApi } from '@backstage/core-plugin-api';
import type {
  BudgetList,
  BudgetSummary,
} from '@backstage-itam/plugin-itam-common';
import { Button, Select } from '@backstage/ui';
import { RiAddLine, RiWallet3Line } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { CsvButton, Message, Panel } from '../../ui';
import { Answered } from '../Answered';
import styles from '../Finance.module.css';
import { BudgetDialog } from './BudgetDialog';
import { BudgetTable } from './BudgetTable';
import { RemoveBudgetDialog } from './RemoveBudgetDialog';

/** What a dialog is open for. */
type Opened =
  | { kind: 'add' }
  | { kind: 'edit' | 'remove'; budget: BudgetSummary };

/**
 * Budgets of a fiscal year, the current one unless the address says
 * `?year=2025`.
 */
export function BudgetsPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const fiscalYear = readYear(search);
  const [revision, setRevision] = useState(0);
  const [opened, setOpened] = useState<Opened>();
  const budgets = useLoad(`${fiscalYear}|${revision}`, () =>
    api.listBudgets({ fiscalYear }),
  );
  const changed = () => {
    setOpened(undefined);
    setRevision(count => count + 1);
  };
  return (
    <Answered
      loaded={budgets}
      title={t('finance.budget.title')}
      skeleton={[32, 32, 32, 32]}
      forbidden={t('finance.budget.forbidden')}
    >
      {(list, stale) => (
        <>
          <Panel
            title={t('finance.budget.title')}
            stale={stale}
            actions={
              <>
                <YearSelect
                  list={list}
                  onChange={year =>
                    setSearch(
                      current => {
                        const next = new URLSearchParams(current);
                        next.set('year', year);
                        return next;
                      },
                      { replace: true },
                    )
                  }
                />
                {list.canEdit && (
                  <Button
                    variant="primary"
                    iconStart={<RiAddLine aria-hidden="true" />}
                    onPress={() => setOpened({ kind: 'add' })}
                  >
                    {t('finance.budget.add')}
                  </Button>
                )}
                <CsvButton
                  fileName={`budgets-${list.label}.csv`}
                  load={() =>
                    api.getCsv('/budgets', { fiscalYear: list.fiscalYear })
                  }
                />
              </>
            }
          >
            {list.items.length === 0 ? (
              <Message
                role="status"
                icon={<RiWallet3Line size={18} />}
                title={t('finance.budget.emptyTitle', { year: list.label })}
                text={
                  list.canEdit
                    ? t('finance.budget.emptyEditable')
                    : t('finance.budget.emptyText')
                }
              />
            ) : (
              <BudgetTable
                budgets={list.items}
                canEdit={list.canEdit}
                onEdit={budget => setOpened({ kind: 'edit', budget })}
                onRemove={budget => setOpened({ kind: 'remove', budget })}
              />
            )}
          </Panel>
          {opened?.kind === 'add' && (
            <BudgetDialog
              fiscalYear={list.fiscalYear}
              label={list.label}
              onSaved={changed}
              onReload={changed}
              onClose={() => setOpened(undefined)}
            />
          )}
          {opened?.kind === 'edit' && (
            <BudgetDialog
              fiscalYear={list.fiscalYear}
              label={list.label}
              budget={opened.budget}
              onSaved={changed}
              onReload={changed}
              onClose={() => setOpened(undefined)}
            />
          )}
          {opened?.kind === 'remove' && (
            <RemoveBudgetDialog
              budget={opened.budget}
              onRemoved={changed}
              onReload={changed}
              onClose={() => setOpened(undefined)}
            />
          )}
        </>
      )}
    </Answered>
  );
}

function readYear(search: URLSearchParams): number | undefined {
  const text = search.get('year') ?? '';
  return /^(19|[2-9]\d)\d{2}$/.test(text) ? Number(text) : undefined;
}

/** Offers the next year too, which is when budgets are made. */
function YearSelect(props: { list: BudgetList; onChange(year: string): void }) {
  const { list, onChange } = props;
  const t = useSectionTexts();
  const latest = Math.max(list.fiscalYear, ...list.fiscalYears);
  const years = new Set([...list.fiscalYears, list.fiscalYear, latest + 1]);
  return (
    <Select
      className={styles.picker}
      aria-label={t('finance.budget.year')}
      options={[...years]
        .sort((a, b) => b - a)
        .map(year => ({
          value: String(year),
          label: `FY${String(year).slice(-2)}`,
        }))}
      value={String(list.fiscalYear)}
      onChange={key => typeof key === 'string' && onChange(key)}
    />
  );
}
