import type { AmountJson } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';

/**
 * Amounts of several currencies, which are never added, each on one line with
 * its currency: `€3,412.50 + $147.00`.
 */
export function AmountList(props: {
  amounts: readonly AmountJson[];
  /** Said when there is no amount at all. */
  none?: string;
}) {
  const { amounts, none } = props;
  const format = useFormat();
  if (amounts.length === 0) {
    return <>{none}</>;
  }
  return (
    <>
      {amounts.map((amount, index) => (
        <span key={amount.currency}>
          {index > 0 && ' + '}
          <span style={{ whiteSpace: 'nowrap' }}>{format.amount(amount)}</span>
        </span>
      ))}
    </>
  );
}
