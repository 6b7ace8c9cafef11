import { newDraft } from '../draft/newDraft';
import type { Draft } from '../draft/Draft';
import { jsonObject } from '../draft/jsonPath';
import { checkYaml } from './checkYaml';
import { draftOfEntity } from './draftOfEntity';
import { writeYaml } from './writeYaml';

const good = `apiVersion: itam/v1alpha1
kind: Asset
metadata:
  name: laptop-mia
spec:
  class: hardware
  type: laptop
  stage: maintenance
  owner: group:default/payments
  tag: 'HW-1'
`;

const findings = async (text: string) =>
  (await checkYaml(text)).findings.map(({ line, message }) => [line, message]);

describe('a catalog file is checked', () => {
  it('and accepted', async () => {
    const checked = await checkYaml(good);
    expect(checked.findings).toEqual([]);
    expect(checked.records.map(({ kind }) => kind)).toEqual(['Asset']);
  });

  it('in the words of the catalog, at the line of the value', async () => {
    expect(
      await findings(
        good.replace('hardware', 'hardwear').replace("'HW-1'", '1e5'),
      ),
    ).toEqual([
      [
        6,
        expect.stringContaining(
          'spec.class: found "hardwear"; allowed: one of hardware',
        ),
      ],
      [10, expect.stringContaining('spec.tag: found the number 100000')],
    ]);
  });

  it('with what is missing at what it would be in', async () => {
    expect(await findings(good.replace(/ {2}owner.*\n/, ''))).toEqual([
      [5, expect.stringContaining('spec.owner: found nothing')],
    ]);
  });

  it('inside lists', async () => {
    expect(
      await findings(
        `${good}  financials:\n    charges:\n      - amount: '12.345'\n        currency: EUR\n        every: month\n        from: 2026-01-01\n`,
      ),
    ).toEqual([
      [13, expect.stringContaining('spec.financials.charges[0].amount')],
    ]);
  });

  it.each([
    ['metadata: { name: a', 'a bracket or brace is not closed'],
    ['kind: Asset\nkind: License', 'a key is used twice in one mapping'],
    ['spec:\n\ttype: x', 'tabs are not allowed as indentation'],
    ['a: *nowhere', 'an alias refers to an anchor that is not defined'],
    ['just text', 'Expected object at root, got string'],
  ])('for being well-formed: %j', async (text, words) => {
    const [first] = await findings(text);
    expect(first[1]).toContain(words);
  });

  it('without quoting what stands on a broken line', async () => {
    const found = await findings(`amount: "24999.00\nb: 1`);
    expect(JSON.stringify(found)).not.toContain('24999');
  });

  it('for aliases without end, quickly', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
        (name, at) =>
          `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(10)}]`,
      ),
    ].join('\n');
    const started = Date.now();
    expect(await findings(`${good}${bomb}`)).toEqual([[1, 'too many aliases']]);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('for nesting without end', async () => {
    const deep = `${'['.repeat(400)}${']'.repeat(400)}`;
    expect(await findings(`${good}  notes: ${deep}`)).toEqual([
      [1, 'a document is nested too deeply or refers to itself'],
    ]);
    const [first] = await findings('['.repeat(200_000));
    expect(first[1]).toBeTruthy();
  });

  it('for a name, money and placeholders that the catalog refuses', async () => {
    expect(await findings(good.replace('laptop-mia', 'laptop mia'))).toEqual([
      [4, expect.stringContaining('"metadata.name" is not valid')],
    ]);
    expect(
      await findings(good.replace('spec:', "  price: '12.00'\nspec:")),
    ).toEqual([[5, expect.stringContaining('nothing about money')]]);
    const placeholder = await findings(`${good}  notes: { $yaml: other.yaml }`);
    expect(placeholder.map(([, message]) => message)).toContainEqual(
      expect.stringContaining('spec.notes.$yaml: placeholders are not allowed'),
    );
  });

  it('with each of its documents, and names those of other kinds', async () => {
    const checked = await checkYaml(
      `${good}---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\n---\n${good.replace(
        'laptop\n',
        'Laptop\n',
      )}`,
    );
    expect(checked.others).toEqual(['Component']);
    expect(checked.findings.map(({ line }) => line)).toEqual([22]);
  });

  it('when it is empty', async () => {
    expect(await checkYaml('')).toEqual({
      findings: [],
      records: [],
      others: [],
    });
    expect((await checkYaml('# nothing\n')).records).toEqual([]);
  });
});

describe('a form writes a catalog file', () => {
  const draft: Draft = {
    kind: 'Asset',
    title: 'Laptop: "Mia"',
    spec: {
      ...newDraft('Asset', 'hardware', '2026-11-28').spec,
      type: 'laptop',
      owner: 'group:default/payments',
      location: 'Berlin',
      tag: '0012',
      serialNumber: '1e5',
      inService: '2026-11-02',
      notes: 'two\nlines # no comment',
      financials: {
        purchase: { amount: '1740.00', currency: 'EUR', date: '2026-10-28' },
      },
    },
  };

  it('that is valid and says the same', async () => {
    const { findings: found, records } = await checkYaml(writeYaml(draft));
    expect(found).toEqual([]);
    const [{ kind, entity }] = records;
    expect(draftOfEntity(kind, jsonObject(entity))).toEqual({
      ...draft,
      name: '0012',
    });
  });

  it('that lacks a name while nothing gives one', async () => {
    const text = writeYaml(newDraft('Contract', 'hardware', '2026-11-28'));
    expect((await findings(text)).map(([, message]) => message)).toContainEqual(
      expect.stringContaining('metadata.name'),
    );
  });
});
