/**
 * Tags of a charge: text by key.
 * @public
 */
export type FocusTags = ReadonlyMap<string, string>;

const NONE: FocusTags = new Map();

/**
 * Reads the tags of a charge, a JSON object. A tag without a value is `true`;
 * what is neither text, number nor truth value is passed over. Undefined for
 * what is no JSON object.
 * @public
 */
export function readFocusTags(text: string | undefined): FocusTags | undefined {
  if (text === undefined || text === '{}') {
    return NONE;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  return new Map(
    Object.entries(value).flatMap(([key, tag]): [string, string][] =>
      typeof tag === 'string' ||
      typeof tag === 'number' ||
      typeof tag === 'boolean'
        ? [[key, String(tag)]]
        : [],
    ),
  );
}
