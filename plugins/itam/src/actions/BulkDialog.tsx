import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { type ReactNode, useState } from 'react';
import { type Problem, problemOf } from '../loading';
import { useTexts } from '../translation';
import { FormDialog } from '../ui';
import formStyles from '../ui/FormDialog.module.css';
import styles from './Actions.module.css';
import type { LeftOut, Outcome } from './outcomes';
import { OutcomeList, RecordLines } from './OutcomeList';

/**
 * A change of many records: asks, shows what it will and will not be done to,
 * then how far it is and how each went.
 */
export function BulkDialog(props: {
  title: string;
  submit: string;
  destructive?: boolean;
  /** What it is done to, in the order it is done. */
  records: readonly RecordSummary[];
  leftOut: readonly LeftOut[];
  /** The fields show already what it is done to. */
  withoutPreview?: boolean;
  /** Stands below, also beside the outcomes. */
  further?: ReactNode;
  /** Undefined when something is missing, which the fields then say. */
  start():
    | ((onProgress: (done: number) => void) => Promise<Outcome[]>)
    | undefined;
  /** Closed; `changed` when something was sent. */
  onClose(changed: boolean): void;
  children: ReactNode;
}) {
  const { title, records, leftOut, start, onClose } = props;
  const t = useTexts();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const [outcomes, setOutcomes] = useState<Outcome[]>();

  const submit = async () => {
    const run = records.length > 0 ? start() : undefined;
    if (!run) {
      return;
    }
    setProblem(undefined);
    setProgress(0);
    try {
      setOutcomes(await run(setProgress));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setProgress(undefined);
    }
  };

  if (outcomes) {
    return (
      <Dialog
        isOpen
        onOpenChange={open => !open && onClose(true)}
        isDismissable
        width="min(36rem, calc(100vw - 2rem))"
      >
        <DialogHeader>{title}</DialogHeader>
        <DialogBody>
          <div className={formStyles.form}>
            <OutcomeList outcomes={outcomes} />
            {props.further}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" onPress={() => onClose(true)}>
            {t('bulk.close')}
          </Button>
        </DialogFooter>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={title}
      submit={props.submit}
      destructive={props.destructive}
      pending={progress !== undefined}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      {props.children}
      {!props.withoutPreview && (
        <p>{t('bulk.preview', { count: records.length })}</p>
      )}
      {!props.withoutPreview && records.length > 0 && (
        <RecordLines
          label={t('bulk.willChange')}
          lines={records.map(one => ({
            key: one.ref,
            title: one.title,
            detail: one.tag ?? one.serialNumber,
          }))}
        />
      )}
      {leftOut.length > 0 && (
        <>
          <p>{t('bulk.leftOut', { count: leftOut.length })}</p>
          <RecordLines
            label={t('bulk.willNotChange')}
            lines={leftOut.map(({ record, why }) => ({
              key: record.ref,
              title: record.title,
              detail: why,
            }))}
          />
        </>
      )}
      {props.further}
      {progress !== undefined && (
        <progress
          className={styles.progress}
          aria-label={t('bulk.progress')}
          max={records.length}
          value={progress}
        />
      )}
    </FormDialog>
  );
}
