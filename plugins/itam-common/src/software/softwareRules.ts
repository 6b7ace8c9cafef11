import { quoteText } from '../entities/validation/describe';
import type { PolicyFinding } from '../policies/evaluatePolicies';
import type { ListSetting, PolicyRuleDefinition } from '../policies/PolicyRule';
import type { PolicySettings } from '../policies/policySettings';
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

const FORBIDDEN = {
  id: 'dependency-license-forbidden',
  area: 'licensing',
  severity: 'error',
  title: 'Dependency under a forbidden licence',
  description:
    'No service has components that can only be used under a licence that is forbidden.',
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
    ...findingsOf(ref, FORBIDDEN, settings, judged, 'forbidden'),
    ...findingsOf(ref, REVIEW, settings, judged, 'review'),
  ];
}

function findingsOf(
  ref: string,
  rule: PolicyRuleDefinition,
  settings: PolicySettings,
  judged: readonly { one: LicensedComponents; verdict: LicenseVerdict }[],
  wanted: LicenseVerdict,
): PolicyFinding[] {
  const set = settings.get(rule.id);
  const found = byText(
    judged.filter(({ verdict }) => verdict === wanted).map(({ one }) => one),
  );
  if (!set?.enabled || found.length === 0) {
    return [];
  }
  const finding = (subject: string, message: string): PolicyFinding => ({
    ref,
    rule: rule.id,
    area: rule.area,
    severity: set.severity,
    title: rule.title,
    message,
    subject,
  });
  const more = found.slice(LICENSES_AT_MOST);
  return [
    ...found
      .slice(0, LICENSES_AT_MOST)
      .map(one => finding(one.text, messageOf(one, wanted))),
    ...(more.length === 0
      ? []
      : [
          finding(
            'more licences',
            `${counted(
              more.reduce((sum, { components }) => sum + components, 0),
            )} under ${
              more.length
            } more licences. See the software of the service.`,
          ),
        ]),
  ];
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

function messageOf(one: LicensedComponents, verdict: LicenseVerdict): string {
  const such = `${counted(one.components)} (${one.examples
    .slice(0, EXAMPLES)
    .map(quoteText)
    .join(', ')}${one.components > EXAMPLES ? ', …' : ''})`;
  if (verdict === 'forbidden') {
    return `${such} under ${quoteText(
      one.text,
    )}, which is forbidden. Replace them, or have the licence allowed.`;
  }
  if (one.stated.length === 0) {
    return `${such} state no licence. Find out which they are under.`;
  }
  if (one.stated.some(({ form }) => form === 'name')) {
    return `${such} under ${quoteText(one.text)}, a name in free text${
      one.suggestion === undefined
        ? ''
        : ` that may stand for ${one.suggestion}`
    }. Look at it, and have the bill of materials state the SPDX id.`;
  }
  return `${such} under ${quoteText(
    one.text,
  )}, which is not allowed in any case. Look at it, and have it allowed or forbidden.`;
}

function counted(components: number): string {
  return components === 1 ? '1 component' : `${components} components`;
}
