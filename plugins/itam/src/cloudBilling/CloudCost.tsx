import type { CloudDelivery } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { InlineNote } from '../ui';
import { DecimalAmount } from './DecimalAmount';

/** A cost as it counts, and below it with all the digits of the bill. */
export function CloudCost(props: { cost: CloudDelivery['billed'] }) {
  const { cost } = props;
  const t = useTexts();
  const format = useFormat();
  return cost ? (
    <>
      {format.amount(cost.rounded)}
      <br />
      <InlineNote>
        {t('cloudBilling.exact')}{' '}
        <DecimalAmount amount={cost.exact} of={cost.rounded.currency} />
      </InlineNote>
    </>
  ) : null;
}
