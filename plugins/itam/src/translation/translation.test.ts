import german from './de';
import { messages } from './messages';
import { sectionMessages } from './sectionMessages';
import germanOfSections from './sections.de';

const flat = (nested: object, prefix = ''): [string, string][] =>
  Object.entries(nested).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(match => match[1]).sort();

it.each([
  ['any page', messages, german],
  ['tabs', sectionMessages, germanOfSections],
])(
  'has every text of %s in German, with the same blanks to fill',
  (_, inEnglish, inGerman) => {
    const english = Object.fromEntries(flat(inEnglish));
    expect(Object.keys(inGerman).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(inGerman)) {
      expect([key, ...placeholders(text)]).toEqual([
        key,
        ...placeholders(english[key]),
      ]);
    }
  },
);
