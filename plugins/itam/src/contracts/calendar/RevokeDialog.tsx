import { useApi } from '@backstage/core-plugin-api';
import type { CalendarToken } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';

/**
 * Asks before an address is closed.
 */
export function RevokeDialog(props: {
  token: CalendarToken;
  onClose(): void;
  onRevoked(): void;
}) {
  const { token, onClose, onRevoked } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  return (
    <FormDialog
      title={t('calendar.subscribe.revokeTitle')}
      submit={t('calendar.subscribe.revoke')}
      destructive
      pending={writing.pending}
      problem={writing.problem}
      onClose={onClose}
      onSubmit={async () => {
        if (await writing.send(() => api.calendar.revokeToken(token.id))) {
          onRevoked();
        }
      }}
    >
      <p>{t('calendar.subscribe.revokeText', { name: token.name })}</p>
    </FormDialog>
  );
}
