import {
  sourceDay,
  sourceField,
  sourceLine,
  sourceLines,
  sourceUserRef,
} from '@backstage-itam/plugin-itam-node';
import { textAt } from '../client/answers';
import type { JiraAssetsConfig } from '../config/JiraAssetsConfig';
import type { Attribute } from './attributeOf';

/** The values that an object has for an attribute; none where it is empty. */
export function valuesOf(object: unknown, { id }: Attribute): unknown[] {
  const attributes = sourceField(object, 'attributes');
  const found: unknown = (Array.isArray(attributes) ? attributes : []).find(
    (one: unknown) => textAt(one, 'objectTypeAttributeId') === id,
  );
  const values = sourceField(found, 'objectAttributeValues');
  return Array.isArray(values) ? values : [];
}

/** What people see of a value. */
export function shownOf(value: unknown): string {
  return textAt(value, 'displayValue') || textAt(value, 'value');
}

/** A value as text of several lines. */
export function linesOf(value: unknown, { values }: Attribute): string {
  const text = sourceLines(
    sourceField(value, 'value') ?? sourceField(value, 'displayValue'),
  );
  return values === 'markup' ? withoutMarkup(text) : text;
}

/** Text of editors comes with their markup. */
function withoutMarkup(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    gt: '>',
    lt: '<',
    nbsp: ' ',
    quot: '"',
    '#39': "'",
  };
  return sourceLines(
    text
      .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6])>/gi, '\n')
      .replace(/<\/?[a-z][^>]*>/gi, '')
      .replace(
        /&(amp|gt|lt|nbsp|quot|#39);/g,
        (_whole, name: string) => entities[name],
      )
      .replace(/\n{3,}/g, '\n\n'),
  );
}

/**
 * The day of a value: `displayValue` is written for people. A time is a day
 * in some time zone only.
 */
export function dayOf(
  value: unknown,
  { values }: Attribute,
  timeZone: string,
): string {
  const text = textAt(value, 'value');
  const time = values === 'time' ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) {
    // Sweden writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time);
  }
  return sourceDay(text) || text;
}

/**
 * A number with its digits: large ones come as `1.25E7`, and whole ones as
 * `1250.0`.
 */
export function numberOf(value: unknown): string {
  const text = textAt(value, 'value') || textAt(value, 'displayValue');
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d{1,2}))?$/i.exec(text);
  if (!match) {
    return text;
  }
  const [, sign, whole, part = '', exponent = '0'] = match;
  const digits = `${whole}${part}`;
  const point = whole.length + Number(exponent);
  const padded = digits
    .padEnd(point, '0')
    .padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const after = padded.slice(at).replace(/0+$/, '');
  return `${sign}${before}${after === '' ? '' : `.${after}`}`;
}

/** The id of the object that a value points to. */
export function referenceOf(value: unknown): string {
  return textAt(sourceField(value, 'referencedObject'), 'id');
}

/** What the configuration has for what people see, whatever its case. */
export function namedIn(
  names: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const found = Object.keys(names).find(
    one => one.toLowerCase() === name.toLowerCase(),
  );
  return found === undefined ? undefined : names[found];
}

/**
 * The ref of a user, or of what stands for one. Undefined where the site does
 * not show what users are named after: that is not known to be nobody.
 */
export function userRefOf(
  value: unknown,
  config: JiraAssetsConfig,
): string | undefined {
  const user = sourceField(value, 'user');
  const names = [
    shownOf(value),
    textAt(value, 'value'),
    ...['emailAddress', 'name', 'key', 'displayName'].map(name =>
      textAt(user, name),
    ),
  ].filter(name => name !== '');
  for (const name of names) {
    const ref = namedIn(config.entities, name);
    if (ref !== undefined) {
      return ref;
    }
  }
  const name =
    user === undefined
      ? shownOf(value)
      : textAt(user, config.userKey === 'email' ? 'emailAddress' : 'name');
  return name === ''
    ? undefined
    : sourceUserRef(sourceLine(name), config.userNamespace) || undefined;
}
