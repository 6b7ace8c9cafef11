import { useApi } from '@backstage/core-plugin-api';
import type { RatePage } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import styles from '../Finance.module.css';

/**
 * Asks before a rate set by hand is taken back.
 */
export function TakeBackDialog(props: {
  rate: RatePage['items'][number];
  onDone(): void;
  onClose(): void;
}) {
  const { rate, onDone, onClose } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  return (
    <FormDialog
      title={t('finance.rates.takeBackTitle')}
      submit={t('finance.rates.takeBack')}
      pending={pending}
      problem={problem}
      onSubmit={async () => {
        if (await send(() => api.deleteRate(rate.date, rate.currency))) {
          onDone();
        }
      }}
      onClose={onClose}
    >
      <p className={styles.formText}>
        {t('finance.rates.takeBackText', {
          currency: rate.currency,
          date: format.date(rate.date),
        })}
      </p>
    </FormDialog>
  );
}
