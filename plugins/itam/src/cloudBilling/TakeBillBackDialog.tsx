import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { FormDialog } from '../ui';

/**
 * Asks before a bill is taken back.
 */
export function TakeBillBackDialog(props: {
  id: number;
  onTakenBack(): void;
  onClose(): void;
}) {
  const { id, onTakenBack, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  return (
    <FormDialog
      title={t('cloudBilling.takeBack.title')}
      submit={t('cloudBilling.takeBack.action')}
      destructive
      pending={pending}
      problem={problem}
      onSubmit={async () => {
        if (await send(() => api.cloudBilling.takeBack(id))) {
          onTakenBack();
        }
      }}
      onClose={onClose}
    >
      <p>{t('cloudBilling.takeBack.text')}</p>
    </FormDialog>
  );
}
