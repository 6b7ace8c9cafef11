import type { Entity } from '@backstage/catalog-model';

/**
 * An entity that must be refused, and what the refusal must say. Shared by the
 * tests of every way in: YAML, API and import.
 */
export interface BadInputCase {
  name: string;
  entity: Entity;
  /** Path of the problem. */
  path: string;
  /** Rule of the problem. */
  rule: string;
  /** Text that must appear in no message. */
  secrets: string[];
}

/** `[name, field to change, value, rule, path of the problem, secrets]`. */
export type BadValueRow = [
  name: string,
  field: string,
  value: unknown,
  rule: string,
  path?: string,
  secrets?: string[],
];
