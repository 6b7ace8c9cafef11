import { RiBarcodeLine } from '@remixicon/react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useSectionTexts } from '../../translation';
import { CameraScan } from './CameraScan';
import styles from './ScanField.module.css';

/** What became of a code. */
export type ScanResult =
  | { kind: 'found' | 'already'; title: string }
  | { kind: 'unexpected' | 'several'; code: string };

/**
 * Where tags and serial numbers are typed or scanned. A scanner that types
 * ends with Enter: that notes the item as found, and the field is ready for
 * the next one. What is typed also narrows the list.
 */
export function ScanField(props: {
  text: string;
  onText(text: string): void;
  onScan(code: string): ScanResult;
}) {
  const { text, onText, onScan } = props;
  const t = useSectionTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<ScanResult & { times: number }>();

  useEffect(() => {
    // On a touch screen the keyboard would cover half of the list.
    if (window.matchMedia?.('(pointer: fine)').matches) {
      field.current?.focus();
    }
  }, []);

  const take = (code: string) => {
    if (code.trim() === '') {
      return;
    }
    const next = onScan(code);
    setResult(before => ({ ...next, times: (before?.times ?? 0) + 1 }));
    // What is not clear stays, with the list narrowed to it.
    onText(next.kind === 'several' ? code : '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(text);
    field.current?.focus();
  };

  return (
    <div>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={id} className={styles.label}>
          {t('audits.scan.label')}
        </label>
        <span className={styles.box}>
          <RiBarcodeLine size={22} aria-hidden="true" />
          <input
            ref={field}
            id={id}
            className={styles.input}
            value={text}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="done"
            placeholder={t('audits.scan.placeholder')}
            onChange={event => onText(event.target.value)}
          />
        </span>
      </form>
      <CameraScan onCode={take} />
      <p role="status" className={styles.result} data-kind={result?.kind}>
        {result && (
          // Said again when the same code is read twice.
          <span key={result.times}>
            {t(`audits.scan.${result.kind}`, {
              name: 'title' in result ? result.title : result.code,
            })}
          </span>
        )}
      </p>
    </div>
  );
}
