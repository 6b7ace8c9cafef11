import { useApi } from '@backstage/core-plugin-api';
import type { FindingQuery } from '@backstage-itam/plugin-itam-common';
import { Skeleton } from '@backstage/ui';
import { itamApiRef } from '../api';
import { FilterChips } from '../audits/FilterChips';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import styles from './Findings.module.css';
import { AREAS, type FindingsChange, SEVERITIES } from './findingsView';

const ALL = 'all';

/**
 * How many findings there are of each severity and of each area, to choose
 * by. What is chosen narrows the other, and not itself.
 */
export function FindingCounts(props: {
  query: FindingQuery;
  /** Rises when findings have changed. */
  revision: number;
  onChange(change: FindingsChange): void;
}) {
  const { query, revision, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const base = { ...query, cursor: undefined, limit: 1 };
  const counts = useLoad(`${JSON.stringify(base)} ${revision}`, async () => {
    const [severities, areas] = await Promise.all([
      api.findings.list({ ...base, severity: undefined }),
      api.findings.list({ ...base, area: undefined }),
    ]);
    return {
      bySeverity: new Map(
        severities.bySeverity.map(one => [one.severity, one.findings]),
      ),
      allSeverities: severities.totalItems,
      byArea: new Map(areas.byArea.map(one => [one.area, one.findings])),
      allAreas: areas.totalItems,
    };
  });
  if (counts.state === 'failed') {
    // The list says why.
    return null;
  }
  if (counts.state === 'loading') {
    return <Skeleton height={80} aria-hidden="true" />;
  }
  const { bySeverity, allSeverities, byArea, allAreas } = counts.value;
  return (
    <div className={styles.counts}>
      <FilterChips
        label={t('findings.severity')}
        value={query.severity ?? ALL}
        options={[
          {
            value: ALL,
            label: t('common.all'),
            count: format.count(allSeverities),
          },
          ...SEVERITIES.map(value => ({
            value,
            label: t(`findings.severities.${value}`),
            count: format.count(bySeverity.get(value) ?? 0),
          })),
        ]}
        onChange={value =>
          onChange({ severity: value === ALL ? undefined : value })
        }
      />
      <FilterChips
        label={t('findings.area')}
        value={query.area ?? ALL}
        options={[
          {
            value: ALL,
            label: t('findings.allAreas'),
            count: format.count(allAreas),
          },
          ...AREAS.filter(
            area => (byArea.get(area) ?? 0) > 0 || area === query.area,
          ).map(value => ({
            value,
            label: t(`findings.areas.${value}`),
            count: format.count(byArea.get(value) ?? 0),
          })),
        ]}
        onChange={value =>
          onChange({ area: value === ALL ? undefined : value })
        }
      />
    </div>
  );
}
