import { useApi } from '@backstage/core-plugin-api';
import type { FindingPage } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { useTexts } from '../translation';
import { KeyFigures, LinkedBars, LoadedPanel, Note } from '../ui';
import { FigureLink } from './FigureLink';
import type { OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';
import { ownerOfLoaded, useScoped } from './useScoped';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/**
 * Open findings by severity and by what they are about.
 */
export function FindingsPanel(props: { scope: Loaded<OverviewScope> }) {
  const { scope } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = useOverviewPaths();
  const owner = ownerOfLoaded(scope);
  const loaded = useScoped(scope, 'findings', async of =>
    api.findings.list({ owner: of, limit: 1 }),
  );
  const href = paths.findings({ owner });
  return (
    <LoadedPanel
      title={t('overview.findings.title')}
      loaded={loaded}
      skeleton={[56, 24, 24, 24, 24]}
      forbidden={t('failure.forbiddenRecords')}
      actions={href && <Link href={href}>{t('overview.findings.open')}</Link>}
    >
      {page => <Findings page={page} owner={owner} />}
    </LoadedPanel>
  );
}

function Findings(props: { page: FindingPage; owner: string | undefined }) {
  const { page, owner } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const areas = [...page.byArea]
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.findings - a.findings);
  if (page.totalItems === 0) {
    return <Note>{t('overview.findings.none')}</Note>;
  }
  const most = areas[0]?.findings ?? 1;
  return (
    <>
      <KeyFigures
        figures={SEVERITIES.map(severity => ({
          label: t(`overview.findings.severity.${severity}`),
          value: (
            <FigureLink
              href={paths.findings({ severity, owner })}
              label={t('overview.findings.list')}
            >
              {format.count(
                page.bySeverity.find(count => count.severity === severity)
                  ?.findings ?? 0,
              )}
            </FigureLink>
          ),
        }))}
      />
      <LinkedBars
        label={t('overview.findings.byArea')}
        bars={areas.map(({ area, findings }) => ({
          key: area,
          title: t(`overview.findings.area.${area}`),
          href: paths.findings({ area, owner }),
          percent: (findings / most) * 100,
          value: format.count(findings),
        }))}
      />
      {page.pending > 0 && (
        <Note>{t('overview.findings.pending', { count: page.pending })}</Note>
      )}
    </>
  );
}
