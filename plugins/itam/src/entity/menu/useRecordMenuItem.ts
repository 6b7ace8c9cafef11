import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../translation';
import { usePaths } from '../../ui';

/** "Open in IT Assets" in the menu of an Asset, License or Contract. */
export function useRecordMenuItem() {
  const { entity } = useEntity();
  const t = useTexts();
  const href = usePaths().record(stringifyEntityRef(entity));
  return {
    title: t('menu.openRecord'),
    href: href ?? '',
    disabled: href === undefined,
  };
}
