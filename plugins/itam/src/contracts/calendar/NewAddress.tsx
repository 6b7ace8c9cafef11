import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import type { CreatedCalendarToken } from '@backstage-itam/plugin-itam-common';
import { Button, FieldLabel } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FailureMessage, InlineNote, Note, SkeletonLines } from '../../ui';
import styles from './Calendar.module.css';

/**
 * The address that was just made: to copy, and for calendar programs that
 * open `webcal:` themselves.
 */
export function NewAddress(props: { token: CreatedCalendarToken }) {
  const { token } = props;
  const t = useSectionTexts();
  const discovery = useApi(discoveryApiRef);
  const base = useLoad('itam', () => discovery.getBaseUrl('itam'));
  if (base.state === 'loading') {
    return <SkeletonLines heights={[32]} />;
  }
  if (base.state === 'failed') {
    return (
      <FailureMessage
        failure={base.failure}
        forbidden={t('calendar.subscribe.forbidden')}
        onRetry={base.retry}
      />
    );
  }
  return <Address name={token.name} address={`${base.value}${token.path}`} />;
}

function Address(props: { name: string; address: string }) {
  const { name, address } = props;
  const t = useSectionTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();
  // It is what the reader came for, and stands above the list.
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without https browsers have no clipboard to write to.
      setCopied(false);
    }
  };
  return (
    <div className={styles.form}>
      <div className={styles.create}>
        <div className={styles.address}>
          <FieldLabel
            label={t('calendar.subscribe.address', { name })}
            htmlFor={id}
          />
          <input
            id={id}
            ref={field}
            className={styles.input}
            value={address}
            readOnly
            onFocus={event => event.target.select()}
          />
        </div>
        <Button
          variant="primary"
          iconStart={<RiFileCopyLine aria-hidden="true" />}
          onPress={copy}
        >
          {t('calendar.subscribe.copy')}
        </Button>
      </div>
      <div className={styles.after}>
        <Note>{t('calendar.subscribe.once')}</Note>
        <a
          className={styles.link}
          href={address.replace(/^https?:/, 'webcal:')}
        >
          {t('calendar.subscribe.webcal')}
        </a>
      </div>
      <span role="status">
        {copied !== undefined && (
          <InlineNote>
            {t(
              copied
                ? 'calendar.subscribe.copied'
                : 'calendar.subscribe.notCopied',
            )}
          </InlineNote>
        )}
      </span>
    </div>
  );
}
