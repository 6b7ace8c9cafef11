import type { IncomingHttpHeaders } from 'node:http';
import { InputError } from '@backstage/errors';
import {
  PreconditionRequiredError,
  VersionMismatchError,
} from '@backstage-itam/plugin-itam-common';

/**
 * What a write requires of what it changes.
 *
 * Read from the request in the router with {@link readPrecondition}, checked
 * inside the transaction with {@link checkPrecondition}, against a row that is
 * locked or changed under the same condition.
 */
export interface Precondition {
  /** It must not exist yet. */
  absent: boolean;
  /** One of these versions must be the current one; `any` that exists. */
  versions: 'any' | readonly number[] | undefined;
}

/** A tag as the register writes it. Proxies that compress add the `W/`. */
const TAG = /^(?:W\/)?"([^"]*)"$/;
const VERSION = /^\d{1,15}$/;

/**
 * Reads `If-Match` and `If-None-Match` of a write.
 *
 * A tag names a version of what is stored, not the bytes of an answer, so a
 * weak one is as good as a strong one. A tag the register never wrote matches
 * nothing.
 *
 * Throws PreconditionRequiredError (428) when both are missing, and InputError
 * when one cannot be read.
 *
 * @param ref - What is changed, for the message
 */
export function readPrecondition(
  headers: Pick<IncomingHttpHeaders, 'if-match' | 'if-none-match'>,
  ref: string,
): Precondition {
  const match = headers['if-match']?.trim();
  const noneMatch = headers['if-none-match']?.trim();
  if (match === undefined && noneMatch === undefined) {
    throw new PreconditionRequiredError({ ref });
  }
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw new InputError('If-None-Match of a change can only be *');
  }
  return {
    absent: noneMatch === '*',
    versions: match === undefined ? undefined : versionsOf(match),
  };
}

/**
 * Checks a precondition against the current version.
 *
 * Throws VersionMismatchError (412) when it does not hold.
 *
 * @param ref - What is changed, for the message
 * @param currentVersion - undefined when it does not exist
 */
export function checkPrecondition(
  precondition: Precondition,
  ref: string,
  currentVersion: number | undefined,
): void {
  const { absent, versions } = precondition;
  const matches =
    versions === undefined ||
    (currentVersion !== undefined &&
      (versions === 'any' || versions.includes(currentVersion)));
  if (!matches || (absent && currentVersion !== undefined)) {
    throw new VersionMismatchError({ ref });
  }
}

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

function versionsOf(match: string): Precondition['versions'] {
  if (match === '*') {
    return 'any';
  }
  return match.split(',').flatMap(part => {
    const tag = TAG.exec(part.trim());
    if (!tag) {
      throw new InputError('If-Match has to be an ETag, such as "3"');
    }
    return VERSION.test(tag[1]) ? [Number(tag[1])] : [];
  });
}
