import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { VisuallyHidden } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useFormat } from '../format';
import { type Texts, useTexts } from '../translation';
import {
  Chip,
  DataTable,
  Facts,
  Note,
  Panel,
  Subheading,
  type Tone,
} from '../ui';
import { specText, type SpecJson } from './spec';
import { TermTimeline } from './TermTimeline';

const RENEWAL_KINDS = ['none', 'manual', 'automatic'] as const;

type Renewal = NonNullable<RecordDetail['renewal']>;

const TONES: Record<Renewal['state'], Tone> = {
  active: 'positive',
  expiring: 'warning',
  'notice-due': 'warning',
  renewing: 'info',
  expired: 'negative',
  ended: 'neutral',
};

/**
 * Term, last day of notice and the terms to come.
 */
export function TermPanel(props: { detail: RecordDetail }) {
  const { renewal, spec, record } = props.detail;
  const t = useTexts();
  const format = useFormat();
  if (!renewal) {
    return (
      <Panel title={t('record.term.title')}>
        <Note>{t('record.term.none')}</Note>
      </Panel>
    );
  }
  const next = renewal.next ?? [];
  const withAmounts = next.some(term => term.amount);
  return (
    <Panel
      title={t('record.term.title')}
      actions={
        <Chip tone={TONES[renewal.state]}>
          {t(`record.term.state.${renewal.state}`)}
        </Chip>
      }
    >
      {renewal.end ? (
        <>
          <VisuallyHidden>
            {t('record.term.timeline', {
              start: format.date(renewal.start),
              end: format.date(renewal.end),
            })}
            {renewal.lastNoticeDay &&
              `, ${t('record.term.notice')} ${format.date(
                renewal.lastNoticeDay,
              )}`}
          </VisuallyHidden>
          <TermTimeline
            start={renewal.start}
            end={renewal.end}
            lastNoticeDay={renewal.lastNoticeDay}
            today={DateTime.now()}
          />
        </>
      ) : (
        <Facts
          facts={[
            {
              label: t('record.term.start'),
              value: `${format.date(renewal.start)}, ${t(
                'record.term.openEnded',
              )}`,
            },
          ]}
        />
      )}
      <Facts
        facts={[
          {
            label: t('record.fields.renewal'),
            value: renewalText(t, spec, format.percent),
          },
          { label: t('record.fields.notice'), value: noticeText(t, spec) },
        ]}
      />
      {next.length > 0 && (
        <div>
          <Subheading>{t('record.term.next')}</Subheading>
          <DataTable
            label={t('record.term.next')}
            rows={next}
            rowKey={term => term.start}
            columns={[
              {
                id: 'period',
                label: t('record.term.period'),
                cell: term =>
                  `${format.date(term.start)} – ${format.date(term.end)}`,
              },
              ...(withAmounts
                ? [
                    {
                      id: 'amount',
                      label: t('record.term.amount'),
                      align: 'end' as const,
                      cell: (term: (typeof next)[number]) =>
                        term.amount && format.amount(term.amount),
                    },
                  ]
                : []),
            ]}
          />
          {record.kind === 'Contract' && (
            <Note>{t('record.term.estimated')}</Note>
          )}
        </div>
      )}
    </Panel>
  );
}

function renewalText(
  t: Texts,
  spec: SpecJson,
  percent: (text: string) => string,
): string | undefined {
  const kind = RENEWAL_KINDS.find(
    one => one === specText(spec, 'renewal', 'kind'),
  );
  if (!kind) {
    return undefined;
  }
  const months = specText(spec, 'renewal', 'months');
  const uplift = specText(spec, 'renewal', 'upliftPercent');
  const kindText = t(`record.term.renewalKind.${kind}`);
  const text = months
    ? t('record.term.renewalMonths', { kind: kindText, number: months })
    : kindText;
  return uplift
    ? `${text}, ${t('record.term.uplift', { percent: percent(uplift) })}`
    : text;
}

function noticeText(t: Texts, spec: SpecJson): string | undefined {
  const days = specText(spec, 'renewal', 'noticeDays');
  const months = specText(spec, 'renewal', 'noticeMonths');
  if (days) {
    return t('record.term.noticeDays', { number: days });
  }
  return months && t('record.term.noticeMonths', { number: months });
}
