export * from './contractCharges';
export * from './renewalState';
export * from './terms';
