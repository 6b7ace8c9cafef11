import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';

/** How an item can differ from what is registered. */
export type Discrepancy = AuditItemEntry['discrepancies'][number];

/** All of them, the gravest first. */
export const DISCREPANCIES: readonly Discrepancy[] = [
  'missing',
  'misplaced',
  'wrong-holder',
  'wrong-status',
  'unexpected',
  'not-checked',
];
