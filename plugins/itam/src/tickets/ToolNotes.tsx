import type {
  TicketPage,
  TicketSourceState,
} from '@backstage-itam/plugin-itam-common';
import { Alert } from '@backstage/ui';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Note, RefList } from '../ui';

/**
 * Which tools do not answer and since when, and what they do not know.
 */
export function ToolNotes({ page }: { page: TicketPage }) {
  const t = useTexts();
  const { sources, complete } = page;
  const isWhole = complete && sources.every(one => one.complete || one.failure);
  return (
    <>
      {sources.map(source => (
        <ToolNote key={source.id} source={source} />
      ))}
      {!isWhole && <Note>{t('tickets.incomplete')}</Note>}
    </>
  );
}

function ToolNote({ source }: { source: TicketSourceState }) {
  const t = useTexts();
  const format = useFormat();
  const { title: tool, failure, readAt, unknown } = source;
  return (
    <>
      {failure && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(`tickets.failed.${failure.reason}`, {
            tool,
            since: format.instant(failure.since),
          })}
          description={[
            readAt === undefined
              ? t('tickets.nothingKnown')
              : t('tickets.lastKnown', { time: format.instant(readAt) }),
            t('tickets.retryAt', { time: format.instant(failure.retryAt) }),
          ].join(' ')}
        />
      )}
      {unknown.length > 0 && (
        <div>
          <Note>{t('tickets.unknown', { tool })}</Note>
          <RefList labels={unknown} />
        </div>
      )}
    </>
  );
}
