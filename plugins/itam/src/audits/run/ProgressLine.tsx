import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { InlineNote } from '../../ui';
import styles from '../Audits.module.css';
import type { Progress } from './progress';

/**
 * How many of the expected items are found, and what else was noted.
 */
export function ProgressLine(props: { progress: Progress }) {
  const { expected, found, counts } = props.progress;
  const t = useSectionTexts();
  const format = useFormat();
  const rest = (['pending', 'not-found', 'unexpected'] as const).filter(
    outcome => counts[outcome] > 0,
  );
  return (
    <div>
      <div className={styles.progressText}>
        <strong>
          {t('audits.progress', {
            found: format.count(found),
            expected: format.count(expected),
          })}
        </strong>
        <InlineNote>
          {rest
            .map(outcome =>
              t(`audits.outcomeCount.${outcome}`, {
                number: format.count(counts[outcome]),
              }),
            )
            .join(' · ')}
        </InlineNote>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('audits.progressLabel')}
        aria-valuemin={0}
        aria-valuemax={expected}
        aria-valuenow={found}
      >
        <span
          className={styles.barFound}
          style={{ width: share(found, expected) }}
        />
        <span
          className={styles.barMissing}
          style={{ width: share(counts['not-found'], expected) }}
        />
      </div>
    </div>
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : `${(part / whole) * 100}%`;
}
