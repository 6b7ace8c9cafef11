export { canonicalRefs } from './canonicalRefs';
export { containsAny } from './containsAny';
export { entityRefList } from './entityRefList';
