import { useApi } from '@backstage/core-plugin-api';
import type { ServiceSoftware } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiStackLine } from '@remixicon/react';
import { Suspense } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useAuditPaths } from '../audits/useAuditPaths';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  InlineNote,
  LoadedPanel,
  Message,
  Note,
  SkeletonLines,
  usePageOf,
} from '../ui';
import { ProductTable } from './ProductTable';
import styles from './Software.module.css';
import { uploadExample } from './uploadExample';

type Licence = ServiceSoftware['licenses'][number];

const PAGE = 15;
const TONES = {
  allowed: 'positive',
  review: 'warning',
  forbidden: 'negative',
} as const;

/**
 * The licences of what a service is made of, by its newest bill of materials:
 * those against the policy first; and the products among it.
 */
export function SoftwarePanel({ service }: { service: string }) {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const software = useLoad(service, () =>
    // The licences and products are all that is shown.
    api.software.ofService(service, { limit: 1 }),
  );
  return (
    <LoadedPanel
      title={t('software.title')}
      loaded={software}
      skeleton={[24, 32, 32, 32]}
      forbidden={t('failure.forbiddenRecords')}
    >
      {found =>
        found.uploadedAt === undefined ? (
          <Message
            icon={<RiStackLine size={18} />}
            title={t('software.noneTitle')}
            text={t('software.noneText')}
            code={uploadExample(service)}
          />
        ) : (
          <Licences software={found} />
        )
      }
    </LoadedPanel>
  );
}

function Licences({ software }: { software: ServiceSoftware }) {
  const { components, revision, uploadedAt, verdicts, moreLicenses } = software;
  const paths = useAuditPaths();
  const hasFindings = verdicts.some(
    one => one.verdict !== 'allowed' && one.components > 0,
  );
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(software.licenses, PAGE);
  const columns: DataColumn<Licence>[] = [
    {
      id: 'license',
      label: t('software.license'),
      cell: ({ text, suggestion }) => (
        <span className={styles.license}>
          {text}
          {suggestion && (
            <>
              {' '}
              <InlineNote>
                {t('software.suggestion', { id: suggestion })}
              </InlineNote>
            </>
          )}
        </span>
      ),
    },
    {
      id: 'verdict',
      label: t('software.verdict.label'),
      cell: ({ verdict }) => (
        <Chip tone={TONES[verdict]}>{t(`software.verdict.${verdict}`)}</Chip>
      ),
    },
    {
      id: 'components',
      label: t('software.components'),
      align: 'end',
      cell: one => format.count(one.components),
    },
    {
      id: 'examples',
      label: t('software.examples'),
      secondary: true,
      cell: ({ examples }) => examples.join(', '),
    },
  ];
  return (
    <>
      <Note>
        {[
          t('software.summary', { count: components }),
          revision && t('software.revision', { revision }),
          uploadedAt &&
            t('software.uploaded', { time: format.instant(uploadedAt) }),
        ]
          .filter(Boolean)
          .join(', ')}
      </Note>
      {components === 0 ? (
        <Note>{t('software.empty')}</Note>
      ) : (
        <>
          <ul className={styles.verdicts}>
            {verdicts.map(one => (
              <li key={one.verdict}>
                <Chip
                  tone={one.components > 0 ? TONES[one.verdict] : 'neutral'}
                >
                  {`${t(`software.verdict.${one.verdict}`)}: ${format.count(
                    one.components,
                  )}`}
                </Chip>
              </li>
            ))}
          </ul>
          <DataTable
            label={t('software.title')}
            columns={columns}
            rows={shown}
            rowKey={({ text, verdict }) => `${verdict} ${text}`}
          />
          {pager}
          {hasFindings && (
            <Link
              href={paths.findings({
                kind: 'Service',
                record: software.service,
              })}
            >
              {t('software.findings')}
            </Link>
          )}
          {moreLicenses > 0 && (
            <Note>{t('software.more', { count: moreLicenses })}</Note>
          )}
          {software.products.length > 0 && (
            // Its texts are those of a tab, and may still be on their way.
            <Suspense fallback={<SkeletonLines heights={[32, 32]} />}>
              <ProductTable products={software.products} />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}
