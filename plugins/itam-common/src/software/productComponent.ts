import parseSpdx, { type Info } from 'spdx-expression-parse';
import type { StatedLicense } from './judgeLicense';

/**
 * What of a component tells whether it is a product.
 * @public
 */
export interface ComponentTraits {
  /** Its type in CycloneDX, such as `library`. */
  type: string;
  /** What it states of its licences. */
  licenses: readonly StatedLicense[];
  /** Whether it says on which terms a licence was bought (`licensing`). */
  isLicensed: boolean;
  /** Whether it names its version, or who publishes it. */
  isNamed: boolean;
}

/** What is installed or bought as a whole, by the types of CycloneDX. */
const PRODUCT_TYPES: ReadonlySet<string> = new Set([
  'application',
  'firmware',
  'operating-system',
  'platform',
]);
const COMMERCIAL: ReadonlySet<string> = new Set(['commercial', 'proprietary']);

/**
 * Whether a component of a bill of materials is a product that a licence has
 * to be behind, and no library under an open licence:
 *
 * - it says on which terms a licence was bought (`licenses[].license.licensing`),
 * - a licence it states is commercial or proprietary by its name or
 *   `LicenseRef-…`, and no other may be chosen in its place, or
 * - it is an application, an operating system, a platform or firmware with a
 *   version or publisher, and does not state SPDX ids alone.
 * @public
 */
export function isProductComponent(component: ComponentTraits): boolean {
  const { type, licenses, isLicensed, isNamed } = component;
  return (
    isLicensed ||
    licenses.some(isCommercial) ||
    (PRODUCT_TYPES.has(type) &&
      isNamed &&
      !(licenses.length > 0 && licenses.every(isSpdx)))
  );
}

function isCommercial({ form, text }: StatedLicense): boolean {
  const parsed = form === 'name' ? undefined : parsedOf(text);
  return parsed ? isCommercialOnly(parsed) : isCommercialName(text);
}

function isCommercialOnly(expression: Info): boolean {
  if ('conjunction' in expression) {
    const { conjunction, left, right } = expression;
    return conjunction === 'or'
      ? isCommercialOnly(left) && isCommercialOnly(right)
      : isCommercialOnly(left) || isCommercialOnly(right);
  }
  // Ids of SPDX, such as those of Creative Commons, are judged by the policy.
  return (
    isReference(expression.license) && isCommercialName(expression.license)
  );
}

/** "Non-commercial" restricts use, and is nothing that is sold. */
function isCommercialName(name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some(
    (word, at) => COMMERCIAL.has(word) && words[at - 1] !== 'non',
  );
}

function isSpdx({ form, text }: StatedLicense): boolean {
  const parsed = form === 'name' ? undefined : parsedOf(text);
  return (
    parsed !== undefined && leavesOf(parsed).every(one => !isReference(one))
  );
}

function leavesOf(expression: Info): string[] {
  return 'conjunction' in expression
    ? [...leavesOf(expression.left), ...leavesOf(expression.right)]
    : [expression.license];
}

function isReference(license: string): boolean {
  return license.includes('LicenseRef-');
}

function parsedOf(text: string): Info | undefined {
  try {
    return parseSpdx(text);
  } catch {
    return undefined;
  }
}
