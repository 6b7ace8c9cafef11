import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { type Texts, useTexts } from '../translation';
import { InlineNote, Note, Panel, RefTitle } from '../ui';
import styles from './History.module.css';

const ACTIONS = [
  'declared',
  'registered',
  'created',
  'updated',
  'changed',
  'transitioned',
  'assigned',
  'returned',
  'retired',
  'reinstated',
  'restored',
  'servicing-added',
  'servicing-voided',
  'usage-recorded',
] as const;

/** Say by themselves what changed. */
const COMPLETE: readonly string[] = [
  'servicing-added',
  'servicing-voided',
  'usage-recorded',
];

/**
 * Who changed what and when, the latest first.
 */
export function HistoryPanel(props: { detail: RecordDetail }) {
  const { history } = props.detail;
  const t = useTexts();
  const format = useFormat();
  const entries = [...history].sort((a, b) => b.sequence - a.sequence);
  return (
    <Panel title={t('record.history')}>
      {entries.length === 0 ? (
        <Note>{t('record.noHistory')}</Note>
      ) : (
        <ol className={styles.history}>
          {entries.map(entry => (
            <li key={entry.sequence}>
              <span>
                <strong>{actionText(t, entry.action)}</strong>{' '}
                {entry.actor &&
                  t('record.by', {
                    actor: entry.actorLabel?.title ?? (
                      <RefTitle of={entry.actor} />
                    ),
                  })}
              </span>
              <InlineNote>
                <time dateTime={entry.at}>{format.instant(entry.at)}</time>
              </InlineNote>
              {entry.reason && (
                <span>{t('record.because', { reason: entry.reason })}</span>
              )}
              {!!entry.changes?.length && !COMPLETE.includes(entry.action) && (
                <InlineNote>
                  {t('record.changedPaths', {
                    paths: entry.changes.join(', '),
                  })}
                </InlineNote>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function actionText(t: Texts, action: string): string {
  const known = ACTIONS.find(one => one === action);
  return known ? t(`record.action.${known}`) : action;
}
