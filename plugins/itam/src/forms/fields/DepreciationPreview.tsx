import { Suspense } from 'react';
import { useTexts } from '../../translation';
import { lazyPart, Note, SkeletonLines } from '../../ui';
import { useForm } from '../FormContext';

// What computes depreciation is large, and many records have none.
const ComputedDepreciation = lazyPart(() =>
  import('./ComputedDepreciation').then(module => module.ComputedDepreciation),
);

/**
 * What the purchase costs by month with the method at hand.
 */
export function DepreciationPreview() {
  const form = useForm();
  const t = useTexts();
  return form.value('spec.financials.depreciation') ? (
    <Suspense fallback={<SkeletonLines heights={[18]} />}>
      <ComputedDepreciation />
    </Suspense>
  ) : (
    <Note>{t('forms.previewNone')}</Note>
  );
}
