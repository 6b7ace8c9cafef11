import { endBeforeStart } from './dateProblems';
import type { SpecField } from './SpecField';
import { problem, type ValidationProblem } from './ValidationProblem';

/** Charges whose dates contradict each other. */
export function chargeListProblems(charges: SpecField): ValidationProblem[] {
  return charges.items().flatMap(charge => {
    const spread = charge.at('spread');
    const every = charge.at('every').text();
    return [
      ...endBeforeStart(charge.at('from'), charge.at('until')),
      ...endBeforeStart(spread.at('from'), spread.at('until')),
      ...(spread.isPresent() && every !== undefined && every !== 'once'
        ? [
            problem({
              path: spread.path,
              rule: 'spread',
              found: 'a spread of a recurring charge',
              allowed: 'spread only with every: once',
            }),
          ]
        : []),
    ];
  });
}
