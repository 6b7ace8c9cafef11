import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import type { ImportPartProps } from '../ImportView';

/**
 * Asks before what an import did is taken back.
 */
export function UndoDialog(props: ImportPartProps & { onClose(): void }) {
  const { detail, onView, onChanged, onReload, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const created = detail.results.created;
  const updated = detail.results.updated;
  return (
    <FormDialog
      title={t('imports.undo.title')}
      submit={t('imports.undo.confirm')}
      destructive
      pending={pending}
      problem={problem}
      onReload={() => {
        onClose();
        onReload();
      }}
      onSubmit={async () => {
        await send(async () => {
          const next = await api.imports.undo(detail.id, detail.version);
          onClose();
          onView({ step: 'import', outcome: undefined, result: undefined });
          onChanged(next);
        });
      }}
      onClose={onClose}
    >
      {created > 0 && <p>{t('imports.undo.created', { count: created })}</p>}
      {updated > 0 && <p>{t('imports.undo.updated', { count: updated })}</p>}
      <p>{t('imports.undo.kept')}</p>
    </FormDialog>
  );
}
