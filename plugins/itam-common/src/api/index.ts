export type {
  components as ItamApiComponents,
  operations as ItamApiOperations,
} from './generated/types';
export * from './types';
export * from './client';
