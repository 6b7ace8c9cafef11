import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { Problem } from '../loading';
import { useTexts } from '../translation';
import styles from './FormDialog.module.css';
import { ProblemAlert } from './ProblemAlert';

/**
 * A dialog with fields to fill, or a question to confirm. When it was not
 * saved it says why and stays; when somebody else was first it offers to
 * reload.
 */
export function FormDialog(props: {
  title: string;
  submit: string;
  /** Marks that the action takes something away. */
  destructive?: boolean;
  pending: boolean;
  problem?: Problem;
  /** Said instead when somebody else was first. */
  conflict?: string;
  onReload?(): void;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}) {
  const { title, submit, pending, problem, onSubmit, onClose } = props;
  const t = useTexts();
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) {
      onSubmit();
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable={!pending}
      width="min(32rem, calc(100vw - 2rem))"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form id={id} className={styles.form} onSubmit={send} noValidate>
          {problem && (
            <ProblemAlert
              problem={problem}
              conflict={props.conflict}
              onReload={props.onReload}
            />
          )}
          {props.children}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button
          type="submit"
          form={id}
          variant="primary"
          className={styles.submit}
          destructive={props.destructive}
          isPending={pending}
        >
          {submit}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Fields side by side where there is room. */
export function FormRow(props: { children: ReactNode }) {
  return <div className={styles.row}>{props.children}</div>;
}
