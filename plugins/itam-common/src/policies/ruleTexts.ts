/**
 * Texts of a rule in English, by name, with blanks in double braces. `_one` and
 * `_other` at the end of a name are plural forms by the blank `count`.
 * @public
 */
export type RuleTexts = Readonly<Record<string, string>>;

/**
 * What fills blanks of a text that has no parts.
 * @public
 */
export type PartValues = { [blank: string]: string | number };

/**
 * A text that is a part of another of the same rule.
 * @public
 */
export interface TextPart {
  /** Name of the text. */
  text: string;
  /** What fills its blanks. */
  values?: PartValues;
}

/**
 * What fills a blank: a name, an ISO calendar date, a number, or parts. Two
 * parts and more are joined by the text that is named as the blank, whose own
 * blanks are `first` and `second`.
 * @public
 */
export type BreachValue = string | number | TextPart[];

/**
 * What fills the blanks of a text, by name.
 * @public
 */
export type BreachValues = { [blank: string]: BreachValue };

/**
 * Name of a text without its plural ending.
 * @public
 */
export type TextName<Texts> = keyof Texts extends infer Name
  ? Name extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : Name & string
  : never;

/**
 * Names between double braces in a text.
 * @public
 */
export type Blank<Text> =
  Text extends `${string}{{${infer Found}}}${infer Rest}`
    ? Found | Blank<Rest>
    : never;

/**
 * Blanks of a text of a rule; those with plural forms need `count`.
 * @public
 */
export type BlankOf<Texts, Name extends string> =
  | Blank<Texts[keyof Texts & (Name | `${Name}_${'one' | 'other'}`)]>
  | (`${Name}_other` extends keyof Texts ? 'count' : never);

/**
 * A text of a rule with all that its blanks need.
 * @public
 */
export type FilledText<Texts> = {
  [Name in TextName<Texts>]: [BlankOf<Texts, Name>] extends [never]
    ? { variant: Name; values?: undefined }
    : {
        variant: Name;
        values: {
          [One in BlankOf<Texts, Name>]: One extends 'count'
            ? number
            : BreachValue;
        };
      };
}[TextName<Texts>];

/**
 * Writes a text with its parts.
 *
 * @param write - Writes one text whose blanks are filled by names and numbers;
 * undefined where there is none
 * @returns undefined where one of the texts is not there
 * @public
 */
export function composeText(
  name: string,
  values: BreachValues,
  write: (name: string, values: PartValues) => string | undefined,
): string | undefined {
  const filled: PartValues = {};
  for (const [blank, value] of Object.entries(values)) {
    const text =
      typeof value === 'object' ? joinParts(blank, value, write) : value;
    if (text === undefined) {
      return undefined;
    }
    filled[blank] = text;
  }
  return write(name, filled);
}

function joinParts(
  blank: string,
  parts: readonly TextPart[],
  write: (name: string, values: PartValues) => string | undefined,
): string | undefined {
  const [head, ...rest] = parts.map(({ text, values = {} }) =>
    write(text, values),
  );
  return rest.reduce(
    (first, second) =>
      first === undefined || second === undefined
        ? undefined
        : write(blank, { first, second }),
    head,
  );
}

/**
 * A text of a rule in English.
 *
 * Throws RangeError for a text or value that is not there.
 * @public
 */
export function englishText(
  texts: RuleTexts,
  name: string,
  values: BreachValues = {},
): string {
  const text = composeText(name, values, (part, filled) => {
    const { count } = filled;
    const plural =
      count === undefined ? '' : `_${count === 1 ? 'one' : 'other'}`;
    return existing(texts, [`${part}${plural}`, part]).replace(
      /{{(\w+)}}/g,
      (_, blank: string) => String(existing(filled, [blank])),
    );
  });
  if (text === undefined) {
    throw new RangeError(`The text ${name} has no parts`);
  }
  return text;
}

function existing<Value>(
  values: Readonly<Record<string, Value>>,
  names: readonly string[],
): Value {
  const name = names.find(one => Object.hasOwn(values, one));
  if (name === undefined) {
    throw new RangeError(`There is no ${names.join(' and no ')}`);
  }
  return values[name];
}
