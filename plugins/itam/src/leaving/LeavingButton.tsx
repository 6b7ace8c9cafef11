import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { RiUserSharedLine } from '@remixicon/react';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { LeavingDialog } from './LeavingDialog';

/**
 * Takes back what somebody holds, for those who may with any of it.
 */
export function LeavingButton(props: {
  person: { ref: string; name: string };
  held: readonly RecordSummary[];
  onChanged(): void;
}) {
  const { person, held, onChanged } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [open, setOpen] = useState(false);
  const registered = held.filter(({ origin }) => origin === 'registered');
  const refs = registered.map(({ ref }) => ref);
  const allowed = useLoad(refs.join(' '), async () => {
    // The first one mostly answers for all; others are asked only if it does
    // not.
    for (const ref of refs) {
      if ((await api.getRecord(ref)).rights?.assign) {
        return true;
      }
    }
    return false;
  });
  if (allowed.state !== 'ready' || !(allowed.value || open)) {
    return null;
  }
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiUserSharedLine aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('leaving.open')}
      </Button>
      {open && (
        <LeavingDialog
          person={person}
          onClose={changed => {
            setOpen(false);
            if (changed) {
              onChanged();
            }
          }}
        />
      )}
    </>
  );
}
