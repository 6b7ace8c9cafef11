import { shownText } from '../entities/validation/describe';
import type { PolicyFinding } from '../policies/evaluatePolicies';
import { findingOf } from '../policies/findingOf';
import type {
  BreachOf,
  ListSetting,
  PolicyBreach,
  PolicyRuleDefinition,
} from '../policies/PolicyRule';
import type { PolicySettings } from '../policies/policySettings';
import type { TextPart } from '../policies/ruleTexts';
import {
  isPolicyLicense,
  judgeLicenses,
  type LicensePolicy,
  type LicenseVerdict,
  type StatedLicense,
} from './judgeLicense';

/** Findings of one rule about one service; the rest is one finding. */
const LICENSES_AT_MOST = 100;
const EXAMPLES = 3;

const LICENSES: Pick<ListSetting, 'words'> = {
  words: {
    allowed: 'SPDX ids or LicenseRef-…, with an exception or without',
    isAllowed: isPolicyLicense,
  },
};

/** Texts of either rule; of components are some named. */
const COMPONENTS = {
  examples: '{{first}}, {{second}}',
  example: '"{{name}}"',
  more: '…',
  rest_one:
    '{{count}} component under {{licenses}} more licences. See the software of the service.',
  rest_other:
    '{{count}} components under {{licenses}} more licences. See the software of the service.',
} as const;

const FORBIDDEN = {
  id: 'dependency-license-forbidden',
  area: 'licensing',
  severity: 'error',
  title: 'Dependency under a forbidden licence',
  description:
    'No service has components that can only be used under a licence that is forbidden.',
  texts: {
    ...COMPONENTS,
    message_one:
      '{{count}} component ({{examples}}) under "{{license}}", which is forbidden. Replace them, or have the licence allowed.',
    message_other:
      '{{count}} components ({{examples}}) under "{{license}}", which is forbidden. Replace them, or have the licence allowed.',
  },
  lists: {
    forbid: {
      default: ['AGPL-3.0-only', 'AGPL-3.0-or-later', 'SSPL-1.0', 'BUSL-1.1'],
      description: 'SPDX ids that are forbidden.',
      ...LICENSES,
    },
  },
} as const satisfies PolicyRuleDefinition;

const REVIEW = {
  id: 'dependency-license-review',
  area: 'licensing',
  severity: 'warning',
  title: 'Dependency under a licence to review',
  description:
    'Licences of components are stated, and are looked at where they are not allowed in any case.',
  texts: {
    ...COMPONENTS,
    message_one:
      '{{count}} component ({{examples}}) under "{{license}}", which is not allowed in any case. Look at it, and have it allowed or forbidden.',
    message_other:
      '{{count}} components ({{examples}}) under "{{license}}", which is not allowed in any case. Look at it, and have it allowed or forbidden.',
    none_one:
      '{{count}} component ({{examples}}) state no licence. Find out which they are under.',
    none_other:
      '{{count}} components ({{examples}}) state no licence. Find out which they are under.',
    name_one:
      '{{count}} component ({{examples}}) under "{{license}}", a name in free text. Look at it, and have the bill of materials state the SPDX id.',
    name_other:
      '{{count}} components ({{examples}}) under "{{license}}", a name in free text. Look at it, and have the bill of materials state the SPDX id.',
    nameLike_one:
      '{{count}} component ({{examples}}) under "{{license}}", a name in free text that may stand for {{suggestion}}. Look at it, and have the bill of materials state the SPDX id.',
    nameLike_other:
      '{{count}} components ({{examples}}) under "{{license}}", a name in free text that may stand for {{suggestion}}. Look at it, and have the bill of materials state the SPDX id.',
  },
  lists: {
    allow: {
      default: [],
      description:
        'SPDX ids that are allowed; with an empty list, all known ones that are neither forbidden nor to be reviewed.',
      ...LICENSES,
    },
    review: {
      default: [],
      description: 'SPDX ids that somebody has to look at.',
      ...LICENSES,
    },
  },
} as const satisfies PolicyRuleDefinition;

/**
 * Rules about the components of services.
 * @public
 */
export const SOFTWARE_RULES: readonly PolicyRuleDefinition[] = [
  FORBIDDEN,
  REVIEW,
];

/**
 * Components of a service that state the same licences.
 * @public
 */
