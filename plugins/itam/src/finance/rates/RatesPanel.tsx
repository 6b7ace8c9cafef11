import { useApi } from '@backstage/core-plugin-api';
import type { RatePage } from '@backstage-itam/plugin-itam-common';
import { Alert, Button, Select } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { monthPlus, monthsBetween, useFormat } from '../../format';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FailureMessage, Note, Panel, useCursorPages } from '../../ui';
import { writePagedAddress } from '../../view';
import styles from '../Finance.module.css';
import { useClockMonth } from '../useClockMonth';
import { RateDialog } from './RateDialog';
import { RatesTable } from './RatesTable';
import { rateQueryOf, type RatesChange, readRatesView } from './ratesView';
import { TakeBackDialog } from './TakeBackDialog';

type Rate = RatePage['items'][number];
type Opened = { kind: 'add' } | { kind: 'takeBack'; rate: Rate };

/**
 * Exchange rates, newest first, filtered and paged by the register; who may,
 * sets a rate by hand or takes one back.
 */
export function RatesPanel() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const view = readRatesView(search);
  const [revision, setRevision] = useState(0);
  const [saved, setSaved] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const query = rateQueryOf(view);
  const rates = useLoad(`${JSON.stringify(query)}|${revision}`, () =>
    api.listRates(query),
  );
  const page = rates.state === 'ready' ? rates.value : undefined;

  const write = (next: RatesChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(view.cursor, cursor => write({ cursor }));
  const change = (next: RatesChange) => {
    pages.restart();
    write(next);
  };
  const changed = () => {
    setOpened(undefined);
    setSaved(true);
    setRevision(count => count + 1);
  };

  return (
    <Panel
      title={t('finance.rates.title')}
      busy={rates.state === 'loading'}
      actions={
        page?.canEdit && (
          <Button
            variant="primary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => setOpened({ kind: 'add' })}
          >
            {t('finance.rates.add')}
          </Button>
        )
      }
    >
      <Note>{t('finance.rates.note')}</Note>
      {page && page.withoutRates.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('finance.rates.without', {
            count: page.withoutRates.length,
          })}
          description={t('finance.rates.withoutText', {
            currencies: page.withoutRates.join(', '),
          })}
        />
      )}
      {saved && (
        <div role="status">
          <Note>{t('finance.rates.saved')}</Note>
        </div>
      )}
      <RateFilters page={page} view={view} onChange={change} />
      {rates.state === 'failed' ? (
        <FailureMessage
          failure={rates.failure}
          forbidden={t('finance.rates.forbidden')}
          onRetry={rates.retry}
        />
      ) : (
        <RatesTable
          page={page}
          stale={rates.state === 'ready' && rates.stale}
          view={view}
          pages={pages}
          onTakeBack={rate => setOpened({ kind: 'takeBack', rate })}
          onChange={change}
        />
      )}
      {opened?.kind === 'add' && (
        <RateDialog onSaved={changed} onClose={() => setOpened(undefined)} />
      )}
      {opened?.kind === 'takeBack' && (
        <TakeBackDialog
          rate={opened.rate}
          onDone={changed}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}

const ANY = 'any';
/** As far back as months are offered; older ones can stand in the address. */
const MONTHS_BACK = 59;

function RateFilters(props: {
  page: RatePage | undefined;
  view: ReturnType<typeof readRatesView>;
  onChange(change: RatesChange): void;
}) {
  const { page, view, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const currentMonth = useClockMonth();
  const currencies = new Set(page?.currencies.map(({ currency }) => currency));
  if (view.rateCurrency) currencies.add(view.rateCurrency);
  const monthOptions = (chosen: string | undefined) => [
    { value: ANY, label: t('finance.rates.anyMonth') },
    ...[
      ...new Set([
        ...(chosen ? [chosen] : []),
        ...monthsBetween(monthPlus(currentMonth, -MONTHS_BACK), currentMonth),
      ]),
    ]
      .sort()
      .reverse()
      .map(value => ({ value, label: format.month(value) })),
  ];
  const chosenOf = (key: unknown) =>
    typeof key === 'string' && key !== ANY ? key : undefined;
  return (
    <div className={styles.toolbar}>
      <Select
        className={styles.picker}
        label={t('finance.rates.currency')}
        options={[
          { value: ANY, label: t('finance.rates.allCurrencies') },
          ...[...currencies].sort().map(code => ({ value: code, label: code })),
        ]}
        value={view.rateCurrency ?? ANY}
        onChange={key => onChange({ rateCurrency: chosenOf(key) })}
      />
      <Select
        className={styles.picker}
        label={t('finance.rates.from')}
        options={monthOptions(view.rateFrom)}
        value={view.rateFrom ?? ANY}
        onChange={key => onChange({ rateFrom: chosenOf(key) })}
      />
      <Select
        className={styles.picker}
        label={t('finance.rates.to')}
        options={monthOptions(view.rateTo)}
        value={view.rateTo ?? ANY}
        onChange={key => onChange({ rateTo: chosenOf(key) })}
      />
    </div>
  );
}
