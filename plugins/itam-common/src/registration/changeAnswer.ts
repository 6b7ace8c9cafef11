import type { ValidationProblem } from '../entities/validation/ValidationProblem';

/**
 * A spec after a change, or everything that speaks against the change.
 *
 * Refused changes leave the spec that was given as it is; all functions of
 * this folder return copies.
 * @public
 */
export type ChangeAnswer<Changed> =
  | ({ ok: true } & Changed)
  | { ok: false; problems: ValidationProblem[] };
