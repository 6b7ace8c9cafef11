import { allRuleTexts } from './allRuleTexts';
import { ALL_POLICY_RULES } from './policyPractices';
import { composeText, englishText, type BreachValues } from './ruleTexts';

const TEXTS = {
  message: '"{{name}}" was found {{places}} on {{day}}.',
  places: '{{first}} and {{second}}',
  devices_one: 'on {{count}} device',
  devices_other: 'on {{count}} devices',
  elsewhere: 'elsewhere',
};

const says = (values: BreachValues) =>
  englishText(TEXTS, 'message', { name: 'a', day: '2026-05-01', ...values });

describe('texts of rules', () => {
  it.each<[BreachValues['places'], string]>([
    [[{ text: 'elsewhere' }], 'elsewhere'],
    [[{ text: 'devices', values: { count: 1 } }], 'on 1 device'],
    [
      [
        { text: 'devices', values: { count: 2 } },
        { text: 'elsewhere' },
        { text: 'elsewhere' },
      ],
      'on 2 devices and elsewhere and elsewhere',
    ],
    ['in 3 places', 'in 3 places'],
    [7, '7'],
  ])('fill a blank by %j', (places, filled) => {
    expect(says({ places })).toBe(`"a" was found ${filled} on 2026-05-01.`);
  });

  it('take names for what they are', () => {
    expect(says({ name: '{{day}} $& $1', places: 1 })).toMatch(
      /^"{{day}} \$& \$1" was/,
    );
  });

  it('refuse what is not there', () => {
    expect(() => englishText(TEXTS, 'other')).toThrow(RangeError);
    expect(() => englishText(TEXTS, 'toString')).toThrow(RangeError);
    expect(() => englishText(TEXTS, 'message', { name: 'a' })).toThrow(
      /no day|no places/,
    );
    expect(() => says({ places: [{ text: 'nowhere' }] })).toThrow(RangeError);
    expect(() => says({ places: [] })).toThrow(RangeError);
  });

  it('are none where another language lacks a part', () => {
    const write = (name: string) => (name === 'message' ? 'all' : undefined);
    const part = { text: 'elsewhere' };
    expect(composeText('message', { day: 'x' }, write)).toBe('all');
    expect(composeText('message', { places: [part] }, write)).toBeUndefined();
    expect(
      composeText('message', { places: [part, part] }, write),
    ).toBeUndefined();
  });

  it('say what is wrong and what to do', () => {
    for (const { id, texts } of ALL_POLICY_RULES) {
      const sentences = Object.values(texts).filter(text => text.endsWith('.'));
      expect([id, sentences.length > 0]).toEqual([id, true]);
      for (const sentence of sentences) {
        // What is wrong, and what to do; some say more.
        expect(sentence).toMatch(/^(\S.*)[.] [A-Z].*[.]$/);
      }
    }
  });

  it('have names that nothing else of the rule has', () => {
    const names = ALL_POLICY_RULES.flatMap(({ texts }) => Object.keys(texts));
    expect(names).not.toContain('title');
    expect(names).not.toContain('description');
    expect(allRuleTexts()).toMatchObject({
      'owner-left.title': 'Owner has left',
      'owner-left.description': expect.stringMatching(/handed over/),
      'owner-left.message': expect.stringMatching(/^The owner {{owner}} is/),
      'reference-unresolved.message': expect.stringMatching(/does not exist/),
    });
  });
});
