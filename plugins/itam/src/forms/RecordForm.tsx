import type { ReactNode } from 'react';
import { AssetFields } from './kinds/AssetFields';
import { AssetMoneyPanel } from './kinds/AssetMoneyPanel';
import {
  ContractCoversPanel,
  ContractFields,
  ContractTermPanel,
} from './kinds/ContractFields';
import { LicenseFields, LicenseTermPanel } from './kinds/LicenseFields';
import { LifecyclePanel } from './kinds/LifecyclePanel';
import { OptionalSections } from './kinds/OptionalSections';
import { WhatPanel } from './kinds/WhatPanel';
import { WhoPanel } from './kinds/WhoPanel';
import { useForm } from './FormContext';

/**
 * The fields of a record, as its kind and class have them.
 */
export function RecordForm(props: {
  /** ISO calendar date. */
  today: string;
  /** Takes another kind or class; absent when they stay. */
  onKind?(kind: string, assetClass: string): void;
  /** Whether several pieces are registered at once. */
  many?: boolean;
  /** What asks for the pieces. */
  pieces?: ReactNode;
}) {
  const { today, onKind, many = false, pieces } = props;
  const { draft } = useForm();
  const what = (fields: ReactNode) => (
    <WhatPanel onKind={onKind}>{fields}</WhatPanel>
  );
  switch (draft.kind) {
    case 'License':
      return (
        <>
          {what(<LicenseFields />)}
          <LicenseTermPanel today={today} />
          <WhoPanel today={today} />
          <OptionalSections today={today} />
        </>
      );
    case 'Contract':
      return (
        <>
          {what(<ContractFields />)}
          <ContractTermPanel />
          <WhoPanel today={today} />
          <ContractCoversPanel today={today} />
          <OptionalSections today={today} />
        </>
      );
    default:
      return (
        <>
          {what(<AssetFields many={many} />)}
          {pieces}
          <LifecyclePanel />
          <WhoPanel today={today} />
          <AssetMoneyPanel today={today} />
          <OptionalSections today={today} />
        </>
      );
  }
}
