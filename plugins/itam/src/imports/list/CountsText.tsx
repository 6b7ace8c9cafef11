import type { ImportDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { OUTCOMES, RESULTS } from '../importAddress';

/**
 * What the rows of an import would do, or what was done with them, in one
 * line; nothing where it is not known.
 */
export function CountsText(props: { detail: ImportDetail }) {
  const { state, outcomes, results } = props.detail;
  const t = useSectionTexts();
  const format = useFormat();
  const written = ['committed', 'undoing', 'undone'].includes(state);
  const parts = written
    ? RESULTS.flatMap(name =>
        results[name]
          ? [
              t('imports.list.count', {
                number: format.count(results[name]),
                what: t(`imports.result.${name}`),
              }),
            ]
          : [],
      )
    : OUTCOMES.flatMap(name =>
        outcomes[name]
          ? [
              t('imports.list.count', {
                number: format.count(outcomes[name]),
                what: t(`imports.outcome.${name}`),
              }),
            ]
          : [],
      );
  return <>{parts.join(' · ')}</>;
}
