/**
 * What other tools and people call our values, by field, as `readCell`
 * compares them: lower case, with dashes between words.
 *
 * Source: renewal of GLPI contracts (never, tacit, express); usual names of
 * billing periods and of depreciation.
 */
export const ENUM_WORDS: ReadonlyMap<
  string,
  ReadonlyMap<string, string>
> = new Map([
  [
    'renewal.kind',
    new Map([
      ['never', 'none'],
      ['tacit', 'automatic'],
      ['auto', 'automatic'],
      ['auto-renew', 'automatic'],
      ['express', 'manual'],
    ]),
  ],
  [
    'financials.price.every',
    new Map([
      ['one-time', 'once'],
      ['monthly', 'month'],
      ['quarterly', 'quarter'],
      ['yearly', 'year'],
      ['annual', 'year'],
      ['annually', 'year'],
    ]),
  ],
  ['financials.depreciation.method', new Map([['linear', 'straight-line']])],
  ['disposal.method', new Map([['scrapped', 'disposed']])],
]);
