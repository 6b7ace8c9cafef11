import { Button } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useSectionTexts } from '../../translation';
import { Note } from '../../ui';
import styles from '../Imports.module.css';
import { ACCEPTED } from './fileType';

/**
 * Takes files that are dropped on it or chosen with its button; spreadsheets,
 * when nothing else is said.
 */
export function DropZone(props: {
  pending: boolean;
  /** What the file is called, what it may be, and the endings of such files. */
  takes?: { label: string; note: string; accept: string };
  onFiles(files: File[]): void;
}) {
  const { pending, takes, onFiles } = props;
  const t = useSectionTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover' && !pending);
  };
  return (
    <div
      className={styles.drop}
      role="group"
      aria-label={t('imports.upload.drop')}
      aria-describedby={id}
      data-over={over || undefined}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={event => {
        drag(event);
        if (!pending) {
          onFiles([...event.dataTransfer.files]);
        }
      }}
    >
      <RiUpload2Line size={24} aria-hidden="true" />
      <p className={styles.dropTitle}>{t('imports.upload.drop')}</p>
      <Button
        variant="primary"
        isPending={pending}
        onPress={() => input.current?.click()}
      >
        {t('imports.upload.choose')}
      </Button>
      <input
        ref={input}
        className={styles.fileInput}
        type="file"
        accept={takes?.accept ?? ACCEPTED}
        aria-label={takes?.label ?? t('imports.upload.file')}
        tabIndex={-1}
        onChange={event => {
          onFiles([...(event.target.files ?? [])]);
          // The same file, corrected, is a change again.
          event.target.value = '';
        }}
      />
      <div id={id}>
        <Note>{takes?.note ?? t('imports.upload.may')}</Note>
      </div>
    </div>
  );
}
