import { Select } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../translation';
import { PageBody } from '../ui';
import { CoverageSummary } from './CoverageSummary';
import { FindingsPanel } from './FindingsPanel';
import { LicencesPanel } from './LicencesPanel';
import styles from './Overview.module.css';
import type { OverviewScope } from './overviewScope';
import { RankPanel } from './RankPanel';
import { RenewalsPanel } from './RenewalsPanel';
import { SpendPanel } from './SpendPanel';
import { StagesPanel } from './StagesPanel';
import { useOverviewScope } from './useOverviewScope';

/**
 * The first page of the section: what is spent, what comes up and what is
 * wrong. Every figure opens its list. `?of=group:default/payments` chooses
 * one of the reader's teams where everything is not theirs to see.
 * @public
 */
export function OverviewPage() {
  const [search, setSearch] = useSearchParams();
  const scope = useOverviewScope(search.get('of') ?? undefined);
  return (
    <PageBody>
      {scope.state === 'ready' && scope.value.teams.length > 0 && (
        <TeamNotice
          scope={scope.value}
          onChange={of => setSearch({ of }, { replace: true })}
        />
      )}
      <SpendPanel scope={scope} />
      <div className={styles.frame}>
        <div className={styles.pair}>
          <RankPanel scope={scope} by="owner" />
          <RankPanel scope={scope} by="supplier" />
          <RenewalsPanel scope={scope} />
          <LicencesPanel scope={scope} />
          <StagesPanel scope={scope} />
          <FindingsPanel scope={scope} />
        </div>
      </div>
      <CoverageSummary scope={scope} />
    </PageBody>
  );
}

/** Says that the figures are not of everything, and of what they are. */
function TeamNotice(props: {
  scope: OverviewScope;
  onChange(of: string): void;
}) {
  const { of, costs, teams } = props.scope;
  const t = useTexts();
  return (
    <div className={styles.notice} data-itam="notice" role="status">
      <p>{t('overview.team.notice', { name: costs.of.title })}</p>
      {teams.length > 1 && (
        <Select
          className={styles.picker}
          label={t('overview.team.label')}
          options={teams.map(({ ref, title }) => ({
            value: ref,
            label: title,
          }))}
          value={of}
          onChange={key => typeof key === 'string' && props.onChange(key)}
        />
      )}
    </div>
  );
}
