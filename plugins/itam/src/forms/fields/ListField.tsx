import type { JsonValue } from '@backstage/types';
import { Button, ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { type ReactNode, useRef } from 'react';
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
  /** Whether what it stands in has the same title, which is shown once. */
  titled?: boolean;
  add: string;
  /** What an entry starts with. */
  empty: JsonValue;
  /** What is written for entries that are left; the list itself when absent. */
  written?(entries: JsonValue[]): JsonValue | undefined;
  footer?: ReactNode;
  children(entryPath: string, index: number, remove: ReactNode): ReactNode;
}) {
  const { path, label, titled, add, empty, footer, children } = props;
  const { written = left => left } = props;
  const form = useForm();
  const t = useTexts();
  const value = form.value(path);
  const entries = Array.isArray(value) ? value : [];
  const addBox = useRef<HTMLDivElement>(null);
  const write = (next: JsonValue[]) =>
    form.set(path, next.length > 0 ? written(next) : undefined);
  const remove = (index: number) => {
    write(entries.filter((_, at) => at !== index));
    // What was pressed goes with its entry, and the focus must not get lost.
    addBox.current?.querySelector('button')?.focus();
  };
  return (
    <FieldBox path={path} wide says>
      <fieldset className={styles.list}>
        <legend className={titled ? styles.noLegend : styles.legend}>
          {titled ? <VisuallyHidden>{label}</VisuallyHidden> : label}
        </legend>
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
              onPress={() => remove(index)}
            />,
          ),
        )}
        <div ref={addBox}>
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
