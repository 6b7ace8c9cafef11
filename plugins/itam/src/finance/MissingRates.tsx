import { Alert } from '@backstage/ui';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';

/**
 * Says which amounts no figure of a page holds, for want of a rate.
 */
export function MissingRates(props: {
  missing: readonly { currency: string; months: string[] }[];
}) {
  const { missing } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return missing.length === 0 ? null : (
    <Alert
      status="warning"
      icon
      title={t('cost.coverage.ratesTitle')}
      description={missing
        .map(({ currency, months }) =>
          t('finance.compare.ratesMissing', {
            currency,
            months: months.map(format.month).join(', '),
          }),
        )
        .join(' ')}
    />
  );
}
