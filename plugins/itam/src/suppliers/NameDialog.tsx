import { useApi } from '@backstage/core-plugin-api';
import type { SupplierEntry } from '@backstage-itam/plugin-itam-common';
import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useSectionTexts } from '../translation';
import { FormDialog } from '../ui';

const MAX_LENGTH = 200;

/**
 * Says what a supplier is called; emptied, it is called by its slug.
 */
export function NameDialog(props: {
  supplier: SupplierEntry;
  onSaved(): void;
  onClose(): void;
}) {
  const { supplier, onSaved, onClose } = props;
  const { vendor } = supplier;
  const t = useSectionTexts();
  const { suppliers } = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [title, setTitle] = useState(supplier.title ?? '');
  const save = async () => {
    const named = title.trim();
    const saved = await send(async () => {
      if (named !== '') {
        await suppliers.setTitle(vendor, named);
      } else if (supplier.title) {
        await suppliers.removeTitle(vendor);
      }
    });
    if (saved) {
      onSaved();
    }
  };
  return (
    <FormDialog
      title={t('suppliers.name.title')}
      submit={t('suppliers.name.save')}
      pending={pending}
      problem={problem}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('suppliers.name.field')}
        description={t('suppliers.name.help', { slug: vendor })}
        maxLength={MAX_LENGTH}
        value={title}
        onChange={setTitle}
      />
    </FormDialog>
  );
}
