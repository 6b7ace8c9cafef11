import { useApi } from '@backstage/core-plugin-api';
import type {
  CalendarToken,
  CreatedCalendarToken,
} from '@backstage-itam/plugin-itam-common';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import {
  FailureMessage,
  Note,
  Paragraph,
  SkeletonLines,
  Subheading,
} from '../../ui';
import { AddressForm } from './AddressForm';
import { AddressList } from './AddressList';
import styles from './Calendar.module.css';
import { NewAddress } from './NewAddress';
import { RevokeDialog } from './RevokeDialog';

/**
 * What a calendar program gets, a new address for one, and the addresses the
 * reader has. A question to confirm takes its place.
 */
export function CalendarDialog(props: { onClose(): void }) {
  const { onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const tokens = useLoad('calendar-tokens', () => api.calendar.listTokens());
  const [created, setCreated] = useState<CreatedCalendarToken>();
  const [revoked, setRevoked] = useState<CalendarToken>();
  if (revoked) {
    return (
      <RevokeDialog
        token={revoked}
        onClose={() => setRevoked(undefined)}
        onRevoked={() => {
          setRevoked(undefined);
          if (created?.id === revoked.id) {
            setCreated(undefined);
          }
          tokens.retry();
        }}
      />
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable
      width="min(42rem, calc(100vw - 2rem))"
    >
      <DialogHeader>{t('calendar.subscribe.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog} data-itam="dialog">
          <Paragraph>{t('calendar.subscribe.what')}</Paragraph>
          <Paragraph>{t('calendar.subscribe.secret')}</Paragraph>
          {tokens.state === 'failed' ? (
            <FailureMessage
              failure={tokens.failure}
              forbidden={t('calendar.subscribe.forbidden')}
              onRetry={tokens.retry}
            />
          ) : (
            <>
              {created ? (
                <NewAddress token={created} />
              ) : (
                <AddressForm
                  tokens={
                    tokens.state === 'ready' ? tokens.value.items.length : 0
                  }
                  onCreated={token => {
                    setCreated(token);
                    tokens.retry();
                  }}
                />
              )}
              <section aria-label={t('calendar.subscribe.list')}>
                <Subheading>{t('calendar.subscribe.list')}</Subheading>
                {tokens.state === 'loading' ? (
                  <SkeletonLines heights={[24, 24]} />
                ) : (
                  <AddressList
                    tokens={tokens.value.items}
                    onRevoke={setRevoked}
                  />
                )}
                <Note>{t('calendar.subscribe.openNote')}</Note>
              </section>
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('calendar.subscribe.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
