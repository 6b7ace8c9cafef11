import { useSectionTexts } from '../../translation';
import { downloadText } from '../../ui/download';
import { InlineNote, TextButton } from '../../ui';
import styles from '../Imports.module.css';
import { templateOf } from './template';

const KINDS = ['Asset', 'License', 'Contract'] as const;

/**
 * Files with headers to fill in, one for each kind.
 */
export function TemplateLinks() {
  const t = useSectionTexts();
  return (
    <span className={styles.templates}>
      <InlineNote>{t('imports.upload.template')}</InlineNote>
      {KINDS.map(kind => (
        <TextButton
          key={kind}
          aria-label={t('imports.upload.templateOf', {
            kind: t(`kinds.${kind}`),
          })}
          onPress={() =>
            downloadText(
              `${kind.toLowerCase()}s.csv`,
              'text/csv;charset=utf-8',
              templateOf(kind),
            )
          }
        >
          {t(`kinds.${kind}`)}
        </TextButton>
      ))}
    </span>
  );
}
