import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ItamValidationError,
  normalisedProduct,
  normalisedSupplier,
  type SoftwareList,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';

/** Software that a tool found, as it is kept. */
export interface FoundSoftware {
  key: string;
  name: string;
  publisher: string | null;
  publisherKey: string;
  /** Empty where none was named. */
  device: string;
  userRef: string;
  /** ISO calendar date. */
  lastSeen: string;
}

/** Of one list, problems that are told. */
export const PROBLEMS_AT_MOST = 50;

/**
 * Reads a list of discovered software. Of entries of the same product, device
 * and user the latest counts.
 *
 * Throws ItamValidationError with the problems of all entries, 50 at most.
 *
 * @param today - ISO calendar date
 */
export function newSoftware(
  list: SoftwareList,
  today: string,
): FoundSoftware[] {
  const problems: ValidationProblem[] = [
    ...lineProblems('source', list.source),
  ];
  const found = new Map<string, FoundSoftware>();
  list.entries.forEach((entry, index) => {
    const at = `entries[${index}]`;
    const { name, publisher, device, user, lastSeen } = entry;
    const key = normalisedProduct(name);
    const userRef = user === undefined ? '' : userRefOf(user);
    problems.push(
      ...lineProblems(`${at}.name`, name),
      ...lineProblems(`${at}.publisher`, publisher),
      ...lineProblems(`${at}.device`, device),
      ...lineProblems(`${at}.user`, user),
      ...dayProblems(`${at}.lastSeen`, lastSeen, {
        to: today,
        why: 'today or earlier',
      }),
      ...(key === ''
        ? [inputProblem(`${at}.name`, 'name', 'a name with letters or digits')]
        : []),
      ...(userRef === undefined
        ? [inputProblem(`${at}.user`, 'ref', 'a ref such as user:default/mia')]
        : []),
      ...(device === undefined && user === undefined
        ? [inputProblem(at, 'where', 'a device, a user or both')]
        : []),
    );
    const one: FoundSoftware = {
      key,
      name: name.trim(),
      publisher: publisher?.trim() ?? null,
      publisherKey: normalisedSupplier(publisher ?? ''),
      device: device?.trim() ?? '',
      userRef: userRef ?? '',
      lastSeen,
    };
    const identity = JSON.stringify([
      key,
      one.publisherKey,
      one.device,
      one.userRef,
    ]);
    const before = found.get(identity);
    if (!before || before.lastSeen < lastSeen) {
      found.set(identity, one);
    }
  });
  if (problems.length > 0) {
    throw new ItamValidationError({
      ref: 'the list',
      problems: problems.slice(0, PROBLEMS_AT_MOST),
    });
  }
  return [...found.values()];
}

/** A name without a kind is that of a User. */
function userRefOf(user: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(user.trim(), { defaultKind: 'user' }),
    );
  } catch {
    return undefined;
  }
}
