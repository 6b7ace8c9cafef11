import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { Button, ButtonLink } from '@backstage/ui';
import {
  RiArchiveLine,
  RiQrCodeLine,
  RiRouteLine,
  RiUserReceivedLine,
} from '@remixicon/react';
import { useState } from 'react';
import styles from '../actions/Actions.module.css';
import { BulkAssignDialog } from '../actions/BulkAssignDialog';
import { BulkRetireDialog } from '../actions/BulkRetireDialog';
import { BulkTransitionDialog } from '../actions/BulkTransitionDialog';
import { itamApiRef } from '../api';
import { LABELS_AT_MOST, labelsPath } from '../labels/labelsPath';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { InlineNote, usePaths } from '../ui';

type Open = 'move' | 'assign' | 'retire';

/**
 * What can be done with the chosen records. What the reader may do is asked
 * of one of them; each record is decided when the change is sent.
 */
export function BulkBar(props: {
  chosen: readonly RecordSummary[];
  onClear(): void;
  onChanged(): void;
}) {
  const { chosen, onClear, onChanged } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = usePaths();
  const [open, setOpen] = useState<Open>();
  const registered = chosen.filter(
    one => one.origin === 'registered' && one.retiredAt === undefined,
  );
  const probe =
    registered.find(({ kind }) => kind === 'Asset') ?? registered[0];
  const probed = useLoad(probe?.ref ?? '', async () =>
    probe ? (await api.getRecord(probe.ref)).rights : undefined,
  );
  const rights = probed.state === 'ready' ? probed.value : undefined;
  const labels = labelsPath(
    paths,
    chosen.map(({ ref }) => ref),
  );
  const close = (changed: boolean) => {
    setOpen(undefined);
    if (changed) {
      onChanged();
    }
  };
  return (
    <div className={styles.buttons} role="group" aria-label={t('bulk.actions')}>
      <strong role="status">
        {t('bulk.chosen', { count: chosen.length })}
      </strong>
      {rights?.transition && (
        <Button
          variant="secondary"
          iconStart={<RiRouteLine aria-hidden="true" />}
          onPress={() => setOpen('move')}
        >
          {t('bulk.move')}
        </Button>
      )}
      {rights?.assign && (
        <Button
          variant="secondary"
          iconStart={<RiUserReceivedLine aria-hidden="true" />}
          onPress={() => setOpen('assign')}
        >
          {t('actions.assign')}
        </Button>
      )}
      {rights?.delete && (
        <Button
          variant="secondary"
          iconStart={<RiArchiveLine aria-hidden="true" />}
          onPress={() => setOpen('retire')}
        >
          {t('actions.retire')}
        </Button>
      )}
      {labels && chosen.length <= LABELS_AT_MOST && (
        <ButtonLink
          variant="secondary"
          href={labels}
          iconStart={<RiQrCodeLine aria-hidden="true" />}
        >
          {t('bulk.labels')}
        </ButtonLink>
      )}
      <Button variant="tertiary" onPress={onClear}>
        {t('bulk.clear')}
      </Button>
      {registered.length === 0 && (
        <InlineNote>{t('bulk.nothingRegistered')}</InlineNote>
      )}
      {open === 'move' && (
        <BulkTransitionDialog chosen={chosen} onClose={close} />
      )}
      {open === 'assign' && (
        <BulkAssignDialog chosen={chosen} onClose={close} />
      )}
      {open === 'retire' && (
        <BulkRetireDialog chosen={chosen} onClose={close} />
      )}
    </div>
  );
}
