import type { StatedLicense } from '@backstage-itam/plugin-itam-common';
import correct from 'spdx-correct';

/** Longer names are no names of licences but their text. */
const CORRECTED_AT_MOST = 100;
/** How it is said that nothing is stated. */
export const NONE_STATED = 'no licence';

/** What a component states, as it is stored: the same text for the same. */
export function storedLicenses(stated: readonly StatedLicense[]): string {
  return JSON.stringify(stated.map(({ form, text }) => [form, text]));
}

/** Throws for what {@link storedLicenses} has not written. */
export function licensesFromStored(json: string): StatedLicense[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) {
    throw new Error('Licences of a component are stored otherwise');
  }
  return value.map((pair: unknown) => {
    const [form, text] = Array.isArray(pair) ? pair : [];
    if (
      (form !== 'expression' && form !== 'id' && form !== 'name') ||
      typeof text !== 'string'
    ) {
      throw new Error('A licence of a component is stored otherwise');
    }
    return { form, text };
  });
}

/** How licences are called: all of them, joined as an expression is. */
export function licensesText(stated: readonly StatedLicense[]): string {
  if (stated.length <= 1) {
    return stated[0]?.text ?? NONE_STATED;
  }
  return stated
    .map(({ form, text }) =>
      form === 'expression' && / /.test(text) ? `(${text})` : text,
    )
    .join(' AND ');
}

/** The SPDX id that a single name in free text may stand for. */
export function suggestionFor(
  stated: readonly StatedLicense[],
): string | undefined {
  const [one] = stated;
  return stated.length === 1 &&
    one.form === 'name' &&
    one.text.length <= CORRECTED_AT_MOST
    ? correct(one.text) ?? undefined
    : undefined;
}
