import { shownText } from '../entities/validation/describe';
import { findingOf } from './findingOf';
import type {
  BreachOf,
  PolicyBreach,
  PolicyRuleDefinition,
  RuleSettings,
} from './PolicyRule';
import type { RuleTexts, TextPart } from './ruleTexts';
import type { SpendComparison } from './compareSpend';
import type { PolicySettings } from './policySettings';
import type { PolicyFinding } from './evaluatePolicies';

/**
 * Whether what a list of discovery names is known to the register: `matched`
 * to one product or supplier, to none, to several that the rules cannot tell
 * apart, or set aside by a person.
 * @public
 */
export type DiscoveryState =
  | 'matched'
  | 'unmatched'
  | 'ambiguous'
  | 'dismissed';

/**
 * A product or supplier that lists of discovery name, with all they say of it.
 * @public
 */
export type DiscoveredItem =
  | {
      kind: 'software';
      /** Name as first listed. */
      name: string;
      state: DiscoveryState;
      /** Devices it was found on. */
      devices: number;
      /** Users it was found with. */
      users: number;
      /** Services whose bill of materials names it. */
      services: number;
    }
  | {
      kind: 'spend';
      /** Supplier as first listed. */
      name: string;
      state: DiscoveryState;
      /** Lines of spend. */
      lines: number;
      /** Whether a live contract or licence of the supplier is registered. */
      hasAgreement: boolean;
      /** What is spent and what the supplier's records charge, by currency. */
      compared: readonly SpendComparison[];
    };

/**
 * A rule run over what discovery lists name.
 * @public
 */
export interface DiscoveryRule extends PolicyRuleDefinition {
  /** The breach of an item, if it breaks the rule. */
  evaluate(
    item: DiscoveredItem,
    settings: RuleSettings,
  ): PolicyBreach | undefined;
}

/**
 * Rules about discovered products and suppliers, which are no records.
 * @public
 */
