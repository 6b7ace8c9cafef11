import type { Access } from './access';

/** What tasks read that act for nobody in particular. */
export const wholeRegister: Access = {
  records: { kind: 'all' },
  contracts: { kind: 'all' },
  costs: { kind: 'all' },
};
