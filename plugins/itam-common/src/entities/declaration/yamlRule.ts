/**
 * Texts of the YAML reader that quote nothing from the file, by the rule that
 * is broken. Its other texts quote what they found.
 */
const RULES: ReadonlyArray<readonly [pattern: RegExp, rule: string]> = [
  [/^Map keys must be unique/, 'a key is used twice in one mapping'],
  [/^Missing closing ["']/, 'a quoted text has no closing quote'],
  [
    /^Tabs are not allowed as indentation/,
    'tabs are not allowed as indentation',
  ],
  [
    /^All (collection|mapping|sequence) items must start at the same column/,
    'items of one collection must start at the same column',
  ],
  [
    /^(Nested mappings are not allowed in compact mappings|A block sequence may not be used as an implicit map key)/,
    'a nested mapping must start on a line of its own; quote a text that holds ": "',
  ],
  [
    /^Implicit keys need to be on a single line/,
    'a key must be on one line; is a colon missing or the indentation wrong?',
  ],
  [
    /^Implicit map keys need to be followed by map values/,
    'a key must be followed by a colon and a value',
  ],
  [
    /^Sequence item without - indicator/,
    'an item of a list must begin with a dash',
  ],
  [
    /^Plain value cannot start with/,
    'a text that starts with a special character must be quoted',
  ],
  [/^Invalid escape sequence/, 'an escape sequence is not valid'],
  [/^Missing (, |space after :)/, 'a comma, colon or space is missing'],
  [
    /^(Flow |Insufficient indent)/i,
    'a bracket or brace is not closed or its content is not indented enough',
  ],
  [/^Block scalars?/, 'a block text is not written correctly'],
  [/^Comments must be separated/, 'a comment must be preceded by a space'],
  [/^(Missing directives|Missing doc)/, 'a document marker (---) is missing'],
  [/^Unresolved alias/, 'an alias refers to an anchor that is not defined'],
  [/^Unresolved tag/, 'a tag is not known'],
  [/alias/i, 'an alias or anchor is not written correctly'],
  [/^Unexpected/, 'an unexpected character or token'],
];

const OTHER_RULE = 'not well-formed YAML';

/**
 * The broken rule behind a text of the YAML reader, in words that quote nothing
 * from the file.
 * @public
 */
export function yamlRule(readerText: string): string {
  return RULES.find(([pattern]) => pattern.test(readerText))?.[1] ?? OTHER_RULE;
}
