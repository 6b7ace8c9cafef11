import { SOFTWARE_RULES } from '../software/softwareRules';
import { DISCOVERY_RULES } from './discoveryRules';
import type { PolicyRuleDefinition } from './PolicyRule';
import { POLICY_RULES } from './policyRules';

/**
 * The nine areas that an ITAM policy of an organisation has chapters for.
 * @public
 */
export type PolicyPractice =
  | 'cataloguing'
  | 'acquisition'
  | 'deployment'
  | 'maintenance-and-upgrades'
  | 'functionality-monitoring'
  | 'financial-management'
  | 'ownership'
  | 'removal'
  | 'record-keeping';

/**
 * All practices, in the order of an asset's life.
 * @public
 */
export const POLICY_PRACTICES: readonly PolicyPractice[] = [
  'cataloguing',
  'acquisition',
  'deployment',
  'maintenance-and-upgrades',
  'functionality-monitoring',
  'financial-management',
  'ownership',
  'removal',
  'record-keeping',
];

const RULES_OF: Readonly<Record<PolicyPractice, readonly string[]>> = {
  cataloguing: [
    'service-missing',
    'hardware-unidentified',
    'model-missing',
    'software-unmatched',
    'discovered-product-unmatched',
  ],
  acquisition: [
    'delivery-overdue',
    'license-short',
    'license-ends-soon',
    'open-source-expression',
    'dependency-license-forbidden',
    'dependency-license-review',
    'contract-notice-due',
    'contract-expired',
    'contract-ends-soon',
    'automatic-renewal-without-notice',
    'spend-unmatched',
    'spend-without-agreement',
  ],
  deployment: [
    'stage-evidence-missing',
    'in-service-missing',
    'license-expired',
    'rights-ended',
    'software-without-seat',
  ],
  'maintenance-and-upgrades': [
    'servicing-overdue',
    'warranty-ended',
    'warranty-ends-soon',
    'end-of-life-passed',
    'support-ended',
    'support-without-records',
  ],
  'functionality-monitoring': [
    'last-seen',
    'not-in-last-audit',
    'license-unused',
    'data-device-missing',
  ],
  'financial-management': [
    'asset-price-missing',
    'license-price-missing',
    'contract-price-missing',
    'depreciation-without-life',
    'master-agreement-priced',
    'cost-center-missing',
    'cost-unallocated',
    'spend-beyond-charges',
  ],
  ownership: [
    'owner-missing',
    'owner-left',
    'holder-left',
    'in-use-by-nobody',
    'loan-overdue',
  ],
  removal: ['erasure-evidence-missing', 'proceeds-missing', 'retired-too-long'],
  'record-keeping': [
    'duplicate-tag',
    'duplicate-serial',
    'license-quantity-missing',
    'contract-number-missing',
  ],
};

const PRACTICE_OF: ReadonlyMap<string, PolicyPractice> = new Map(
  POLICY_PRACTICES.flatMap(practice =>
    RULES_OF[practice].map((rule): [string, PolicyPractice] => [
      rule,
      practice,
    ]),
  ),
);

/**
 * To be raised when what a rule finds changes though its texts do not, so that
 * a register evaluates all records anew.
 * @public
 */
export const POLICY_RULES_VERSION = 1;

/**
 * All rules there are: those about records, about discoveries and about the
 * components of services.
 * @public
 */
export const ALL_POLICY_RULES: readonly PolicyRuleDefinition[] = [
  ...POLICY_RULES,
  ...DISCOVERY_RULES,
  ...SOFTWARE_RULES,
];

/**
 * The practice that a rule belongs to.
 *
 * Throws RangeError for a rule there is not.
 * @public
 */
export function practiceOf(ruleId: string): PolicyPractice {
  const practice = PRACTICE_OF.get(ruleId);
  if (practice === undefined) {
    throw new RangeError(`There is no rule ${ruleId}`);
  }
  return practice;
}
