import { useApi } from '@backstage/core-plugin-api';
import type {
  FindingEntry,
  LicensePool,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiShieldCheckLine } from '@remixicon/react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { FindingText } from '../findings/FindingText';
import { poolAddress } from '../licences/poolAddress';
import { useLoad } from '../loading';
import { licencesRouteRef } from '../routes';
import { useRuleTexts, useSectionTexts } from '../translation';
import {
  Chip,
  FailureMessage,
  InlineNote,
  Message,
  Note,
  Panel,
  RefLink,
  SkeletonLines,
  Subheading,
  type Tone,
  useOptionalRoute,
} from '../ui';
import styles from './Supplier.module.css';

const SHOWN = 10;

const TONES: Record<FindingEntry['severity'], Tone> = {
  info: 'neutral',
  warning: 'warning',
  error: 'negative',
};

/**
 * What may go wrong with a supplier: licences that are short, and rules its
 * records break.
 */
export function RisksPanel(props: { vendor: string }) {
  const { vendor } = props;
  const t = useSectionTexts();
  const rules = useRuleTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const risks = useLoad(vendor, async () => {
    const [short, findings] = await Promise.all([
      api.listLicensePositions({ vendor, state: 'short', limit: SHOWN }),
      api.findings.list({ vendor, limit: SHOWN }),
    ]);
    return { short, findings };
  });
  const loading =
    risks.state === 'loading' || (risks.state === 'ready' && !rules);
  return (
    <Panel
      title={t('suppliers.risks.title')}
      busy={loading}
      stale={risks.state === 'ready' && risks.stale}
    >
      {loading && <SkeletonLines heights={[32, 32, 32]} />}
      {risks.state === 'failed' && (
        <FailureMessage
          failure={risks.failure}
          forbidden={t('suppliers.risks.forbidden')}
          onRetry={risks.retry}
        />
      )}
      {risks.state === 'ready' && rules && (
        <>
          {risks.value.short.totalItems === 0 &&
            risks.value.findings.totalItems === 0 && (
              <Message
                role="status"
                icon={<RiShieldCheckLine size={18} />}
                title={t('suppliers.risks.none')}
              />
            )}
          {risks.value.short.items.length > 0 && (
            <Shortfalls pools={risks.value.short.items} />
          )}
          {risks.value.findings.items.length > 0 && (
            <section aria-label={t('suppliers.risks.findings')}>
              <Subheading>{t('suppliers.risks.findings')}</Subheading>
              <ul className={styles.list}>
                {risks.value.findings.items.map(finding => (
                  <li key={finding.id}>
                    <div className={styles.name}>
                      <RefLink label={finding.subject} />
                      <br />
                      <InlineNote>
                        <FindingText finding={finding} rules={rules} />
                      </InlineNote>
                    </div>
                    <div className={styles.side}>
                      <Chip tone={TONES[finding.severity]}>
                        {t(`record.severity.${finding.severity}`)}
                      </Chip>
                    </div>
                  </li>
                ))}
              </ul>
              {risks.value.findings.totalItems >
                risks.value.findings.items.length && (
                <Note>
                  {t('suppliers.risks.more', {
                    shown: format.count(risks.value.findings.items.length),
                    total: format.count(risks.value.findings.totalItems),
                  })}
                </Note>
              )}
            </section>
          )}
        </>
      )}
    </Panel>
  );
}

function Shortfalls(props: { pools: readonly LicensePool[] }) {
  const { pools } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const licences = useOptionalRoute(licencesRouteRef)?.();
  return (
    <section aria-label={t('suppliers.risks.shortfalls')}>
      <Subheading>{t('suppliers.risks.shortfalls')}</Subheading>
      <ul className={styles.list}>
        {pools.map(pool => {
          const first = pool.licenses[0]?.ref;
          return (
            <li key={`${pool.product} ${pool.metric}`}>
              <div className={styles.name}>
                {licences && first ? (
                  <Link
                    href={`${licences}${poolAddress(
                      first,
                      new URLSearchParams(),
                    )}`}
                  >
                    {pool.product}
                  </Link>
                ) : (
                  pool.product
                )}
                {pool.trueUp && (
                  <>
                    <br />
                    <InlineNote>
                      {t('suppliers.risks.trueUp', {
                        amount: format.amount(pool.trueUp),
                      })}
                    </InlineNote>
                  </>
                )}
              </div>
              <div className={styles.side}>
                <Chip tone="negative">
                  {t('suppliers.risks.short', {
                    number: format.count(-(pool.balance ?? 0)),
                  })}
                </Chip>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
