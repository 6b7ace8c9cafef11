import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { InlineNote } from '../ui';
import styles from './Licences.module.css';

/**
 * Used against entitled as a bar with the same in words. Use that is not
 * measured has no bar: it is not nothing.
 */
export function PositionGauge(props: {
  pool: Pick<LicensePool, 'entitled' | 'assigned' | 'consumed'>;
}) {
  const { entitled, assigned, consumed } = props.pool;
  const t = useTexts();
  const format = useFormat();
  if (entitled === null) {
    return <InlineNote>{t('licences.noQuantity')}</InlineNote>;
  }
  if (consumed === null) {
    return (
      <div className={styles.use}>
        <div className={`${styles.gauge} ${styles.unmeasured}`} aria-hidden />
        <InlineNote>
          {t('licences.gaugeUnknown', { entitled: format.count(entitled) })}
        </InlineNote>
      </div>
    );
  }
  const whole = Math.max(entitled, consumed, 1);
  const percent = (count: number) => `${(count / whole) * 100}%`;
  return (
    <div className={styles.use}>
      <div className={styles.gauge} aria-hidden>
        <div
          className={styles.used}
          style={{ width: percent(Math.min(entitled, consumed)) }}
        />
        {consumed > entitled && (
          <div
            className={styles.missing}
            style={{ width: percent(consumed - entitled) }}
          />
        )}
      </div>
      <InlineNote>
        {t('licences.gauge', {
          consumed: format.count(consumed),
          entitled: format.count(entitled),
        })}
        {assigned !== consumed &&
          assigned > 0 &&
          ` · ${t('licences.gaugeAssigned', {
            assigned: format.count(assigned),
          })}`}
      </InlineNote>
    </div>
  );
}
