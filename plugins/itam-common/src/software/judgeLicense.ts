import parseSpdx, { type Info } from 'spdx-expression-parse';
import deprecatedIds from 'spdx-license-ids/deprecated.json';

/**
 * What a policy says of a licence: it may be used, somebody has to look at it,
 * or it may not be used.
 * @public
 */
export type LicenseVerdict = 'allowed' | 'review' | 'forbidden';

/**
 * All verdicts, from the best to the worst.
 * @public
 */
export const LICENSE_VERDICTS: readonly LicenseVerdict[] = [
  'allowed',
  'review',
  'forbidden',
];

/**
 * A licence as a bill of materials states it: an SPDX expression, the SPDX id
 * of one, or a name in free text.
 * @public
 */
export interface StatedLicense {
  /** How it is stated. */
  form: 'expression' | 'id' | 'name';
  /** What is stated. */
  text: string;
}

/**
 * Lists of a policy: SPDX ids, `LicenseRef-…`, and either with an exception,
 * `GPL-2.0-only WITH Classpath-exception-2.0`. Of an empty list of allowed ones
 * all are allowed that no other list has.
 * @public
 */
export interface LicensePolicy {
  /** Those that may be used. */
  allow: readonly string[];
  /** Those that somebody has to look at. */
  review: readonly string[];
  /** Those that may not be used. */
  forbid: readonly string[];
}

/** Licences of GNU, whose old ids leave open whether later versions count. */
const OLD_GNU = /^(?:[AL]?GPL|GFDL)-\d+\.\d+$/;
const DEPRECATED: ReadonlySet<string> = new Set(deprecatedIds);

/**
 * What a policy says of a component under all these licences: the worst of
 * them. Without any, and for what is no SPDX expression (names, `NOASSERTION`,
 * ids there are not), somebody has to look at it.
 *
 * Of `A OR B` the better counts, of `A AND B` the worse. `A+` and
 * `A-or-later` are also A, since its version may be chosen. An exception only
 * grants more: unless a list has the licence with it, that of the licence
 * counts. Deprecated ids of GNU are read as those that took their place; other
 * deprecated ids have to be on a list, as `LicenseRef-…` has.
 * @public
 */
export function judgeLicenses(
  stated: readonly StatedLicense[],
  policy: LicensePolicy,
): LicenseVerdict {
  const verdicts = stated.map(one => judgeOne(one, policy));
  return verdicts.length === 0 ? 'review' : worst(verdicts);
}

/**
 * Whether a text is what lists of a policy have: one licence, with an
 * exception or without.
 * @public
 */
export function isPolicyLicense(text: string): boolean {
  const parsed = parsedOf(text);
  return parsed !== undefined && 'license' in parsed;
}

function judgeOne(
  { form, text }: StatedLicense,
  policy: LicensePolicy,
): LicenseVerdict {
  const parsed = form === 'name' ? undefined : parsedOf(text);
  if (!parsed || (form === 'id' && !('license' in parsed))) {
    return 'review';
  }
  return judge(parsed, listsOf(policy));
}

function parsedOf(text: string): Info | undefined {
  try {
    return parseSpdx(text);
  } catch {
    return undefined;
  }
}

interface Lists {
  verdicts: ReadonlyMap<string, LicenseVerdict>;
  /** Of what no list has. */
  others: LicenseVerdict;
}

function listsOf({ allow, review, forbid }: LicensePolicy): Lists {
  return {
    verdicts: new Map([
      // What several lists have is judged by the strictest.
      ...allow.map(text => [keyOf(text), 'allowed'] as const),
      ...review.map(text => [keyOf(text), 'review'] as const),
      ...forbid.map(text => [keyOf(text), 'forbidden'] as const),
    ]),
    others: allow.length === 0 ? 'allowed' : 'review',
  };
}

/** Ids as they are compared, however a list writes them. */
function keyOf(text: string): string {
  const parsed = parsedOf(text);
  return parsed && 'license' in parsed
    ? namesOf(parsed)[0].toLowerCase()
    : text.toLowerCase();
}

function judge(expression: Info, lists: Lists): LicenseVerdict {
  if ('conjunction' in expression) {
    const { conjunction, left, right } = expression;
    const both = [judge(left, lists), judge(right, lists)];
    return conjunction === 'or' ? best(both) : worst(both);
  }
  for (const name of namesOf(expression)) {
    const listed = lists.verdicts.get(name.toLowerCase());
    if (listed !== undefined) {
      return listed;
    }
  }
  const [current] = namesOf(expression);
  const isKnown = !/LicenseRef-/.test(current) && !isDeprecated(expression);
  return isKnown ? lists.others : 'review';
}

type Leaf = Extract<Info, { license: string }>;

/** What lists may have of a licence, the most exact first. */
function namesOf(leaf: Leaf): string[] {
  const { license, plus } = leaf;
  // Their types do not know it.
  const exception = 'exception' in leaf ? String(leaf.exception) : undefined;
  const isOld = OLD_GNU.test(license);
  const later = isOld ? `${license}-or-later` : `${license}+`;
  const only = isOld ? `${license}-only` : license;
  const names = plus ? [later, only] : [only];
  if (license.endsWith('-or-later')) {
    names.push(license.replace(/-or-later$/, '-only'));
  }
  return exception === undefined
    ? names
    : [...names.map(name => `${name} WITH ${exception}`), ...names];
}

function isDeprecated({ license }: Leaf): boolean {
  return DEPRECATED.has(license) && !OLD_GNU.test(license);
}

function best(verdicts: readonly LicenseVerdict[]): LicenseVerdict {
  return LICENSE_VERDICTS.find(one => verdicts.includes(one)) ?? 'forbidden';
}

function worst(verdicts: readonly LicenseVerdict[]): LicenseVerdict {
  return LICENSE_VERDICTS.findLast(one => verdicts.includes(one)) ?? 'allowed';
}
