export * from './PolicyRule';
export * from './evaluatePolicies';
export * from './policyRules';
export * from './policySettings';
