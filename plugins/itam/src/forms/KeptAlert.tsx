import { Alert, Button } from '@backstage/ui';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import type { Leaving } from './useLeaving';

/** Offers a draft that was left. */
export function KeptAlert(props: { leaving: Leaving }) {
  const { kept, resume, discard } = props.leaving;
  const t = useTexts();
  const format = useFormat();
  if (!kept) {
    return null;
  }
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('forms.kept', { time: format.instant(kept.at) })}
      customActions={
        <>
          <Button variant="primary" size="small" onPress={resume}>
            {t('forms.resume')}
          </Button>
          <Button variant="secondary" size="small" onPress={discard}>
            {t('forms.discard')}
          </Button>
        </>
      }
    />
  );
}
