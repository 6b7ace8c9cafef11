export * from './costInsightsTypes';
export * from './ItamCostInsights';
