import {
  ASSET_CLASSES,
  isTangible,
  ITAM_KINDS,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../translation';
import { Panel } from '../../ui';
import { classOf, kindOf } from '../draft/newDraft';
import { useForm } from '../FormContext';
import fields from '../fields/Fields.module.css';
import { TextInput } from '../fields/TextInput';
import { FieldGrid } from '../FormSection';

/**
 * What the record is: kind, class, title and name, then what identifies it.
 */
export function WhatPanel(props: {
  /** Takes another kind or class; absent when they stay. */
  onKind?(kind: string, assetClass: string): void;
  children: ReactNode;
}) {
  const { onKind, children } = props;
  const form = useForm();
  const t = useTexts();
  const { kind, spec } = form.draft;
  const assetClass = classOf(
    typeof spec.class === 'string' ? spec.class : null,
  );
  // The field of pieces has help as well, and begins the line.
  const hasPieces = kind === 'Asset' && isTangible(assetClass);
  return (
    <Panel title={t('forms.what')}>
      <FieldGrid>
        {onKind && (
          <Select
            label={t('forms.field.kind')}
            options={ITAM_KINDS.map(value => ({
              value,
              label: t(`kind.${value}`),
            }))}
            value={kind}
            onChange={key => onKind(kindOf(String(key)), assetClass)}
          />
        )}
        {onKind && kind === 'Asset' && (
          <Select
            label={t('forms.field.class')}
            options={ASSET_CLASSES.map(value => ({
              value,
              label: t(`class.${value}`),
            }))}
            value={assetClass}
            onChange={key => onKind(kind, classOf(String(key)))}
          />
        )}
        <TextInput path="title" label={t('forms.field.title')} />
        {children}
        {!form.editing && (
          <div className={hasPieces ? undefined : fields.newLine}>
            <TextInput
              path="name"
              label={t('forms.field.name')}
              placeholder={form.proposedName}
              description={t('forms.nameHelp')}
            />
          </div>
        )}
      </FieldGrid>
    </Panel>
  );
}
