import type {
  AssetSpec,
  ContractSpec,
  ItamKind,
  LicenseSpec,
} from '../entities/types';
import type { PoolPosition } from '../licensing';
import type { PlainDate } from '../values';
import type { BreachValues, FilledText, RuleTexts } from './ruleTexts';

/**
 * What a rule is about.
 * @public
 */
export type PolicyArea =
  | 'ownership'
  | 'life-cycle'
  | 'financial'
  | 'licensing'
  | 'contracts'
  | 'warranty'
  | 'security'
  | 'data-quality'
  | 'shadow-it';

/**
 * All areas of rules, in the order they are shown.
 * @public
 */
export const POLICY_AREAS: readonly PolicyArea[] = [
  'ownership',
  'life-cycle',
  'financial',
  'licensing',
  'contracts',
  'warranty',
  'security',
  'data-quality',
  'shadow-it',
];

/**
 * How much a finding matters.
 * @public
 */
export type PolicySeverity = 'info' | 'warning' | 'error';

/**
 * All severities, the gravest first.
 * @public
 */
export const POLICY_SEVERITIES: readonly PolicySeverity[] = [
  'error',
  'warning',
  'info',
];

/**
 * A record that rules are run over: its spec whole, with its financials, and
 * with references in full (`parseItamSpec`).
 * @public
 */
export type PolicyRecord =
  | { ref: string; kind: 'Asset'; spec: AssetSpec }
  | { ref: string; kind: 'License'; spec: LicenseSpec }
  | { ref: string; kind: 'Contract'; spec: ContractSpec };

/**
 * Whether a User or Group is in the catalog; `left` is one that was there and
 * is there no more.
 * @public
 */
export type PartyState = 'present' | 'left' | 'absent';

/**
 * What is known about a record beside its spec.
 *
 * Each fact is optional: what is not known breaks no rule. An empty list and 0
 * are known, absent is not.
 * @public
 */
export interface PolicyFacts {
  /** State of the owner in force. */
  owner?: PartyState;
  /** State of the assignee. */
  assignee?: PartyState;
  /** Full refs of services in force that the catalog does not have. */
  missingServices?: readonly string[];
  /** Asset: whether a contract covers it; it may stand for an order. */
  coveredByContract?: boolean;
  /** Asset, contract: a bill of a cloud in force says what it costs. */
  isBilled?: boolean;
  /** Asset: another record has the same tag. */
  hasDuplicateTag?: boolean;
  /** Asset: another record has the same serial number and manufacturer. */
  hasDuplicateSerial?: boolean;
  /** Asset: when a discovery source or audit last saw it; beside spec.lastSeen. */
  lastSeenOn?: PlainDate;
  /** Asset: the last closed audit that had it in its scope. */
  lastAudit?: { closedOn: PlainDate; wasSeen: boolean };
  /** Asset: loans that are not returned, with their last day. */
  openLoans?: readonly { to: string; dueBack: PlainDate }[];
  /** Asset: servicing that is not done, with the day it is due. */
  openServicings?: readonly { title: string; dueOn: PlainDate }[];
  /** Asset: software that discovery found on it. */
  discoveredSoftware?: readonly {
    name: string;
    /** Whether a licence, or an asset of the register, is behind it. */
    isMatched: boolean;
    /**
     * Whether the asset, its holder or the user it was found with has a seat;
     * absent where no licence behind it counts seats.
     */
    hasSeat?: boolean;
  }[];
  /** License: position of the pool it belongs to. */
  position?: Pick<
    PoolPosition,
    'applicable' | 'balance' | 'unused' | 'entitled'
  >;
  /** License: whether its contract has charges, which may price it. */
  contractHasCharges?: boolean;
  /** Contract: how many of the records it covers exist and are not retired. */
  coveredRecords?: number;
  /** Contract: full refs of contracts under it that have charges of their own. */
  pricedParts?: readonly string[];
}

/**
 * A number that a rule can be set to.
 * @public
 */
export interface NumberSetting {
  /** Value when nothing is set. */
  default: number;
  /** Smallest value. */
  minimum: number;
  /** Largest value. */
  maximum: number;
  /** What it says, with its unit. */
  description: string;
}

/**
 * A list of words that a rule can be set to.
 * @public
 */
export interface ListSetting {
  /** Words when nothing is set. */
  default: readonly string[];
  /** Which words it may have, where not any. */
  words?: {
    /** What is allowed, as it is said. */
    allowed: string;
    isAllowed(word: string): boolean;
  };
  /** What it says. */
  description: string;
}

