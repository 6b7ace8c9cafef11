import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotFoundError,
} from '@backstage/errors';
import { formatProblems } from './entities/validation/formatProblems';
import type { ValidationProblem } from './entities/validation/ValidationProblem';

/**
 * An entity or record was refused; carries all problems, none with money.
 * Answered as 400.
 * @public
 */
export class ItamValidationError extends InputError {
  /** Ref of the record. */
  readonly ref: string;
  /** Everything that is wrong. */
  readonly problems: readonly ValidationProblem[];

  constructor(facts: { ref: string; problems: readonly ValidationProblem[] }) {
    super(formatProblems(facts.ref, facts.problems));
    this.ref = facts.ref;
    this.problems = facts.problems;
  }
}

/**
 * No record has that ref, or the caller may not know of it: the answer is the
 * same. Answered as 404.
 * @public
 */
export class RecordNotFoundError extends NotFoundError {
  /** Ref of the record. */
  readonly ref: string;

  constructor(facts: { ref: string }) {
    super(`There is no record ${facts.ref}`);
    this.ref = facts.ref;
  }
}

/**
 * A ref is held by one origin at a time; this is the second claimant.
 * Answered as 409.
 * @public
 */
export class RecordHeldError extends ConflictError {
  /** Ref of the record. */
  readonly ref: string;
  /** The origin that holds the ref. */
  readonly heldBy: 'declared' | 'registered';

  constructor(facts: { ref: string; heldBy: 'declared' | 'registered' }) {
    super(
      facts.heldBy === 'declared'
        ? `${facts.ref} is declared in the catalog, which is its source`
        : `${facts.ref} is registered in the register, which is its source`,
    );
    this.ref = facts.ref;
    this.heldBy = facts.heldBy;
  }
}

/**
 * A tag, or a serial number of one manufacturer, that another record has.
 *
 * `otherRef` is given only to those who may read that record. Answered as 409.
 * @public
 */
export class DuplicateIdentifierError extends ConflictError {
  /** Ref of the record. */
  readonly ref: string;
  /** The field whose value is taken. */
  readonly field: 'tag' | 'serialNumber';
  /** The record that has the value, where the caller may know it. */
  readonly otherRef: string | undefined;

  constructor(facts: {
    ref: string;
    field: 'tag' | 'serialNumber';
    otherRef?: string;
  }) {
    super(
      `spec.${facts.field} of ${facts.ref} is taken by ${
        facts.otherRef ?? 'another record'
      }`,
    );
    this.ref = facts.ref;
    this.field = facts.field;
    this.otherRef = facts.otherRef;
  }
}

/**
 * A record that is part of itself through others; names the whole cycle.
 * Answered as 409.
 * @public
 */
export class PartOfCycleError extends ConflictError {
  /** The refs of the cycle, each once, in order. */
  readonly cycle: readonly string[];

  constructor(facts: { cycle: readonly string[] }) {
    super(
      `spec.partOf forms a cycle: ${[
        ...facts.cycle,
        ...facts.cycle.slice(0, 1),
      ].join(' → ')}`,
    );
    this.cycle = facts.cycle;
  }
}

/**
 * A step the life cycle does not have, or one without the reason it needs.
 * Answered as 409.
 * @public
 */
export class TransitionRefusedError extends ConflictError {
  /** Ref of the record. */
  readonly ref: string;
  /** The status the record is in. */
  readonly from: string;
  /** The status that was asked for. */
  readonly to: string;
  /** Whether the step does not exist, or only lacks its reason. */
  readonly why: 'not-allowed' | 'reason-missing';
  /** The statuses that may follow. */
  readonly allowed: readonly string[];

  constructor(facts: {
    ref: string;
    from: string;
    to: string;
    why: 'not-allowed' | 'reason-missing';
    allowed: readonly string[];
  }) {
    super(
      facts.why === 'reason-missing'
        ? `${facts.ref} needs a reason to go from ${facts.from} to ${facts.to}`
        : `${facts.ref} cannot go from ${facts.from} to ${
            facts.to
          }; it may go to ${facts.allowed.join(', ') || 'no other status'}`,
    );
    this.ref = facts.ref;
    this.from = facts.from;
    this.to = facts.to;
    this.why = facts.why;
    this.allowed = facts.allowed;
  }
}

/**
 * A write without the version it is based on. Answered as 428.
 * @public
 */
export class PreconditionRequiredError extends CustomErrorBase {
  /** Name of the error. */
  name = 'PreconditionRequiredError' as const;
  /** HTTP status it is answered with. */
  readonly statusCode = 428;

  constructor(facts: { ref: string }) {
    super(
      `A change of ${facts.ref} needs an If-Match header with the ETag it is based on`,
    );
  }
}

/**
 * A write based on a version that is no longer the current one. Answered as
 * 412.
 * @public
 */
export class VersionMismatchError extends CustomErrorBase {
  /** Name of the error. */
  name = 'VersionMismatchError' as const;
  /** HTTP status it is answered with. */
  readonly statusCode = 412;
  /** Ref of the record. */
  readonly ref: string;

  constructor(facts: { ref: string }) {
    super(`${facts.ref} was changed by somebody else in the meantime`);
    this.ref = facts.ref;
  }
}

/**
 * A change in months that finance has closed. Answered as 409.
 * @public
 */
export class ClosedPeriodError extends ConflictError {
  /** Last closed month, `YYYY-MM`. */
  readonly closedThrough: string;

  constructor(facts: { closedThrough: string }) {
    super(`The months up to ${facts.closedThrough} are closed`);
    this.closedThrough = facts.closedThrough;
  }
}
