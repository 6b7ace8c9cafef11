import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { itamRecordCreatePermission } from '@backstage-itam/plugin-itam-common';
import { itamMenuTranslationRef } from '../../translation/menuRef';
import { usePaths } from '../../ui/usePaths';

/**
 * "Register an asset for this service" in the menu of a service. Who may not
 * register writes a catalog file instead.
 */
export function useRegisterMenuItem() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(itamMenuTranslationRef);
  const paths = usePaths();
  const permission = usePermission({ permission: itamRecordCreatePermission });
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  const href = paths.newRecord({
    kind: 'Asset',
    service: stringifyEntityRef(entity),
    ...(owner ? { owner: stringifyEntityRef(owner) } : {}),
    ...(permission.allowed ? {} : { as: 'yaml' }),
  });
  return {
    title: t('registerForService'),
    href: href ?? '',
    disabled: href === undefined || permission.loading,
  };
}