export const DISCOVERY_RULES: readonly DiscoveryRule[] = [
  discoveryRule({
    id: 'discovered-product-unmatched',
    area: 'shadow-it',
    severity: 'warning',
    title: 'Discovered product not in the register',
    description:
      'A product that discovery lists or bills of materials name has a licence or a software record in the register.',
    texts: {
      none: '"{{name}}" was found {{places}}, and no licence or software record is behind it. Register its licence, map it to a product, or have it removed.',
      several:
        '"{{name}}" was found {{places}}, and several products of the register fit it. Say which it is.',
      places: '{{first}} and {{second}}',
      devices_one: 'on {{count}} device',
      devices_other: 'on {{count}} devices',
      users_one: 'with {{count}} user',
      users_other: 'with {{count}} users',
      services_one: 'in the bill of materials of {{count}} service',
      services_other: 'in the bills of materials of {{count}} services',
    },
    lists: {
      ignore: {
        default: [],
        description: 'Names of products that need neither, in any case.',
      },
    },
    evaluate: (item, settings) =>
      item.kind === 'software' &&
      isOpen(item) &&
      // Bills of materials that named it may name it no more.
      placesOf(item).length > 0 &&
      !settings
        .list('ignore')
        .some(name => name.toLowerCase() === item.name.toLowerCase())
        ? {
            variant: item.state === 'ambiguous' ? 'several' : 'none',
            values: { name: shownText(item.name), places: placesOf(item) },
          }
        : undefined,
  }),
  discoveryRule({
    id: 'spend-unmatched',
    area: 'shadow-it',
    severity: 'warning',
    title: 'Spend with an unknown supplier',
    description:
      'Money is spent with suppliers that a record of the register names.',
    texts: {
      none_one:
        '{{count}} entry of spend with "{{name}}" has no supplier of the register behind. Register what was bought, or map the name to a supplier.',
      none_other:
        '{{count}} entries of spend with "{{name}}" have no supplier of the register behind. Register what was bought, or map the name to a supplier.',
      several_one:
        '{{count}} entry of spend with "{{name}}" has several suppliers of the register that fit. Say which it is.',
      several_other:
        '{{count}} entries of spend with "{{name}}" have several suppliers of the register that fit. Say which it is.',
    },
    evaluate: item =>
      item.kind === 'spend' && isOpen(item)
        ? {
            variant: item.state === 'ambiguous' ? 'several' : 'none',
            values: { count: item.lines, name: shownText(item.name) },
          }
        : undefined,
  }),
  discoveryRule({
    id: 'spend-without-agreement',
    area: 'shadow-it',
    severity: 'info',
    title: 'Spend without contract or licence',
    description:
      'Money is spent with suppliers that have a contract or licence in the register.',
    texts: {
      message_one:
        '{{count}} entry of spend with "{{name}}", and no contract or licence of the supplier is registered. Register it, or set the finding aside.',
      message_other:
        '{{count}} entries of spend with "{{name}}", and no contract or licence of the supplier is registered. Register it, or set the finding aside.',
    },
    evaluate: item =>
      item.kind === 'spend' && item.state === 'matched' && !item.hasAgreement
        ? {
            variant: 'message',
            values: { count: item.lines, name: shownText(item.name) },
          }
        : undefined,
  }),
  discoveryRule({
    id: 'spend-beyond-charges',
    area: 'shadow-it',
    severity: 'info',
    title: 'More spent than records charge',
    description:
      'What is spent with a supplier is what its records charge in the same months, one before and one after included.',
    texts: {
      message:
        'More is spent with "{{name}}" in {{currencies}} than the records of the supplier charge in the same months. Register what else was bought, or correct what they cost.',
    },
    numbers: {
      tolerancePercent: {
        default: 5,
        minimum: 0,
        maximum: 1000,
        description:
          'How much more may be spent than is charged, in per cent of what is charged.',
      },
    },
    evaluate: (item, settings) => {
      if (item.kind !== 'spend' || item.state !== 'matched') {
        return undefined;
      }
      // Else `spend-without-agreement` says it, once.
      if (
        !item.hasAgreement &&
        item.compared.every(({ chargedMinor }) => chargedMinor === 0n)
      ) {
        return undefined;
      }
      const allowed = 100n + BigInt(settings.number('tolerancePercent'));
      const beyond = item.compared
        .filter(
          ({ spentMinor, chargedMinor }) =>
            spentMinor > 0n && spentMinor * 100n > chargedMinor * allowed,
        )
        .map(({ currency }) => currency);
      return beyond.length === 0
        ? undefined
        : {
            variant: 'message',
            values: {
              name: shownText(item.name),
              currencies: beyond.join(', '),
            },
          };
    },
  }),
];

/** Sees to it that breaches fill the blanks of the texts they name. */
function discoveryRule<const Texts extends RuleTexts>(
  rule: Omit<DiscoveryRule, 'texts' | 'evaluate'> & {
    texts: Texts;
    evaluate(
      item: DiscoveredItem,
      settings: RuleSettings,
    ): BreachOf<Texts> | undefined;
  },
): DiscoveryRule {
  return rule;
}

/**
 * The rules an item breaks; `ref` names it in the findings.
 * @public
 */
export function evaluateDiscovery(
  ref: string,
  item: DiscoveredItem,
  settings: PolicySettings,
): PolicyFinding[] {
  return DISCOVERY_RULES.flatMap(rule => {
    const set = settings.get(rule.id);
    const breach = set?.enabled ? rule.evaluate(item, set) : undefined;
    return set && breach ? [findingOf(ref, rule, set, breach)] : [];
  });
}

function isOpen({ state }: DiscoveredItem): boolean {
  return state === 'unmatched' || state === 'ambiguous';
}

function placesOf(item: {
  devices: number;
  users: number;
  services: number;
}): TextPart[] {
  return (['devices', 'users', 'services'] as const).flatMap(text =>
    item[text] > 0 ? [{ text, values: { count: item[text] } }] : [],
  );
}
