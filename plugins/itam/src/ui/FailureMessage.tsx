import { Button } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiEyeOffLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Failure } from '../loading';
import { useTexts } from '../translation';
import { Message } from './Message';

/**
 * A failed question in words, with a way on.
 */
export function FailureMessage(props: {
  failure: Failure;
  /** Said when the reader may not see the content. */
  forbidden: string;
  /** Said when there is nothing of that name. */
  notFound?: string;
  onRetry(): void;
}) {
  const { failure, forbidden, notFound, onRetry } = props;
  const t = useTexts();
  if (failure.kind === 'forbidden') {
    return (
      <Message
        icon={<RiEyeOffLine size={18} />}
        title={t('failure.forbiddenTitle')}
        text={forbidden}
      />
    );
  }
  const retry = (
    <Button variant="secondary" onPress={onRetry}>
      {t('common.retry')}
    </Button>
  );
  if (failure.kind === 'not-found') {
    return (
      <Message
        icon={<RiQuestionLine size={18} />}
        title={t('failure.notFoundTitle')}
        text={notFound}
        action={retry}
      />
    );
  }
  return (
    <Message
      role="alert"
      icon={<RiErrorWarningLine size={18} />}
      title={t('failure.title')}
      text={t('failure.errorHint', { message: failure.message })}
      action={retry}
    />
  );
}
