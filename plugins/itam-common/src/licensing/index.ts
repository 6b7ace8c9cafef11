export * from './consumption';
export * from './foundSoftware';
export * from './licensePosition';
export * from './poolPosition';
export * from './positionState';
export * from './priceAccruals';
export * from './unitPrice';
