import type { CloudDelivery } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { InlineNote } from '../ui';
import styles from './CloudBilling.module.css';

/** Which bill it is: provider and month, then the account. */
export function BillName(props: {
  bill: Pick<
    CloudDelivery,
    'provider' | 'billingAccount' | 'billingAccountName' | 'billingPeriod'
  >;
}) {
  const { provider, billingAccount, billingAccountName, billingPeriod } =
    props.bill;
  const format = useFormat();
  return (
    <span className={styles.bill}>
      <span>
        {provider}, {format.month(billingPeriod.slice(0, 7))}
      </span>
      <InlineNote>
        {[billingAccountName, billingAccount].filter(Boolean).join(' · ')}
      </InlineNote>
    </span>
  );
}
