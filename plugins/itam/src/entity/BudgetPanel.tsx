import { useApi } from '@backstage/core-plugin-api';
import type {
  BudgetList,
  ForecastAnswer,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { type Loaded, useLoad } from '../loading';
import { financeRouteRef } from '../routes';
import { type Texts, useTexts } from '../translation';
import {
  FailureMessage,
  Note,
  Panel,
  Paragraph,
  SkeletonLines,
  Subheading,
  useOptionalRoute,
} from '../ui';
import styles from './Budget.module.css';
import { BudgetProgress } from './BudgetProgress';

interface Answer {
  list: BudgetList;
  budget: BudgetList['items'][number] | undefined;
  /** Asked for where there is no budget that holds it. */
  forecast?: ForecastAnswer;
}

/**
 * Spend against the budget of the fiscal year, as a panel of its own.
 */
export function BudgetPanel(props: { of: string }) {
  const t = useTexts();
  const answer = useBudget(props.of);
  if (isHidden(answer)) {
    return null;
  }
  return (
    <Panel
      title={titleOf(t, answer)}
      busy={answer.state === 'loading'}
      stale={answer.state === 'ready' && answer.stale}
    >
      <BudgetBody of={props.of} answer={answer} />
    </Panel>
  );
}

/**
 * The same inside a card.
 */
export function BudgetSection(props: { of: string }) {
  const t = useTexts();
  const answer = useBudget(props.of);
  if (isHidden(answer)) {
    return null;
  }
  const title = titleOf(t, answer);
  return (
    <section aria-label={title} className={styles.section}>
      <Subheading>{title}</Subheading>
      <BudgetBody of={props.of} answer={answer} />
    </section>
  );
}

function useBudget(of: string): Loaded<Answer> {
  const api = useApi(itamApiRef);
  return useLoad(of, async () => {
    const list = await api.listBudgets({ of });
    const budget = list.items.find(item => item.of.ref === of);
    return budget
      ? { list, budget }
      : { list, budget, forecast: await api.getForecast({ of }) };
  });
}

/** Who may not see the cost is told so by the cost itself. */
function isHidden(answer: Loaded<Answer>): boolean {
  return answer.state === 'failed' && answer.failure.kind !== 'error';
}

function titleOf(t: Texts, answer: Loaded<Answer>): string {
  return t('spending.budget', {
    label: answer.state === 'ready' ? answer.value.list.label : '',
  }).trim();
}

function BudgetBody(props: { of: string; answer: Loaded<Answer> }): ReactNode {
  const { of, answer } = props;
  const t = useTexts();
  const format = useFormat();
  const finance = useOptionalRoute(financeRouteRef)?.();
  if (answer.state === 'loading') {
    return <SkeletonLines heights={[20, 16, 20]} />;
  }
  if (answer.state === 'failed') {
    return (
      <FailureMessage
        failure={answer.failure}
        forbidden={t('failure.forbiddenRecords')}
        onRetry={answer.retry}
      />
    );
  }
  const { list, budget, forecast } = answer.value;
  if (budget) {
    return (
      <BudgetProgress
        budget={budget}
        href={
          finance &&
          `${finance}/budgets/${budget.fiscalYear}/${encodeURIComponent(of)}`
        }
      />
    );
  }
  return (
    <>
      <Note>
        {t('spending.none', { label: list.label })}{' '}
        {list.canEdit && finance && (
          <Link
            href={`${finance}/budgets?${new URLSearchParams({ of })}`}
            variant="body-small"
          >
            {t('spending.set')}
          </Link>
        )}
      </Note>
      {forecast && (
        <Paragraph>
          {t('spending.forecastOnly', {
            label: list.label,
            amount: format.money(
              forecast.total.converted.total,
              forecast.total.converted.currency,
            ),
          })}
        </Paragraph>
      )}
    </>
  );
}
