import { allRuleTexts } from '@backstage-itam/plugin-itam-common';
import german from './rules.de';

const blanks = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(match => match[1]).sort();

describe('texts of rules', () => {
  it('are all there in German, with the same blanks to fill', () => {
    const english = allRuleTexts();
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(german)) {
      expect([key, ...blanks(text)]).toEqual([key, ...blanks(english[key])]);
    }
  });

  it('end as the English ones do', () => {
    for (const [key, text] of Object.entries(allRuleTexts())) {
      expect([key, german[key].endsWith('.')]).toEqual([
        key,
        text.endsWith('.'),
      ]);
    }
  });
});
