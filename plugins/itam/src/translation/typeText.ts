import {
  CONTRACT_TYPES,
  LICENSE_TYPES,
} from '@backstage-itam/plugin-itam-common';
import type { Texts } from './texts';

/** A word this short is an abbreviation: `ups`, `nas`, `pdu`. */
const ABBREVIATION = 3;

/**
 * What type a record is of, in words. Those of assets are the company's own:
 * `cloud-account` is read as `Cloud account`.
 */
export function typeText(
  t: Texts,
  kind: string | undefined,
  type: string,
): string {
  if (kind === 'License') {
    const known = LICENSE_TYPES.find(one => one === type);
    return known ? t(`forms.licenseType.${known}`) : inWords(type);
  }
  if (kind === 'Contract') {
    const known = CONTRACT_TYPES.find(one => one === type);
    return known ? t(`forms.contractType.${known}`) : inWords(type);
  }
  return inWords(type);
}

function inWords(slug: string): string {
  const [first = '', ...others] = slug.split('-');
  const head =
    first.length <= ABBREVIATION
      ? first.toLocaleUpperCase('en-US')
      : first.charAt(0).toLocaleUpperCase('en-US') + first.slice(1);
  return [head, ...others].join(' ');
}
