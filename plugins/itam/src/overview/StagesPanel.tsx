import { useApi } from '@backstage/core-plugin-api';
import type { RecordCounts } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { CHOICES } from '../pages/registerView';
import { useTexts } from '../translation';
import { KeyFigures, LinkedBars, LoadedPanel, Note } from '../ui';
import { FigureLink } from './FigureLink';
import type { OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';
import { ownerOfLoaded, useScoped } from './useScoped';

/**
 * How many records there are of each kind, and at which stage of their life
 * assets are.
 */
export function StagesPanel(props: { scope: Loaded<OverviewScope> }) {
  const { scope } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = useOverviewPaths();
  const owner = ownerOfLoaded(scope);
  const loaded = useScoped(scope, 'stages', async of =>
    Promise.all([
      api.countRecords({ by: 'kind', owner: of }),
      api.countRecords({ by: 'stage', kind: 'Asset', owner: of }),
    ]),
  );
  const href = paths.register({ owner });
  return (
    <LoadedPanel
      title={t('overview.stages.title')}
      loaded={loaded}
      skeleton={[56, 24, 24, 24, 24, 24]}
      forbidden={t('failure.forbiddenRecords')}
      actions={href && <Link href={href}>{t('overview.stages.open')}</Link>}
    >
      {([kinds, stages]) => (
        <Stages kinds={kinds} stages={stages} owner={owner} />
      )}
    </LoadedPanel>
  );
}

function Stages(props: {
  kinds: RecordCounts;
  stages: RecordCounts;
  owner: string | undefined;
}) {
  const { kinds, stages, owner } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  if (kinds.totalItems === 0) {
    return <Note>{t('overview.stages.none')}</Note>;
  }
  const most = Math.max(1, ...CHOICES.stage.map(key => recordsOf(stages, key)));
  return (
    <>
      <KeyFigures
        figures={CHOICES.kind.map(kind => ({
          label: t(`kinds.${kind}`),
          value: (
            <FigureLink
              href={paths.register({ kind, owner })}
              label={t('overview.stages.list')}
            >
              {format.count(recordsOf(kinds, kind))}
            </FigureLink>
          ),
        }))}
      />
      <LinkedBars
        label={t('overview.stages.byStage')}
        bars={CHOICES.stage.map(stage => {
          const records = recordsOf(stages, stage);
          return {
            key: stage,
            title: t(`stage.${stage}`),
            href: paths.register({ kind: 'Asset', stage, owner }),
            percent: (records / most) * 100,
            value: format.count(records),
          };
        })}
      />
    </>
  );
}

function recordsOf(counts: RecordCounts, key: string): number {
  return counts.items.find(item => item.key === key)?.records ?? 0;
}
