import { useApi } from '@backstage/core-plugin-api';
import type { AuditEntry, NewAudit } from '@backstage-itam/plugin-itam-common';
import { Combobox } from '@backstage/ui';
import { useRef, useState } from 'react';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { CHOICES } from '../../pages/registerView';
import { idempotencyKey } from '../../records/idempotencyKey';
import { EntityPicker, PARTIES, typedRefOr } from '../../picking';
import { useSectionTexts } from '../../translation';
import { ChoicePicker, FormDialog, FormRow, FormText } from '../../ui';
import { ExpectedNote } from './ExpectedNote';
import { useExpected } from './useExpected';

type Scope = NewAudit['scope'];

/**
 * Asks what is to be audited and says how many records that is. Sent again
 * unchanged, an audit is opened once.
 */
export function OpenAuditDialog(props: {
  onClose(): void;
  onOpened(audit: AuditEntry): void;
}) {
  const { onClose, onOpened } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [scope, setScope] = useState<Scope>({ kind: 'Asset' });
  const [tried, setTried] = useState(false);
  const sent = useRef<{ content: string; key: string }>();
  const writing = useWrite();
  const expected = useExpected(scope);
  const change = (next: Scope) =>
    setScope(before => {
      const after = { ...before, ...next };
      // Only assets have a class.
      return after.kind === 'License' || after.kind === 'Contract'
        ? { ...after, class: undefined }
        : after;
    });

  const submit = async () => {
    setTried(true);
    if (name.trim() === '') {
      return;
    }
    const audit: NewAudit = {
      name: name.trim(),
      note: note.trim() || undefined,
      scope: {
        ...scope,
        vendor: scope.vendor?.trim() || undefined,
        location: scope.location?.trim() || undefined,
      },
    };
    const content = JSON.stringify(audit);
    if (sent.current?.content !== content) {
      sent.current = { content, key: idempotencyKey() };
    }
    const { key } = sent.current;
    let opened: AuditEntry | undefined;
    const isSent = await writing.send(async () => {
      opened = await api.audits.create(audit, key);
    });
    if (isSent && opened) {
      onOpened(opened);
    }
  };

  const places =
    expected.state === 'ready'
      ? expected.value.places.map(place => ({ id: place, label: place }))
      : [];
  return (
    <FormDialog
      title={t('audits.open.title')}
      submit={t('audits.open.submit')}
      pending={writing.pending}
      problem={writing.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormText
        label={t('audits.open.name')}
        isRequired
        value={name}
        problem={
          tried && name.trim() === '' ? t('audits.open.needsName') : undefined
        }
        onChange={setName}
      />
      <FormText label={t('audits.open.note')} value={note} onChange={setNote} />
      <FormRow>
        <ChoicePicker
          label={t('register.kind')}
          value={scope.kind}
          options={CHOICES.kind.map(value => ({
            value,
            label: t(`kinds.${value}`),
          }))}
          onChange={kind =>
            change({ kind: CHOICES.kind.find(one => one === kind) })
          }
        />
        <Combobox
          label={t('audits.scope.location')}
          allowsCustomValue
          options={places}
          inputValue={scope.location ?? ''}
          onInputChange={location =>
            change({ location: location || undefined })
          }
        />
      </FormRow>
      <FormRow>
        <ChoicePicker
          label={t('register.class')}
          value={scope.class}
          options={CHOICES.class.map(value => ({
            value,
            label: t(`class.${value}`),
          }))}
          onChange={value =>
            change({ class: CHOICES.class.find(one => one === value) })
          }
        />
        <ChoicePicker
          label={t('register.stage')}
          value={scope.stage}
          options={CHOICES.stage.map(value => ({
            value,
            label: t(`stage.${value}`),
          }))}
          onChange={stage =>
            change({ stage: CHOICES.stage.find(one => one === stage) })
          }
        />
      </FormRow>
      <FormRow>
        <EntityPicker
          label={t('audits.scope.owner')}
          range={PARTIES}
          readTyped={typedRefOr('group')}
          value={scope.owner ?? ''}
          onChange={owner => change({ owner: owner || undefined })}
        />
        <EntityPicker
          label={t('audits.scope.holder')}
          range={PARTIES}
          readTyped={typedRefOr('user')}
          value={scope.assignee ?? ''}
          onChange={assignee => change({ assignee: assignee || undefined })}
        />
      </FormRow>
      <FormText
        label={t('audits.scope.vendor')}
        value={scope.vendor ?? ''}
        onChange={vendor => change({ vendor: vendor || undefined })}
      />
      <ExpectedNote expected={expected} />
    </FormDialog>
  );
}
