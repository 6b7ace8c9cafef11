import { Alert, Button } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import type { Outbox } from '../outbox/useOutbox';

/**
 * Says that notes did not arrive, that they are kept, and sends them again;
 * nothing while they are on their way for the first time.
 */
export function UnsavedAlert(props: { outbox: Outbox }) {
  const { unsaved, retry } = props.outbox;
  const t = useSectionTexts();
  const refused = unsaved.filter(({ state }) => state === 'refused').length;
  const failed = unsaved.some(({ state }) => state === 'failed');
  if (!failed && refused === 0) {
    return null;
  }
  return (
    <Alert
      role="alert"
      status={failed ? 'warning' : 'danger'}
      icon
      title={
        failed
          ? t('audits.unsaved.failed', { count: unsaved.length - refused })
          : t('audits.unsaved.refused', { count: refused })
      }
      customActions={
        <Button variant="secondary" size="small" onPress={() => retry()}>
          {t('audits.unsaved.retry')}
        </Button>
      }
    />
  );
}
