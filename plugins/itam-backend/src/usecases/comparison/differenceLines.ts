import {
  formatAmount,
  sumOfEffects,
  type CostComparison,
  type DifferenceEffect,
  type RecordDifference,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { OTHER } from '../costs/figureGroups';
import type { ReadContext } from '../records/readContext';

const HIDDEN = 'hidden';

/** Lines of one comparison; what is beyond becomes one line "other". */
export const MAX_DIFFERENCE_LINES = 200;

type DifferenceLine = CostComparison['lines'][number];

/**
 * The records that make a difference, the largest first, with the names the
 * caller may see; those they may not read become one line.
 *
 * @param records - In order of their difference
 * @param currency - ISO 4217 code of the amounts
 */
export async function differenceLines(
  knex: Knex,
  context: Pick<ReadContext, 'access' | 'today'>,
  records: readonly RecordDifference[],
  currency: string,
): Promise<DifferenceLine[]> {
  const differing = records.filter(
    ({ differenceMinor, effects }) =>
      differenceMinor !== 0n || effects.length > 0,
  );
  const largest = differing.slice(0, MAX_DIFFERENCE_LINES);
  const readable = await readReadableRecords(
    knex,
    largest.map(({ key }) => key),
    context.access,
    context.today,
  );
  const lines = largest.flatMap((difference): DifferenceLine[] => {
    const record = readable.get(difference.key);
    return record
      ? [
          {
            key: record.ref,
            ref: record.ref,
            title: record.title,
            recordKind: record.kind,
            ...amountsOf(difference, currency),
          },
        ]
      : [];
  });
  const rest = (
    key: string,
    title: string,
    parts: readonly RecordDifference[],
  ): DifferenceLine[] =>
    parts.length === 0
      ? []
      : [{ key, title, ...amountsOf(together(key, parts), currency) }];
  return [
    ...lines,
    ...rest(OTHER, 'Other', differing.slice(MAX_DIFFERENCE_LINES)),
    ...rest(
      HIDDEN,
      'Records you may not see',
      largest.filter(({ key }) => !readable.has(key)),
    ),
  ];
}

/** Effects as amounts in a currency. */
export function renderEffects(
  effects: readonly DifferenceEffect[],
  currency: string,
): CostComparison['effects'] {
  return effects.map(({ cause, minor }) => ({
    cause,
    amount: formatAmount(minor, currency),
  }));
}

/** The amounts of a difference in a currency. */
export function amountsOf(
  { baseMinor, currentMinor, differenceMinor, effects }: RecordDifference,
  currency: string,
): Pick<DifferenceLine, 'base' | 'current' | 'difference' | 'effects'> {
  return {
    base: formatAmount(baseMinor, currency),
    current: formatAmount(currentMinor, currency),
    difference: formatAmount(differenceMinor, currency),
    effects: renderEffects(effects, currency),
  };
}

/** The difference that several make together. */
export function together(
  key: string,
  parts: readonly RecordDifference[],
): RecordDifference {
  const sum = (pick: (part: RecordDifference) => bigint) =>
    parts.reduce((minor, part) => minor + pick(part), 0n);
  return {
    key,
    baseMinor: sum(part => part.baseMinor),
    currentMinor: sum(part => part.currentMinor),
    differenceMinor: sum(part => part.differenceMinor),
    effects: sumOfEffects(parts.flatMap(part => part.effects)),
  };
}
