export * from './chargeAccruals';
