import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { DepreciationScheduleAnswer } from '@backstage-itam/plugin-itam-common';
import { useEffect, useRef, useState } from 'react';
import { itamApiRef } from '../api';
import { isZero } from '../cost/amounts';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  CsvButton,
  Facts,
  FailureMessage,
  Note,
  Panel,
  Segments,
  SkeletonLines,
} from '../ui';
import { DisposalResult } from './DisposalResult';
import styles from './Schedule.module.css';
import { CURRENT_PERIOD, SchedulePeriods } from './SchedulePeriods';

const METHODS = [
  'straight-line',
  'declining-balance',
  'sum-of-years-digits',
  'immediate',
  'none',
] as const;

/** Room above the current month for the head and the months before it. */
const CONTEXT_PX = 112;

type By = DepreciationScheduleAnswer['by'];

/**
 * How an asset loses its value from period to period, what is past and what is
 * ahead, and what its disposal came to.
 */
export function SchedulePanel(props: { recordRef: string }) {
  const { recordRef } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [by, setBy] = useState<By>('fiscal-year');
  const schedule = useLoad(`${recordRef} ${by}`, () =>
    api.getSchedule(recordRef, { by }),
  );
  const { kind, namespace, name } = parseEntityRef(recordRef);
  const noSchedule =
    schedule.state === 'failed' && schedule.failure.kind === 'not-found';
  return (
    <Panel
      title={t('schedule.title')}
      busy={schedule.state === 'loading'}
      stale={schedule.state === 'ready' && schedule.stale}
      actions={
        noSchedule ? undefined : (
          <>
            <Segments
              label={t('schedule.by')}
              segments={[
                { id: 'fiscal-year', content: t('schedule.byYear') },
                { id: 'month', content: t('schedule.byMonth') },
              ]}
              selected={by}
              onChange={setBy}
            />
            <CsvButton
              fileName={`${name}-schedule.csv`}
              load={() =>
                api.getCsv(
                  `/records/${[kind, namespace, name]
                    .map(encodeURIComponent)
                    .join('/')}/schedule`,
                  { by },
                )
              }
            />
          </>
        )
      }
    >
      {schedule.state === 'loading' && (
        <SkeletonLines heights={[24, 24, 32, 32, 32]} />
      )}
      {noSchedule && <Note>{t('schedule.none')}</Note>}
      {schedule.state === 'failed' && !noSchedule && (
        <FailureMessage
          failure={schedule.failure}
          forbidden={t('record.noMoney')}
          onRetry={schedule.retry}
        />
      )}
      {schedule.state === 'ready' && <Schedule schedule={schedule.value} />}
    </Panel>
  );
}

function Schedule(props: { schedule: DepreciationScheduleAnswer }) {
  const { schedule } = props;
  const { currency, method, disposal } = schedule;
  const t = useTexts();
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  // A list of months is long: it opens where the reader is in time.
  useEffect(() => {
    const now = list.current?.querySelector(`[${CURRENT_PERIOD}]`);
    const row = now?.closest('tr');
    if (list.current && row) {
      list.current.scrollTop = row.offsetTop - CONTEXT_PX;
    }
  }, [schedule.by]);
  const known = METHODS.find(one => one === method);
  return (
    <>
      <Facts
        facts={[
          {
            label: t('schedule.method'),
            value: known ? t(`schedule.methodName.${known}`) : method,
          },
          {
            label: t('schedule.life'),
            value:
              schedule.lifeMonths > 0 &&
              t('schedule.lifeMonths', { count: schedule.lifeMonths }),
          },
          {
            label: t('schedule.remaining'),
            value: isZero(schedule.remaining)
              ? undefined
              : format.money(schedule.remaining, currency),
          },
        ]}
      />
      <div
        ref={list}
        className={schedule.by === 'month' ? styles.long : undefined}
      >
        <SchedulePeriods schedule={schedule} />
      </div>
      {disposal && <DisposalResult disposal={disposal} currency={currency} />}
    </>
  );
}
