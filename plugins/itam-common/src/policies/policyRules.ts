import type { PolicyRule } from './PolicyRule';
import { CONTRACT_RULES } from './rules/contracts';
import { DATA_QUALITY_RULES } from './rules/dataQuality';
import { FINANCIAL_RULES } from './rules/financial';
import { LICENSING_RULES } from './rules/licensing';
import { LIFECYCLE_RULES } from './rules/lifecycle';
import { OWNERSHIP_RULES } from './rules/ownership';
import { SECURITY_RULES } from './rules/security';
import { SHADOW_IT_RULES } from './rules/shadowIt';
import { WARRANTY_RULES } from './rules/warranty';

/**
 * All rules, by area.
 * @public
 */
export const POLICY_RULES: readonly PolicyRule[] = [
  ...OWNERSHIP_RULES,
  ...LIFECYCLE_RULES,
  ...FINANCIAL_RULES,
  ...LICENSING_RULES,
  ...CONTRACT_RULES,
  ...WARRANTY_RULES,
  ...SECURITY_RULES,
  ...DATA_QUALITY_RULES,
  ...SHADOW_IT_RULES,
];
