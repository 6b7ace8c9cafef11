import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { compareAmounts, isZero, sumOf } from '../cost/amounts';
import type { Unit } from './organisation';
import type { UnitCost } from './useUnitCosts';

/** A part of what a group costs in a month. */
export interface Part {
  key: string;
  title: string;
  amount: string;
  /** A group below, a record, or what is neither. */
  kind: 'group' | 'record' | 'rest';
}

const MOST_RECORDS = 24;

/**
 * What a group's cost is made of: the groups below it and what it has itself.
 * What a group below costs may be hidden; it is part of the rest then.
 */
export function partsOfUnit(
  unit: Unit,
  answer: CostAnswer,
  costs: Map<string, UnitCost>,
  ownTitle: string,
): Part[] {
  const { currency, months } = answer.total.converted;
  const below = unit.children.flatMap((child): Part[] => {
    const cost = costs.get(child.ref);
    return cost && cost !== 'hidden' && cost.currency === currency
      ? [
          {
            key: child.ref,
            title: child.title,
            amount: cost.amount,
            kind: 'group',
          },
        ]
      : [];
  });
  const own = sumOf(
    [months[months.length - 1], ...below.map(part => negated(part.amount))],
    currency,
  );
  return largestFirst(
    [...below, { key: 'own', title: ownTitle, amount: own, kind: 'rest' }],
    currency,
  );
}

/**
 * What a team's cost is made of: its records, the smallest together.
 */
export function partsOfTeam(
  answer: CostAnswer,
  titleOf: (group: CostAnswer['groups'][number]) => string,
  restTitle: string,
): Part[] {
  const { currency, months } = answer.total.converted;
  const at = months.length - 1;
  const all = largestFirst(
    answer.groups.map(
      (group): Part => ({
        key: group.ref ?? group.key,
        title: titleOf(group),
        amount: group.series.converted.months[at],
        kind: group.ref ? 'record' : 'rest',
      }),
    ),
    currency,
  );
  const rest = all.slice(MOST_RECORDS);
  return rest.length === 0
    ? all
    : [
        ...all.slice(0, MOST_RECORDS),
        {
          key: 'smaller',
          title: restTitle,
          amount: sumOf(
            rest.map(part => part.amount),
            currency,
          ),
          kind: 'rest',
        },
      ];
}

function largestFirst(parts: readonly Part[], currency: string): Part[] {
  return parts
    .filter(part => !isZero(part.amount))
    .sort((a, b) => compareAmounts(b.amount, a.amount, currency));
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
