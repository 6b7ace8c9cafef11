export * from './nodeRef';
export * from './NodePicker';
