import {
  CatalogProcessorResult,
  parseEntityYaml,
} from '@backstage/plugin-catalog-node';
import { quietEntityDataParser } from './quietEntityDataParser';

const location = {
  type: 'url',
  target: 'https://example.com/at line 1, column 2: x/asset.yaml',
};
const TRACE = '73551';

async function parse(text: string): Promise<CatalogProcessorResult[]> {
  const results: CatalogProcessorResult[] = [];
  for await (const result of quietEntityDataParser({
    data: Buffer.from(text),
    location,
  })) {
    results.push(result);
  }
  return results;
}

function messagesOf(results: CatalogProcessorResult[]): string[] {
  return results.flatMap(result =>
    result.type === 'error' ? [result.error.message] : [],
  );
}

/** What the catalog's own parser would say, errors it throws included. */
function ownMessages(text: string): string[] {
  try {
    return messagesOf([...parseEntityYaml(text, location)]);
  } catch (error) {
    return [String(error)];
  }
}

const GOOD = 'kind: Asset\nmetadata: { name: a }\n';

describe('quietEntityDataParser', () => {
  it('reads several documents like the parser of the catalog', async () => {
    const text = `${GOOD}---\n---\n${GOOD}spec: &a { x: [1, *b] }\n`.replace(
      '*b',
      '2',
    );
    expect(await parse(text)).toEqual([...parseEntityYaml(text, location)]);
    expect(await parse(text)).toHaveLength(2);
  });

  it.each([
    [
      'unclosed quote',
      `a: "${TRACE}.37\n`,
      /a quoted text has no closing quote/,
    ],
    [
      'key twice',
      `a: ${TRACE}\na: ${TRACE}\n`,
      /a key is used twice in one mapping at line 2, column 1$/,
    ],
    ['nested mapping', `a: b: ${TRACE}`, /a nested mapping must start/],
    ['tab', `a:\n\tb: ${TRACE}`, /tabs are not allowed/],
    ['stray token', `a: "b" "${TRACE}"`, /unexpected character or token/],
    ['bad escape', `a: "\\q${TRACE}"`, /escape sequence is not valid/],
    ['special character', `a: @${TRACE}`, /must be quoted/],
    ['unclosed brace', `a: { b: ${TRACE}`, /bracket or brace is not closed/],
    ['bad block header', `a: | ${TRACE}\n  x`, /YAML error at .*: /],
    ['unknown tag', `a: !x!${TRACE} b`, /YAML error at .*: /],
    ['missing colon', `a: b\n${TRACE}\nc: d`, /YAML error at .*: /],
    ['unknown alias', `a: *a${TRACE}`, /an alias refers to an anchor/],
    [
      'wrong indent',
      `a:\n    b: ${TRACE}\n  c: ${TRACE}`,
      /YAML error at .*: /,
    ],
  ])('names rule and position, not the line: %s', async (_case, text, rule) => {
    expect(ownMessages(text).join()).toContain(TRACE);
    const messages = messagesOf(await parse(text));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(rule);
    expect(messages[0]).not.toContain(TRACE);
    expect(messages[0]).toContain('YAML error at url:https://example.com/');
  });

  it('keeps good documents beside a broken one', async () => {
    const results = await parse(`${GOOD}---\na: "b\n`);
    expect(results.map(({ type }) => type)).toContain('entity');
    expect(messagesOf(results)).toHaveLength(1);
  });

  it('says what a document is that is no mapping', async () => {
    expect(messagesOf(await parse('- a\n'))).toEqual([
      expect.stringMatching(
        /^YAML error at .*: Expected object at root, got object$/,
      ),
    ]);
    expect(messagesOf(await parse(TRACE))).toEqual([
      expect.stringMatching(
        /^YAML error at .*: Expected object at root, got number$/,
      ),
    ]);
  });

  it('makes a document that contains itself an error of its file', async () => {
    expect(messagesOf(await parse('a: &x { b: *x }'))).toEqual([
      expect.stringContaining('nested too deeply or refers to itself'),
    ]);
  });

  it.each([300, 20_000])('refuses %d levels of nesting', async levels => {
    const text = `a: ${'['.repeat(levels)}${TRACE}${']'.repeat(levels)}`;
    const messages = messagesOf(await parse(text));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^YAML error at /);
    expect(messages[0]).not.toContain(TRACE);
  });

  it('refuses alias bombs', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: &a${n} [${Array(10)
          .fill(n ? `*a${n - 1}` : TRACE)
          .join()}]`,
    );
    expect(messagesOf(await parse(levels.join('\n')))).toEqual([
      expect.stringMatching(/too many aliases$/),
    ]);
  });

  it('takes aliases in moderation', async () => {
    expect(await parse('a: &x { b: 1 }\nc: *x\nd: *x\n')).toMatchObject([
      { type: 'entity', entity: { c: { b: 1 }, d: { b: 1 } } },
    ]);
  });
});
