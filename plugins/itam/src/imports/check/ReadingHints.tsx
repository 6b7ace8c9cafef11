import type { ImportReading } from '@backstage-itam/plugin-itam-common';
import { Alert, Button } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { SEPARATORS } from '../reading/readingChoices';
import { commonProblems } from './commonProblems';
import { useErrorRows } from './useErrorRows';

/**
 * What many rows have wrong because of how the file is written, with the way
 * to put it right for all of them.
 */
export function ReadingHints(
  props: Pick<ImportPartProps, 'detail' | 'onView'> & {
    pending: boolean;
    onReading(reading: ImportReading): void;
  },
) {
  const { detail, onView, pending, onReading } = props;
  const t = useSectionTexts();
  const common = commonProblems(useErrorRows(detail));
  const { dateRows, dateFormat, ambiguousRows, statusWords } = common;
  const leftOut = detail.columns.filter(
    ({ field, header, problem }) => !field && header && !problem,
  );
  const toColumns = (label: string) => (
    <Button
      variant="secondary"
      size="small"
      onPress={() => onView({ step: 'columns' })}
    >
      {label}
    </Button>
  );
  const apply = (label: string, reading: ImportReading) => (
    <Button
      key={label}
      variant="secondary"
      size="small"
      isDisabled={pending}
      onPress={() => onReading(reading)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {dateRows > 0 && (
        <Alert
          status="warning"
          icon
          className={styles.hint}
          title={t('imports.hint.dates', {
            count: dateRows,
            format: detail.format.dateFormat,
          })}
          customActions={
            dateFormat
              ? apply(t('imports.hint.readAs', { format: dateFormat }), {
                  dateFormat,
                })
              : toColumns(t('imports.hint.say'))
          }
        />
      )}
      {ambiguousRows > 0 && (
        <Alert
          status="warning"
          icon
          className={styles.hint}
          title={t('imports.hint.amounts', { count: ambiguousRows })}
          customActions={SEPARATORS.map(separator =>
            apply(t(`imports.reading.decimalName.${separator}`), {
              decimalSeparator: separator,
            }),
          )}
        />
      )}
      {leftOut.length > 0 && (
        <Alert
          status="info"
          icon
          className={styles.hint}
          title={t('imports.hint.leftOut', {
            columns: leftOut.map(({ header }) => header).join(', '),
          })}
          customActions={toColumns(t('imports.hint.choose'))}
        />
      )}
      {statusWords.length > 0 && (
        <Alert
          status="warning"
          icon
          className={styles.hint}
          title={t('imports.hint.statuses', { words: statusWords.join(', ') })}
          customActions={toColumns(t('imports.hint.say'))}
        />
      )}
    </>
  );
}
