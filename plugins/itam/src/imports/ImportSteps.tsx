import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { Link, useLocation } from 'react-router-dom';
import { useSectionTexts } from '../translation';
import type { ImportPartProps } from './ImportView';
import styles from './Imports.module.css';
import { isStepDone, type Step, STEPS } from './importState';

/**
 * The way of an import from its upload to what became of it; each step can be
 * opened, and says whether it is done.
 */
export function ImportSteps(
  props: Pick<ImportPartProps, 'detail'> & { step: Step },
) {
  const { detail, step: current } = props;
  const t = useSectionTexts();
  const { pathname } = useLocation();
  return (
    <nav className={styles.steps} aria-label={t('imports.steps.label')}>
      <ol>
        <li data-done>
          <span className={styles.step}>
            <Marker done number={1} />
            <span className={styles.stepName}>{t('imports.steps.upload')}</span>
          </span>
        </li>
        {STEPS.map((step, index) => {
          const done = isStepDone(detail, step);
          return (
            <li key={step} data-done={done || undefined}>
              <Link
                className={styles.step}
                to={`${pathname}?step=${step}`}
                aria-current={step === current ? 'step' : undefined}
              >
                <Marker done={done} number={index + 2} />
                <span className={styles.stepName}>
                  {t(`imports.steps.${step}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Marker(props: { done: boolean; number: number }) {
  const t = useSectionTexts();
  return (
    <span className={styles.marker}>
      {props.done ? (
        <>
          <RiCheckLine size={14} aria-hidden="true" />
          <VisuallyHidden>{t('imports.steps.done')}</VisuallyHidden>
        </>
      ) : (
        props.number
      )}
    </span>
  );
}
