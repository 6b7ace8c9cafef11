import { shownText } from '../../entities/validation/describe';
import { assetRule, type PolicyRule } from '../PolicyRule';

/** More findings about one asset say nothing more. */
const MAX_FINDINGS = 50;

/** Rules about what nobody decided on. */
export const SHADOW_IT_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'software-unmatched',
    area: 'shadow-it',
    severity: 'warning',
    title: 'Software without licence or record',
    description:
      'Software that discovery finds has a licence or a record in the register behind it.',
    texts: {
      message:
        '"{{name}}" was found on the asset, and no licence or record is behind it. Register its licence, or remove it.',
    },
    lists: {
      ignore: {
        default: [],
        description: 'Names of software that needs neither, in any case.',
      },
    },
    evaluate: (_spec, facts, settings) => {
      const ignored = settings.list('ignore').map(name => name.toLowerCase());
      return (facts.discoveredSoftware ?? [])
        .filter(
          ({ name, isMatched }) =>
            !isMatched && !ignored.includes(name.toLowerCase()),
        )
        .slice(0, MAX_FINDINGS)
        .map(({ name }) => ({
          subject: name,
          variant: 'message',
          values: { name: shownText(name) },
        }));
    },
  }),
  assetRule({
    id: 'software-without-seat',
    area: 'shadow-it',
    severity: 'warning',
    title: 'Licensed software without a seat',
    description:
      'Software that a licence is counted for by users or devices is on assets that have, or whose holder has, one of its seats.',
    texts: {
      message:
        '"{{name}}" was found on the asset, and neither the asset nor whoever uses it has a seat of its licence. Assign a seat, or remove it.',
    },
    evaluate: (_spec, facts) =>
      (facts.discoveredSoftware ?? [])
        .filter(({ isMatched, hasSeat }) => isMatched && hasSeat === false)
        .slice(0, MAX_FINDINGS)
        .map(({ name }) => ({
          subject: name,
          variant: 'message',
          values: { name: shownText(name) },
        })),
  }),
];
