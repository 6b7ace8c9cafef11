import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { itamMenuTranslationRef } from '../../translation/menuRef';
import { usePaths } from '../../ui/usePaths';

/** "Open in IT Assets" in the menu of an Asset, License or Contract. */
export function useRecordMenuItem() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(itamMenuTranslationRef);
  const href = usePaths().record(stringifyEntityRef(entity));
  return {
    title: t('openRecord'),
    href: href ?? '',
    disabled: href === undefined,
  };
}
