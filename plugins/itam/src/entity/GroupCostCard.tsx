import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { CostAnswer, ItamKind } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import {
  CategoryBars,
  CostHead,
  coverageText,
  CurrencyDisclosure,
  isZero,
  useCosts,
} from '../cost';
import { AttentionSection } from '../findings/AttentionSection';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { EndingList, endingQuery } from '../records/EndingList';
import { useTexts } from '../translation';
import {
  Columns,
  Facts,
  FailureMessage,
  InlineNote,
  Note,
  Panel,
  SkeletonLines,
  Subheading,
  usePaths,
} from '../ui';
import { lastYearOf, useCostView } from '../view';
import { BudgetSection } from './BudgetPanel';
import { CardMonth } from './CardMonth';
import { entityIdentity } from './entityName';
import styles from './GroupCostCard.module.css';
import { TeamAssets } from './TeamAssets';

const KINDS: readonly ItamKind[] = ['Asset', 'License', 'Contract'];
const AHEAD_DAYS = 90;

/**
 * What a team owns and what its services use, side by side and never added
 * together, with its records and what ends soon.
 * @public
 */
export function GroupCostCard() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  const t = useTexts();
  const paths = usePaths();
  const [view, changeView] = useCostView();
  const range = lastYearOf(view.month);
  const costs = useCosts([
    { of: ref, by: 'category', basis: 'owned', ...range },
    { of: ref, by: 'category', basis: 'used', ...range },
  ]);
  const entityPath = paths.entity(ref);
  return (
    <Panel
      title={t('group.title')}
      busy={costs.state === 'loading'}
      stale={costs.state === 'ready' && costs.stale}
      actions={
        <>
          {entityPath && (
            <Link href={`${entityPath}/assets-cost`}>
              {t('group.openCost')}
            </Link>
          )}
          {costs.state === 'ready' && (
            <CardMonth
              answer={costs.value[0]}
              month={view.month}
              onChange={month => changeView({ month })}
            />
          )}
        </>
      }
    >
      {costs.state === 'loading' && (
        <SkeletonLines heights={[40, 76, 88, 32]} />
      )}
      {costs.state === 'failed' && (
        <FailureMessage
          failure={costs.failure}
          forbidden={t('failure.forbiddenCost', { name })}
          notFound={t('failure.notFoundNode', { name })}
          onRetry={costs.retry}
        />
      )}
      {costs.state === 'ready' && (
        <Columns loose>
          <BasisColumn
            title={t('group.owned')}
            note={t('group.ownedNote')}
            answer={costs.value[0]}
          />
          <BasisColumn
            title={t('group.used')}
            note={t('group.usedNote')}
            answer={costs.value[1]}
          />
        </Columns>
      )}
      {costs.state === 'ready' && <BudgetSection of={ref} />}
      <TeamAssets ownerRef={ref} month={view.month} />
      <OwnedRecords ownerRef={ref} name={name} />
      <AttentionSection ownerRef={ref} />
    </Panel>
  );
}

function BasisColumn(props: {
  title: string;
  note: string;
  answer: CostAnswer;
}) {
  const { title, note, answer } = props;
  const t = useTexts();
  const format = useFormat();
  const last = answer.months.length - 1;
  const { currency } = answer.total.converted;
  const unallocated = answer.unallocated.converted.months[last];
  return (
    <section aria-label={title} className={styles.column}>
      <div>
        <Subheading>{title}</Subheading>
        <Note>{note}</Note>
      </div>
      <CostHead answer={answer} compact explained />
      <CategoryBars
        label={t('cost.byCategory')}
        by="category"
        groups={answer.groups}
        monthAt={last}
      />
      {!isZero(unallocated) && (
        <Note>
          {t('cost.unallocatedLine', {
            amount: format.money(unallocated, currency),
          })}
        </Note>
      )}
      <InlineNote>{coverageText(t, answer.coverage)}</InlineNote>
      <CurrencyDisclosure answer={answer} month={answer.months[last]} />
    </section>
  );
}

function OwnedRecords(props: { ownerRef: string; name: string }) {
  const { ownerRef, name } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const api = useApi(itamApiRef);
  const today = DateTime.now();
  const holdings = useLoad(ownerRef, async () => {
    const [ending, ...counts] = await Promise.all([
      api.listRecords({ owner: ownerRef, ...endingQuery(today, AHEAD_DAYS) }),
      ...KINDS.map(kind =>
        api.listRecords({ owner: ownerRef, kind, limit: 1 }),
      ),
    ]);
    return { ending, counts: counts.map(page => page.totalItems) };
  });
  if (holdings.state === 'loading') {
    return <SkeletonLines heights={[20, 64]} />;
  }
  if (holdings.state === 'failed') {
    return (
      <FailureMessage
        failure={holdings.failure}
        forbidden={t('failure.forbiddenRecords')}
        onRetry={holdings.retry}
      />
    );
  }
  const { ending, counts } = holdings.value;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const registerPath = paths.register({ owner: ownerRef });
  return (
    <Columns loose>
      <section aria-label={t('group.holdings')} className={styles.column}>
        <Subheading>{t('group.holdings')}</Subheading>
        {total === 0 ? (
          <Note>{t('empty.ownedText', { name })}</Note>
        ) : (
          <>
            <Facts
              facts={KINDS.map((kind, index) => ({
                label: t(`kinds.${kind}`),
                value: format.count(counts[index]),
              }))}
            />
            {registerPath && (
              <div>
                <Link href={registerPath}>
                  {t('group.openRegister', { count: total })}
                </Link>
              </div>
            )}
          </>
        )}
      </section>
      <section aria-label={t('group.renewals')} className={styles.column}>
        <Subheading>{t('group.renewals')}</Subheading>
        <EndingList page={ending} today={today} />
      </section>
    </Columns>
  );
}
