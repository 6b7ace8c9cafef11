import {
  formatAmount,
  type ServicingEntry,
} from '@backstage-itam/plugin-itam-common';
import type { Servicing } from '../../stores/servicings/servicingRow';

/** A servicing as an answer has it; its cost only where it may be seen. */
export function renderServicing(
  servicing: Servicing,
  costVisible: boolean,
): ServicingEntry {
  const { cost } = servicing;
  return {
    id: servicing.id,
    date: servicing.date,
    kind: servicing.kind,
    title: servicing.title,
    cost:
      costVisible && cost
        ? {
            amount: formatAmount(cost.minor, cost.currency),
            currency: cost.currency,
          }
        : undefined,
    vendor: servicing.vendor ?? undefined,
    invoice: servicing.invoice ?? undefined,
    nextDue: servicing.nextDue ?? undefined,
    recordedAt: servicing.recordedAt,
    recordedBy: servicing.recordedBy ?? undefined,
  };
}