export interface LicensedComponents {
  /** What they state. */
  stated: readonly StatedLicense[];
  /** How that is called. */
  text: string;
  /** How many there are. */
  components: number;
  /** Names of some. */
  examples: readonly string[];
  /** The SPDX id that a name in free text may stand for. */
  suggestion?: string;
}

/**
 * The lists that licences of components are judged by. A rule that is switched
 * off has none.
 * @public
 */
export function licensePolicyOf(settings: PolicySettings): LicensePolicy {
  const forbidden = settings.get(FORBIDDEN.id);
  const review = settings.get(REVIEW.id);
  return {
    allow: review?.enabled ? review.list('allow') : [],
    review: review?.enabled ? review.list('review') : [],
    forbid: forbidden?.enabled ? forbidden.list('forbid') : [],
  };
}

/**
 * The rules that the components of a service break: a finding for each licence.
 *
 * @param ref - Full ref of the service
 * @public
 */
export function evaluateSoftware(
  ref: string,
  licensed: readonly LicensedComponents[],
  settings: PolicySettings,
): PolicyFinding[] {
  const policy = licensePolicyOf(settings);
  const judged = licensed.map(one => ({
    one,
    verdict: judgeLicenses(one.stated, policy),
  }));
  return [
    ...findingsOf(
      ref,
      { rule: FORBIDDEN, verdict: 'forbidden', breachOf: forbiddenBreach },
      settings,
      judged,
    ),
    ...findingsOf(
      ref,
      { rule: REVIEW, verdict: 'review', breachOf: reviewBreach },
      settings,
      judged,
    ),
  ];
}

function findingsOf(
  ref: string,
  of: {
    rule: PolicyRuleDefinition;
    verdict: LicenseVerdict;
    breachOf(one: LicensedComponents): PolicyBreach;
  },
  settings: PolicySettings,
  judged: readonly { one: LicensedComponents; verdict: LicenseVerdict }[],
): PolicyFinding[] {
  const { rule } = of;
  const set = settings.get(rule.id);
  const found = byText(
    judged
      .filter(({ verdict }) => verdict === of.verdict)
      .map(({ one }) => one),
  );
  if (!set?.enabled) {
    return [];
  }
  const more = found.slice(LICENSES_AT_MOST);
  const rest: BreachOf<typeof COMPONENTS> = {
    variant: 'rest',
    subject: 'more licences',
    values: {
      count: more.reduce((sum, { components }) => sum + components, 0),
      licenses: more.length,
    },
  };
  return [
    ...found
      .slice(0, LICENSES_AT_MOST)
      .map(one => ({ ...of.breachOf(one), subject: one.text })),
    ...(more.length === 0 ? [] : [rest]),
  ].map(breach => findingOf(ref, rule, set, breach));
}

/** The same licence may be stated as an id and as an expression. */
function byText(all: readonly LicensedComponents[]): LicensedComponents[] {
  const found = new Map<string, LicensedComponents>();
  for (const one of all) {
    const before = found.get(one.text);
    found.set(
      one.text,
      before
        ? {
            ...before,
            components: before.components + one.components,
            examples: [...before.examples, ...one.examples],
          }
        : one,
    );
  }
  return [...found.values()];
}

function forbiddenBreach(
  one: LicensedComponents,
): BreachOf<typeof FORBIDDEN.texts> {
  return {
    variant: 'message',
    values: { ...suchOf(one), license: shownText(one.text) },
  };
}

function reviewBreach(one: LicensedComponents): BreachOf<typeof REVIEW.texts> {
  const { stated, suggestion } = one;
  if (stated.length === 0) {
    return { variant: 'none', values: suchOf(one) };
  }
  const values = { ...suchOf(one), license: shownText(one.text) };
  if (!stated.some(({ form }) => form === 'name')) {
    return { variant: 'message', values };
  }
  return suggestion === undefined
    ? { variant: 'name', values }
    : { variant: 'nameLike', values: { ...values, suggestion } };
}

/** How many components there are, and some of them. */
function suchOf({ components, examples }: LicensedComponents): {
  count: number;
  examples: TextPart[];
} {
  return {
    count: components,
    examples: [
      ...examples
        .slice(0, EXAMPLES)
        .map(name => ({ text: 'example', values: { name: shownText(name) } })),
      ...(components > EXAMPLES ? [{ text: 'more' }] : []),
    ],
  };
}
