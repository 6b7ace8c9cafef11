import type { ImportDetail } from '@backstage-itam/plugin-itam-common';
import { useId } from 'react';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { Note } from '../ui';
import styles from './Imports.module.css';

/**
 * How many rows the register has come to with what it does now.
 */
export function ImportProgress(props: {
  detail: ImportDetail;
  interrupted: boolean;
}) {
  const { detail, interrupted } = props;
  const { state, rows, rowsDone } = detail;
  const t = useSectionTexts();
  const format = useFormat();
  const id = useId();
  const done = Math.min(rows, rowsDone);
  return (
    <div className={styles.progress}>
      <span id={id} className={styles.progressText}>
        <span>{t(`imports.state.${state}`)}</span>
        <span>
          {t('imports.progress', {
            done: format.count(done),
            rows: format.count(rows),
          })}
        </span>
      </span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={rows}
        aria-valuenow={done}
      >
        <span style={{ width: `${rows === 0 ? 0 : (done / rows) * 100}%` }} />
      </div>
      <Note>
        {t(interrupted ? 'imports.interrupted' : 'imports.goesOnWithout')}
      </Note>
    </div>
  );
}
