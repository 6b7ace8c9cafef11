import type { CalendarToken } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { DataTable, Note, TextButton } from '../../ui';

/**
 * The addresses a reader has, with when each was read last.
 */
export function AddressList(props: {
  tokens: readonly CalendarToken[];
  onRevoke(token: CalendarToken): void;
}) {
  const { tokens, onRevoke } = props;
  const t = useSectionTexts();
  const format = useFormat();
  if (tokens.length === 0) {
    return <Note>{t('calendar.subscribe.none')}</Note>;
  }
  return (
    <DataTable
      label={t('calendar.subscribe.list')}
      rows={tokens}
      rowKey={token => String(token.id)}
      columns={[
        {
          id: 'name',
          label: t('calendar.subscribe.columns.name'),
          cell: token => token.name,
        },
        {
          id: 'created',
          label: t('calendar.subscribe.columns.created'),
          oneLine: true,
          secondary: true,
          cell: token => format.date(token.createdAt),
        },
        {
          id: 'lastUsed',
          label: t('calendar.subscribe.columns.lastUsed'),
          oneLine: true,
          cell: token =>
            token.lastUsedOn
              ? format.date(token.lastUsedOn)
              : t('calendar.subscribe.never'),
        },
        {
          id: 'openUntil',
          label: t('calendar.subscribe.columns.openUntil'),
          oneLine: true,
          secondary: true,
          cell: token => format.date(token.confirmedUntil),
        },
        {
          id: 'revoke',
          label: t('calendar.subscribe.columns.action'),
          cell: token => (
            <TextButton
              aria-label={t('calendar.subscribe.revokeOf', {
                name: token.name,
              })}
              onPress={() => onRevoke(token)}
            >
              {t('calendar.subscribe.revoke')}
            </TextButton>
          ),
        },
      ]}
    />
  );
}
