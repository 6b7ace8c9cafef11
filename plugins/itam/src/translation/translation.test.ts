import german from './de';
import { messages } from './messages';

const flat = (nested: object, prefix = ''): [string, string][] =>
  Object.entries(nested).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(match => match[1]).sort();

it('has every text in German, with the same blanks to fill', () => {
  const english = Object.fromEntries(flat(messages));
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(german)) {
    expect([key, ...placeholders(text)]).toEqual([
      key,
      ...placeholders(english[key]),
    ]);
  }
});
