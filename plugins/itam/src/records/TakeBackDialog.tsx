import { useApi } from '@backstage/core-plugin-api';
import type { ServicingEntry } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { FormDialog } from '../ui';

/**
 * Asks before a servicing is taken back.
 */
export function TakeBackDialog(props: {
  recordRef: string;
  servicing: ServicingEntry;
  onClose(): void;
  onTakenBack(): void;
}) {
  const { recordRef, servicing, onClose, onTakenBack } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  return (
    <FormDialog
      title={t('servicing.takeBackTitle')}
      submit={t('servicing.takeBack')}
      destructive
      pending={writing.pending}
      problem={writing.problem}
      onClose={onClose}
      onSubmit={async () => {
        if (
          await writing.send(() => api.voidServicing(recordRef, servicing.id))
        ) {
          onTakenBack();
        }
      }}
    >
      <p>
        {t('servicing.takeBackText', {
          title: servicing.title,
          date: format.date(servicing.date),
        })}
      </p>
    </FormDialog>
  );
}
