import type { JsonValue } from '@backstage/types';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { FieldBox } from './FieldBox';
import styles from './Fields.module.css';

/**
 * Entries that can be added and removed, with what is wrong with the list as a
 * whole below them.
 */
export function ListField(props: {
  path: string;
  label: string;
  add: string;
  /** What an entry starts with. */
  empty: JsonValue;
  footer?: ReactNode;
  children(entryPath: string, index: number, remove: ReactNode): ReactNode;
}) {
  const { path, label, add, empty, footer, children } = props;
  const form = useForm();
  const t = useTexts();
  const value = form.value(path);
  const entries = Array.isArray(value) ? value : [];
  const write = (next: JsonValue[]) =>
    form.set(path, next.length > 0 ? next : undefined);
  return (
    <FieldBox path={path} wide says>
      <fieldset className={styles.list}>
        <legend className={styles.legend}>{label}</legend>
        {entries.map((_, index) =>
          children(
            `${path}[${index}]`,
            index,
            <ButtonIcon
              variant="tertiary"
              aria-label={t('forms.remove', {
                number: `${index + 1}`,
                list: label,
              })}
              icon={<RiDeleteBinLine aria-hidden="true" />}
              onPress={() => write(entries.filter((__, at) => at !== index))}
            />,
          ),
        )}
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => write([...entries, empty])}
          >
            {add}
          </Button>
        </div>
        {footer}
      </fieldset>
    </FieldBox>
  );
}
