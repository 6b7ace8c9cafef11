import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { Answered } from '../Answered';
import styles from '../Finance.module.css';
import { MissingRates } from '../MissingRates';
import { nodeTitle } from '../node';
import { useFinancePaths } from '../useFinancePaths';
import { BudgetDialog } from './BudgetDialog';
import { BudgetPanels } from './BudgetPanels';
import { RemoveBudgetDialog } from './RemoveBudgetDialog';

/**
 * One budget: how it stands month by month and what explains its variance.
 */
export function BudgetPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const paths = useFinancePaths();
  const navigate = useNavigate();
  const { fiscalYear = '', of = '' } = useParams();
  const [revision, setRevision] = useState(0);
  const [opened, setOpened] = useState<'edit' | 'remove'>();
  const year = Number(fiscalYear);
  const budget = useLoad(`${year}|${of}|${revision}`, () =>
    api.getBudget(year, of),
  );
  const list = paths.page('budgets', { year: fiscalYear });
  const changed = () => {
    setOpened(undefined);
    setRevision(count => count + 1);
  };
  return (
    <>
      <div className={styles.back}>
        <Link href={list}>
          <RiArrowLeftLine size={14} aria-hidden="true" />{' '}
          {t('finance.budget.back')}
        </Link>
      </div>
      <Answered
        loaded={budget}
        title={t('finance.budget.title')}
        skeleton={[56, 260, 32, 32, 32]}
        forbidden={t('finance.budget.forbidden')}
        notFound={t('finance.budget.notFound', { name: nodeTitle(t, of) })}
      >
        {(detail, stale) => (
          <>
            <MissingRates missing={detail.budget.ratesMissing} />
            <BudgetPanels
              detail={detail}
              stale={stale}
              onEdit={() => setOpened('edit')}
              onRemove={() => setOpened('remove')}
            />
            {opened === 'edit' && (
              <BudgetDialog
                fiscalYear={detail.budget.fiscalYear}
                label={detail.budget.label}
                budget={detail.budget}
                onSaved={changed}
                onReload={changed}
                onClose={() => setOpened(undefined)}
              />
            )}
            {opened === 'remove' && (
              <RemoveBudgetDialog
                budget={detail.budget}
                onRemoved={() => navigate(list)}
                onReload={changed}
                onClose={() => setOpened(undefined)}
              />
            )}
          </>
        )}
      </Answered>
    </>
  );
}
