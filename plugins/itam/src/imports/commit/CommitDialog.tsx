import { useApi } from '@backstage/core-plugin-api';
import type { ImportModeName } from '@backstage-itam/plugin-itam-common';
import { useTaskEvents } from '../../analytics';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { useWillDo } from './useWillDo';

/**
 * Asks before anything is written.
 */
export function CommitDialog(
  props: ImportPartProps & { mode: ImportModeName; onClose(): void },
) {
  const { detail, mode, onView, onChanged, onReload, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const { pending, problem, send } = useWrite();
  const { lines, records } = useWillDo(detail, mode);
  return (
    <FormDialog
      title={t('imports.commit.confirmTitle', { count: records })}
      submit={t('imports.commit.confirm')}
      pending={pending}
      problem={problem}
      onReload={() => {
        onClose();
        onReload();
      }}
      onSubmit={async () => {
        await send(async () => {
          const next = await api.imports.commit(
            detail.id,
            mode,
            detail.version,
          );
          tell.importCommitted({ mode, count: records });
          onClose();
          onView({ step: 'import', outcome: undefined, result: undefined });
          onChanged(next);
        });
      }}
      onClose={onClose}
    >
      <ul className={styles.willDo}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('imports.commit.confirmText')}</p>
    </FormDialog>
  );
}
