import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { ButtonLink } from '@backstage/ui';
import {
  RiExternalLinkLine,
  RiGitRepositoryLine,
  RiPencilLine,
} from '@remixicon/react';
import { useFormat } from '../format';
import { statusText, typeText, useTexts } from '../translation';
import { Chip, KindIcon, usePaths } from '../ui';
import styles from './RecordHeader.module.css';
import { safeUrl } from './spec';

/**
 * Name, kind, stage and where the record comes from. On the record's catalog
 * page, which has its own title, only chips and links.
 */
export function RecordHeader(props: {
  detail: RecordDetail;
  inCatalogPage: boolean;
}) {
  const { detail, inCatalogPage } = props;
  const { record } = detail;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const editUrl = safeUrl(detail.editUrl);
  const sourceUrl = safeUrl(detail.sourceUrl);
  const catalogPath = paths.entity(record.ref);
  const recordPath = paths.record(record.ref);
  const editPath = paths.editRecord(record.ref);
  return (
    <header className={styles.header}>
      <div>
        {!inCatalogPage && <h2 className={styles.title}>{record.title}</h2>}
        <div className={styles.chips}>
          <Chip icon={<KindIcon kind={record.kind} size={14} />}>
            {t(`kind.${record.kind}`)}
          </Chip>
          {record.class && <Chip>{t(`class.${record.class}`)}</Chip>}
          {record.type && <Chip>{typeText(t, record.kind, record.type)}</Chip>}
          {record.stage && (
            <Chip tone={record.stage === 'decommission' ? 'neutral' : 'info'}>
              {[
                t(`stage.${record.stage}`),
                record.status && statusText(t, record.status),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Chip>
          )}
          <Chip>{t(`origin.${record.origin}`)}</Chip>
          {record.retiredAt && (
            <Chip tone="warning">
              {t('record.retired', { date: format.date(record.retiredAt) })}
            </Chip>
          )}
        </div>
        {!inCatalogPage && detail.description && (
          <p className={styles.description}>{detail.description}</p>
        )}
      </div>
      <div className={styles.actions}>
        {inCatalogPage && recordPath && recordPath !== catalogPath && (
          <ButtonLink variant="secondary" href={recordPath}>
            {t('record.section')}
          </ButtonLink>
        )}
        {!inCatalogPage && detail.inCatalog && catalogPath && (
          <ButtonLink variant="secondary" href={catalogPath}>
            {t('record.catalog')}
          </ButtonLink>
        )}
        {sourceUrl && !editUrl && (
          <ButtonLink
            variant="secondary"
            href={sourceUrl}
            target="_blank"
            rel="noopener noreferrer"
            iconStart={<RiGitRepositoryLine aria-hidden="true" />}
          >
            {t('record.source')}
          </ButtonLink>
        )}
        {!inCatalogPage && detail.rights?.update && editPath && (
          <ButtonLink
            variant="secondary"
            href={editPath}
            iconStart={<RiPencilLine aria-hidden="true" />}
          >
            {t('forms.edit')}
          </ButtonLink>
        )}
        {editUrl && (
          <ButtonLink
            variant="secondary"
            href={editUrl}
            target="_blank"
            rel="noopener noreferrer"
            iconStart={<RiPencilLine aria-hidden="true" />}
            iconEnd={<RiExternalLinkLine aria-hidden="true" />}
          >
            {t('record.edit')}
          </ButtonLink>
        )}
      </div>
    </header>
  );
}
