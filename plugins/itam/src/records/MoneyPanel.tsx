import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { RiEyeOffLine } from '@remixicon/react';
import { CategoryBars, CostHead, coverageText, useCosts } from '../cost';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  Facts,
  FailureMessage,
  Message,
  Note,
  Panel,
  SkeletonLines,
} from '../ui';
import { BookValue } from './BookValue';
import { specAmount, specAt, specText } from './spec';

/**
 * What a record costs by month, and an asset's book value; says so when the
 * reader may not see it.
 */
export function MoneyPanel(props: { detail: RecordDetail }) {
  const { detail } = props;
  const t = useTexts();
  if (!detail.costVisible) {
    return (
      <Panel title={t('record.money')}>
        <Message
          icon={<RiEyeOffLine size={18} />}
          title={t('failure.forbiddenTitle')}
          text={t('record.noMoney')}
        />
      </Panel>
    );
  }
  return (
    <Panel title={t('record.money')}>
      <MonthlyCost detail={detail} />
      <MoneyFacts detail={detail} />
      {detail.bookValue && <BookValue value={detail.bookValue} />}
    </Panel>
  );
}

function MonthlyCost(props: { detail: RecordDetail }) {
  const { record } = props.detail;
  const t = useTexts();
  const costs = useCosts([{ of: record.ref, by: 'category' }]);
  if (costs.state === 'loading') {
    return <SkeletonLines heights={[40, 76, 40]} />;
  }
  if (costs.state === 'failed') {
    return (
      <FailureMessage
        failure={costs.failure}
        forbidden={t('record.noMoney')}
        onRetry={costs.retry}
      />
    );
  }
  const [answer] = costs.value;
  return (
    <>
      <CostHead answer={answer} compact currencies />
      <CategoryBars
        label={t('cost.byCategory')}
        by="category"
        groups={answer.groups}
        monthAt={answer.months.length - 1}
      />
      {!!answer.coverage.countedInContract && (
        <Note>{t('record.costInContract')}</Note>
      )}
      {answer.coverage.priced < answer.coverage.records && (
        <Note>{coverageText(t, answer.coverage)}</Note>
      )}
    </>
  );
}

function MoneyFacts(props: { detail: RecordDetail }) {
  const { spec } = props.detail;
  const t = useTexts();
  const format = useFormat();
  const purchase = specAmount(spec, 'financials', 'purchase');
  const bought = specText(spec, 'financials', 'purchase', 'date');
  const costCenter = specAt(spec, 'financials', 'costCenter');
  return (
    <Facts
      facts={[
        {
          label: t('record.fields.purchase'),
          value:
            purchase &&
            [format.amount(purchase), bought && format.date(bought)]
              .filter(Boolean)
              .join(', '),
        },
        {
          label: t('record.fields.order'),
          value: specText(spec, 'financials', 'purchase', 'order'),
        },
        {
          label: t('record.fields.costCenter'),
          value: typeof costCenter === 'string' ? costCenter : undefined,
        },
      ]}
    />
  );
}
