import type {
  NextStepEntry,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { Button, ButtonLink, Link } from '@backstage/ui';
import {
  RiArchiveLine,
  RiArrowGoBackLine,
  RiQrCodeLine,
  RiUserReceivedLine,
} from '@remixicon/react';
import { type ReactNode, Suspense, useState } from 'react';
import { labelsPath } from '../labels/labelsPath';
import { safeUrl } from '../records/spec';
import { statusText, useTexts } from '../translation';
import { lazyPart, Note, usePaths } from '../ui';
import styles from './Actions.module.css';

const dialogs = () => import('./recordDialogs');
const AssignDialog = lazyPart(async () => (await dialogs()).AssignDialog);
const ReturnDialog = lazyPart(async () => (await dialogs()).ReturnDialog);
const RetireDialog = lazyPart(async () => (await dialogs()).RetireDialog);
const TransitionDialog = lazyPart(
  async () => (await dialogs()).TransitionDialog,
);

type Open = 'assign' | 'return' | 'retire' | 'restore';

/**
 * What the reader may do with a record. A declared record says instead where
 * it is changed.
 */
export function RecordActions(props: {
  detail: RecordDetail;
  onChanged(): void;
}) {
  const { detail, onChanged } = props;
  const { record, rights } = detail;
  const t = useTexts();
  const paths = usePaths();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const dialog = { detail, onClose: close, onDone: done, onReload: done };
  const labels = labelsPath(paths, [record.ref]);
  const retired = record.retiredAt !== undefined;
  const outOfUse = record.stage === 'decommission';
  return (
    <>
      <div className={styles.buttons} data-itam="actions">
        {rights?.assign && !retired && !outOfUse && (
          <Button
            variant="secondary"
            iconStart={<RiUserReceivedLine aria-hidden="true" />}
            onPress={() => setOpen('assign')}
          >
            {t('actions.assign')}
          </Button>
        )}
        {rights?.assign && !retired && isHeld(detail) && (
          <Button
            variant="secondary"
            iconStart={<RiArrowGoBackLine aria-hidden="true" />}
            onPress={() => setOpen('return')}
          >
            {t('actions.return')}
          </Button>
        )}
        {record.kind === 'Asset' && labels && (
          <ButtonLink
            variant="secondary"
            href={labels}
            iconStart={<RiQrCodeLine aria-hidden="true" />}
          >
            {t('actions.label')}
          </ButtonLink>
        )}
        {rights?.delete && (
          <Button
            variant="secondary"
            iconStart={<RiArchiveLine aria-hidden="true" />}
            onPress={() => setOpen(retired ? 'restore' : 'retire')}
          >
            {t(retired ? 'actions.restore' : 'actions.retire')}
          </Button>
        )}
      </div>
      {record.origin === 'declared' && <DeclaredNote detail={detail} />}
      <Suspense>
        {open === 'assign' && <AssignDialog {...dialog} />}
        {open === 'return' && <ReturnDialog {...dialog} />}
        {open === 'retire' && <RetireDialog {...dialog} />}
        {open === 'restore' && <RetireDialog {...dialog} restore />}
      </Suspense>
    </>
  );
}

/**
 * The steps an asset may take now; each asks for its evidence.
 */
export function StepButtons(props: {
  detail: RecordDetail;
  onChanged(): void;
}) {
  const { detail, onChanged } = props;
  const { nextSteps = [], rights } = detail;
  const t = useTexts();
  const [step, setStep] = useState<NextStepEntry>();
  if (!rights?.transition || nextSteps.length === 0) {
    return null;
  }
  const done = () => {
    setStep(undefined);
    onChanged();
  };
  const forward = nextSteps.filter(one => one.kind === 'forward');
  const other = nextSteps.filter(one => one.kind !== 'forward');
  const button = (one: NextStepEntry): ReactNode => (
    <Button
      key={one.to}
      variant={one.kind === 'forward' ? 'secondary' : 'tertiary'}
      onPress={() => setStep(one)}
    >
      {statusText(t, one.to)}
    </Button>
  );
  return (
    <>
      <div
        className={styles.buttons}
        role="group"
        aria-label={t('actions.nextSteps')}
      >
        <span>{t('actions.nextSteps')}</span>
        {forward.map(button)}
        {other.map(button)}
      </div>
      <Suspense>
        {step && (
          <TransitionDialog
            detail={detail}
            step={step}
            onClose={() => setStep(undefined)}
            onDone={done}
            onReload={done}
          />
        )}
      </Suspense>
    </>
  );
}

function DeclaredNote(props: { detail: RecordDetail }) {
  const { detail } = props;
  const t = useTexts();
  const source = safeUrl(detail.editUrl) ?? safeUrl(detail.sourceUrl);
  return (
    <Note>
      {t(detail.stock ? 'actions.declaredStock' : 'actions.declared')}{' '}
      {source && (
        <Link
          variant="body-small"
          href={source}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('actions.openSource')}
        </Link>
      )}
    </Note>
  );
}

function isHeld({ record, stock, position }: RecordDetail): boolean {
  return (
    record.assignee !== undefined ||
    (stock?.assigned ?? 0) > 0 ||
    (position?.seats ?? []).length > 0
  );
}
