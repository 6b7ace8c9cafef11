export * from './consumption';
export * from './licensePosition';
export * from './poolPosition';
export * from './positionState';
export * from './priceAccruals';
export * from './unitPrice';
