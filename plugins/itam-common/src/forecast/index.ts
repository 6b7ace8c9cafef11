export * from './forecastPart';
export * from './forecastEvents';
export * from './renewalStartMonths';
