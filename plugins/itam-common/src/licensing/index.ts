export * from './consumption';
export * from './licensePosition';
export * from './priceAccruals';
export * from './unitPrice';
