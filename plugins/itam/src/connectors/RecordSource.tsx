import {
  importFields,
  type ItamKind,
  type RecordSourceList,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Chip, InlineNote, Note, Subheading } from '../ui';
import styles from './Connectors.module.css';

/**
 * One tool that fills a record: where it is found there, the fields it fills,
 * and what is different there.
 */
export default function RecordSource(props: {
  kind: ItamKind;
  source: RecordSourceList['items'][number];
}) {
  const { title, fields, conflicts, seenAt, absentSince, url } = props.source;
  const t = useTexts();
  const format = useFormat();
  const labels = new Map(
    importFields(props.kind).map(field => [field.id, field.label]),
  );
  const labelOf = (field: string) => labels.get(field) ?? field;
  return (
    <section className={styles.source} aria-label={title}>
      <Subheading>
        {title}{' '}
        {absentSince && (
          <Chip tone="warning">
            {t('connectors.record.gone', { time: format.instant(absentSince) })}
          </Chip>
        )}
      </Subheading>
      <Note>
        {[
          t('connectors.record.fields', { count: fields.length }),
          t('connectors.record.seen', { time: format.instant(seenAt) }),
        ].join(' · ')}
      </Note>
      {fields.length > 0 && <Note>{fields.map(labelOf).join(', ')}</Note>}
      {url && (
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {t('connectors.record.open', { tool: title })}
        </Link>
      )}
      {conflicts.length > 0 && (
        <div>
          <InlineNote>{t('connectors.record.differs')}</InlineNote>
          <ul className={styles.conflicts}>
            {conflicts.map(({ field, sourceValue }) => (
              <li key={field}>
                {sourceValue === undefined
                  ? t('connectors.record.differsHidden', {
                      field: labelOf(field),
                    })
                  : t('connectors.record.differsField', {
                      field: labelOf(field),
                      value: sourceValue || t('connectors.record.nothing'),
                    })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
