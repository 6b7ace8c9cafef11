import fc from 'fast-check';
import {
  isPolicyLicense,
  judgeLicenses,
  LICENSE_VERDICTS,
  type LicensePolicy,
  type LicenseVerdict,
  type StatedLicense,
} from './judgeLicense';

const POLICY: LicensePolicy = {
  allow: [
    'MIT',
    'Apache-2.0',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'LicenseRef-Bought',
    'LGPL-2.1-only',
  ],
  review: ['MPL-2.0', 'EPL-1.0+'],
  forbid: ['GPL-2.0-only', 'GPL-3.0-or-later', 'AGPL-3.0-only'],
};
const OPEN: LicensePolicy = { allow: [], review: [], forbid: POLICY.forbid };

const expression = (text: string): StatedLicense => ({
  form: 'expression',
  text,
});

it.each<[string, LicenseVerdict]>([
  ['MIT', 'allowed'],
  ['MPL-2.0', 'review'],
  ['AGPL-3.0-only', 'forbidden'],
  ['ISC', 'review'],
  ['MIT OR AGPL-3.0-only', 'allowed'],
  ['MIT AND AGPL-3.0-only', 'forbidden'],
  ['(MPL-2.0 OR AGPL-3.0-only) AND MIT', 'review'],
  ['(MIT AND ISC) OR (Apache-2.0 AND AGPL-3.0-only)', 'review'],
  ['GPL-2.0-only', 'forbidden'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'allowed'],
  ['GPL-2.0-only WITH Bison-exception-2.2', 'forbidden'],
  ['MIT WITH Classpath-exception-2.0', 'allowed'],
  // Old ids of GNU; any later version may be chosen, so may the listed one.
  ['GPL-2.0', 'forbidden'],
  ['GPL-3.0+', 'forbidden'],
  ['LGPL-2.1+', 'allowed'],
  ['LGPL-2.1-or-later', 'allowed'],
  ['EPL-1.0+', 'review'],
  ['Apache-2.0+', 'allowed'],
  ['LicenseRef-Bought', 'allowed'],
  ['LicenseRef-Other', 'review'],
  ['DocumentRef-x:LicenseRef-Other', 'review'],
  ['Nunit', 'review'],
  ['NOASSERTION', 'review'],
  ['NONE', 'review'],
  ['MIT OR', 'review'],
  ['No-Such-License', 'review'],
  ['', 'review'],
])('judges %s: %s', (text, verdict) => {
  expect(judgeLicenses([expression(text)], POLICY)).toBe(verdict);
});

it.each<[string, LicenseVerdict]>([
  ['ISC', 'allowed'],
  ['AGPL-3.0-only', 'forbidden'],
  // A deprecated id, and what only its author knows.
  ['Nunit', 'review'],
  ['LicenseRef-Other', 'review'],
])('judges %s by a policy that allows the rest: %s', (text, verdict) => {
  expect(judgeLicenses([expression(text)], OPEN)).toBe(verdict);
});

it.each<[string, StatedLicense[], LicenseVerdict]>([
  ['none', [], 'review'],
  ['an id', [{ form: 'id', text: 'MIT' }], 'allowed'],
  ['an expression as id', [{ form: 'id', text: 'MIT OR ISC' }], 'review'],
  ['a name that is an id', [{ form: 'name', text: 'MIT' }], 'review'],
  [
    'several: all of them',
    [{ form: 'id', text: 'MIT' }, expression('AGPL-3.0-only')],
    'forbidden',
  ],
])('judges %s', (_, stated, verdict) => {
  expect(judgeLicenses(stated, POLICY)).toBe(verdict);
});

it('takes the strictest list for what several have', () => {
  const both = { allow: ['MIT'], review: [], forbid: ['mit'] };
  expect(judgeLicenses([expression('MIT')], both)).toBe('forbidden');
});

it.each([
  ['MIT', true],
  ['GPL-2.0-only WITH Classpath-exception-2.0', true],
  ['LicenseRef-Ours', true],
  ['MIT OR ISC', false],
  ['MIIT', false],
  ['', false],
])('tells whether lists may have %s', (text, may) => {
  expect(isPolicyLicense(text)).toBe(may);
});

type Tree = string | { op: 'AND' | 'OR'; left: Tree; right: Tree };

const LEAVES: Readonly<Record<string, LicenseVerdict>> = {
  MIT: 'allowed',
  'Apache-2.0': 'allowed',
  'MPL-2.0': 'review',
  ISC: 'review',
  'AGPL-3.0-only': 'forbidden',
  'GPL-2.0-only': 'forbidden',
  'GPL-2.0-only WITH Classpath-exception-2.0': 'allowed',
};

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...Object.keys(LEAVES)),
    fc.record({
      op: fc.constantFrom('AND' as const, 'OR' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
}));

const textOf = (one: Tree): string =>
  typeof one === 'string'
    ? one
    : `(${textOf(one.left)} ${one.op} ${textOf(one.right)})`;

/** Whether an expression holds when a leaf does as the table says. */
const holds = (one: Tree, leaf: (name: string) => boolean): boolean => {
  if (typeof one === 'string') {
    return leaf(one);
  }
  return one.op === 'OR'
    ? holds(one.left, leaf) || holds(one.right, leaf)
    : holds(one.left, leaf) && holds(one.right, leaf);
};

const leavesOf = (one: Tree): string[] =>
  typeof one === 'string'
    ? [one]
    : [...leavesOf(one.left), ...leavesOf(one.right)];

it('is what the truth table says: the best choice of licences that suffices', () => {
  fc.assert(
    fc.property(tree, one => {
      const names = [...new Set(leavesOf(one))];
      // Every set of licences that one may decide to fulfil.
      const verdicts = Array.from({ length: 2 ** names.length }, (_, row) =>
        names.filter((__, at) => Math.floor(row / 2 ** at) % 2 === 1),
      )
        .filter(chosen => holds(one, name => chosen.includes(name)))
        .map(chosen =>
          Math.max(
            ...chosen.map(name => LICENSE_VERDICTS.indexOf(LEAVES[name])),
          ),
        );
      expect(judgeLicenses([expression(textOf(one))], POLICY)).toBe(
        LICENSE_VERDICTS[Math.min(...verdicts)],
      );
    }),
    { numRuns: 500 },
  );
});
