export * from './PolicyRule';
export * from './evaluatePolicies';
export * from './policyPractices';
export * from './policyRules';
export * from './compareSpend';
export * from './discoveryNames';
export * from './discoveryRules';
export * from './policySettings';
