import { useApi } from '@backstage/core-plugin-api';
import type { ImportDetail } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';

/**
 * Asks before an import and the rows of its file are forgotten.
 */
export function ForgetDialog(props: {
  detail: ImportDetail;
  onForgotten(): void;
  onClose(): void;
}) {
  const { detail, onForgotten, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  return (
    <FormDialog
      title={t('imports.forget.title')}
      submit={t('imports.forget.submit')}
      destructive
      pending={pending}
      problem={problem}
      onSubmit={async () => {
        if (await send(() => api.imports.forget(detail.id, detail.version))) {
          onForgotten();
        }
      }}
      onClose={onClose}
    >
      <p>
        {t(
          detail.state === 'committed'
            ? 'imports.forget.committedText'
            : 'imports.forget.text',
        )}
      </p>
    </FormDialog>
  );
}