/**
 * The settings of one rule as it reads them.
 * @public
 */
export interface RuleSettings {
  /** A number by its name; throws RangeError for a name the rule has not. */
  number(name: string): number;
  /** A list by its name; throws RangeError for a name the rule has not. */
  list(name: string): readonly string[];
}

/**
 * What a rule found.
 * @public
 */
export interface PolicyBreach {
  /** Which of the rule's texts says what is wrong and what to do. */
  variant: string;
  /** What fills the blanks of the text; never an amount. */
  values?: BreachValues;
  /** The field it is about, where it is about one. */
  path?: string;
  /** Tells several findings of a rule about one record apart; stable. */
  subject?: string;
}

/**
 * What a rule is called, and how it can be set.
 * @public
 */
export interface PolicyRuleDefinition {
  /** Stable name, such as `owner-missing`. */
  id: string;
  /** What it is about. */
  area: PolicyArea;
  /** How much its findings matter when nothing is set. */
  severity: PolicySeverity;
  /** What is wrong, in a few words. */
  title: string;
  /** What the rule asks for and why. */
  description: string;
  /** What its findings say is wrong and what to do, and parts of that. */
  texts: RuleTexts;
  /** Numbers it can be set to, by name. */
  numbers?: Readonly<Record<string, NumberSetting>>;
  /** Lists it can be set to, by name. */
  lists?: Readonly<Record<string, ListSetting>>;
}

/**
 * A rule run over the records of the register.
 * @public
 */
export interface PolicyRule extends PolicyRuleDefinition {
  /** The kinds it is about. */
  kinds: readonly ItamKind[];
  /** The breaches of a record; none for kinds it is not about. */
  evaluate(
    record: PolicyRecord,
    facts: PolicyFacts,
    settings: RuleSettings,
    asOf: PlainDate,
  ): PolicyBreach[];
}

/**
 * What a rule with these texts found.
 * @public
 */
export type BreachOf<Texts> = PolicyBreach & FilledText<Texts>;

/**
 * A rule before its kind is fixed.
 * @public
 */
export type RuleOf<Spec, Texts extends RuleTexts> = Omit<
  PolicyRule,
  'kinds' | 'evaluate' | 'texts'
> & {
  texts: Texts;
  evaluate(
    spec: Spec,
    facts: PolicyFacts,
    settings: RuleSettings,
    asOf: PlainDate,
  ): (BreachOf<Texts> | undefined | false)[];
};

/**
 * A rule about assets.
 * @public
 */
export function assetRule<const Texts extends RuleTexts>(
  rule: RuleOf<AssetSpec, Texts>,
): PolicyRule {
  return {
    ...rule,
    kinds: ['Asset'],
    evaluate: (record, facts, settings, asOf) =>
      record.kind === 'Asset'
        ? found(rule.evaluate(record.spec, facts, settings, asOf))
        : [],
  };
}

/**
 * A rule about licences.
 * @public
 */
export function licenseRule<const Texts extends RuleTexts>(
  rule: RuleOf<LicenseSpec, Texts>,
): PolicyRule {
  return {
    ...rule,
    kinds: ['License'],
    evaluate: (record, facts, settings, asOf) =>
      record.kind === 'License'
        ? found(rule.evaluate(record.spec, facts, settings, asOf))
        : [],
  };
}

/**
 * A rule about contracts.
 * @public
 */
export function contractRule<const Texts extends RuleTexts>(
  rule: RuleOf<ContractSpec, Texts>,
): PolicyRule {
  return {
    ...rule,
    kinds: ['Contract'],
    evaluate: (record, facts, settings, asOf) =>
      record.kind === 'Contract'
        ? found(rule.evaluate(record.spec, facts, settings, asOf))
        : [],
  };
}

/**
 * A rule about all kinds.
 * @public
 */
export function anyRule<const Texts extends RuleTexts>(
  rule: RuleOf<PolicyRecord, Texts>,
): PolicyRule {
  return {
    ...rule,
    kinds: ['Asset', 'License', 'Contract'],
    evaluate: (record, facts, settings, asOf) =>
      found(rule.evaluate(record, facts, settings, asOf)),
  };
}

function found(breaches: (PolicyBreach | undefined | false)[]): PolicyBreach[] {
  return breaches.flatMap(one => (one ? [one] : []));
}
