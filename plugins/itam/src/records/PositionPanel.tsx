import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { isZero } from '../cost/amounts';
import { type Format, useFormat } from '../format';
import { metricText, type Texts, useTexts } from '../translation';
import { Chip, Facts, Note, Panel, type Tone } from '../ui';
import styles from './PositionPanel.module.css';

type Position = NonNullable<RecordDetail['position']>;

/** Metrics of which every unit has its holder. */
const ASSIGNED: readonly string[] = ['named-user', 'device'];

/**
 * Entitled against assigned: a gauge, the balance in words, and what it would
 * cost to make good.
 */
export function PositionPanel(props: { position: Position }) {
  const { position } = props;
  const { entitled, consumed, balance, unitPricePerMonth, trueUp } = position;
  const { found = 0 } = position;
  const t = useTexts();
  const format = useFormat();
  if (!position.applicable || entitled === undefined) {
    return (
      <Panel title={t('record.position.title')}>
        <Note>{t('record.position.notApplicable')}</Note>
      </Panel>
    );
  }
  const [tone, text] = balanceText(t, format, balance);
  return (
    <Panel
      title={t('record.position.title')}
      actions={<Chip tone={tone}>{text}</Chip>}
    >
      {consumed !== undefined && (
        <Gauge entitled={entitled} consumed={consumed} />
      )}
      <Facts
        facts={[
          {
            label: t('record.fields.metric'),
            value: metricText(t, position.metric),
          },
          {
            label: t('record.position.entitled'),
            value: format.count(entitled),
          },
          {
            label:
              ASSIGNED.includes(position.metric) && found === 0
                ? t('record.position.assigned')
                : t('record.position.consumed'),
            value:
              consumed === undefined
                ? t('record.position.unknown')
                : format.count(consumed),
          },
          {
            label: t('record.position.found'),
            value: found > 0 ? format.count(found) : undefined,
          },
          {
            label: t('record.position.balance'),
            value: balance === undefined ? undefined : format.count(balance),
          },
          {
            label: t('record.position.unitPrice'),
            value: unitPricePerMonth && format.amount(unitPricePerMonth),
          },
          {
            label: t('record.position.trueUp'),
            value:
              trueUp && !isZero(trueUp.amount)
                ? format.amount(trueUp)
                : undefined,
          },
        ]}
      />
    </Panel>
  );
}

function Gauge(props: { entitled: number; consumed: number }) {
  const { entitled, consumed } = props;
  const t = useTexts();
  const format = useFormat();
  const whole = Math.max(entitled, consumed, 1);
  const percent = (count: number) => (count / whole) * 100;
  return (
    <div
      className={styles.gauge}
      role="img"
      aria-label={t('record.position.gauge', {
        consumed: format.count(consumed),
        entitled: format.count(entitled),
      })}
    >
      <div
        className={styles.consumed}
        style={{ width: `${percent(Math.min(entitled, consumed))}%` }}
      />
      {consumed > entitled && (
        <div
          className={styles.short}
          style={{
            left: `${percent(entitled)}%`,
            width: `${percent(consumed - entitled)}%`,
          }}
        />
      )}
      <div
        className={styles.entitled}
        style={{ left: `${percent(entitled)}%` }}
      />
      <div
        className={styles.entitledLabel}
        style={{ left: `${percent(entitled)}%` }}
      >
        {t('record.position.entitled')} {format.count(entitled)}
      </div>
    </div>
  );
}

function balanceText(
  t: Texts,
  format: Format,
  balance: number | undefined,
): [Tone, string] {
  if (balance === undefined) {
    return ['neutral', t('record.position.unknown')];
  }
  if (balance < 0) {
    return [
      'negative',
      t('record.position.short', { number: format.count(-balance) }),
    ];
  }
  return balance === 0
    ? ['positive', t('record.position.exact')]
    : ['info', t('record.position.spare', { number: format.count(balance) })];
}
