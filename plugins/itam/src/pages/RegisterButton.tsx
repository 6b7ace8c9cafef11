import { usePermission } from '@backstage/plugin-permission-react';
import { itamRecordCreatePermission } from '@backstage-itam/plugin-itam-common';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useTexts } from '../translation';
import { usePaths } from '../ui';

/** Leads to the form of a new record, for those who may register one. */
export function RegisterButton() {
  const t = useTexts();
  const path = usePaths().newRecord();
  const { allowed } = usePermission({ permission: itamRecordCreatePermission });
  return allowed && path ? (
    <ButtonLink
      variant="primary"
      href={path}
      iconStart={<RiAddLine aria-hidden="true" />}
    >
      {t('forms.newTitle')}
    </ButtonLink>
  ) : null;
}
