export * from './EntityListPicker';
export * from './EntityPicker';
export { PARTIES, SERVICES, type PickRange } from './pickRange';
export type { EntityOption, Found, OptionSection } from './found';
export { Picker, type PickerLooks } from './Picker';
export { usePickerText } from './usePickerText';
export { useCatalogEntities } from './useCatalogEntities';
export { typedRef, typedRefOr } from './typedRef';
