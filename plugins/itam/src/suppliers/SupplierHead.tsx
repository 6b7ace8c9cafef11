import type { SupplierEntry } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { RiPencilLine } from '@remixicon/react';
import { useState } from 'react';
import { useSectionTexts } from '../translation';
import { InlineNote } from '../ui';
import { NameDialog } from './NameDialog';
import styles from './Supplier.module.css';

/**
 * What a supplier is called, with the slug that records name it by.
 */
export function SupplierHead(props: {
  supplier: SupplierEntry;
  canName: boolean;
  onNamed(): void;
}) {
  const { supplier, canName, onNamed } = props;
  const { vendor, title } = supplier;
  const t = useSectionTexts();
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title ?? vendor}</h1>
        {title && (
          <InlineNote>{t('suppliers.name.slug', { slug: vendor })}</InlineNote>
        )}
      </div>
      {canName && (
        <Button
          variant="secondary"
          iconStart={<RiPencilLine size={16} />}
          onPress={() => setOpen(true)}
        >
          {t('suppliers.name.open')}
        </Button>
      )}
      {open && (
        <NameDialog
          supplier={supplier}
          onSaved={() => {
            setOpen(false);
            onNamed();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </header>
  );
}
