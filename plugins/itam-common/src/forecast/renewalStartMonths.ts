import { contractTerm } from '../contracts';
import type { ContractSpec } from '../entities/types';
import { monthOf, type MonthIndex } from '../values';

/**
 * The months in which the terms of a contract start, the written one first,
 * were it renewed for ever; up to but without `toMonthExclusive`.
 * @public
 */
export function renewalStartMonths(
  spec: ContractSpec,
  toMonthExclusive: MonthIndex,
): MonthIndex[] {
  const months: MonthIndex[] = [];
  for (let index = 0; ; index++) {
    const { start, endExclusive } = contractTerm(spec, index);
    const month = monthOf(start);
    if (month >= toMonthExclusive) {
      return months;
    }
    months.push(month);
    if (endExclusive === null) {
      return months;
    }
  }
}
