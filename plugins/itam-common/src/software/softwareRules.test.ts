import { readPolicySettings } from '../policies/policySettings';
import { evaluateSoftware, type LicensedComponents } from './softwareRules';

const REF = 'component:default/shop';
const licensed = (
  text: string,
  components = 1,
  over: Partial<LicensedComponents> = {},
): LicensedComponents => ({
  stated: [{ form: 'expression', text }],
  text,
  components,
  examples: ['left-pad 1.3.0', 'right-pad 1.0.0', 'a', 'b'].slice(
    0,
    components,
  ),
  ...over,
});

const evaluated = (settings: object, ...all: LicensedComponents[]) =>
  evaluateSoftware(REF, all, readPolicySettings(settings)).map(
    ({ rule, severity, subject, message }) => [
      rule,
      severity,
      subject,
      message,
    ],
  );

it('names what is forbidden and what is to be reviewed, by licence', () => {
  expect(
    evaluated(
      {
        'dependency-license-review': { allow: ['MIT'] },
        'dependency-license-forbidden': { forbid: ['GPL-3.0-only'] },
      },
      licensed('MIT'),
      licensed('GPL-3.0-only', 4),
      licensed('ISC'),
      licensed('Apache 2', 2, {
        stated: [{ form: 'name', text: 'Apache 2' }],
        suggestion: 'Apache-2.0',
      }),
      licensed('no licence', 1, { stated: [] }),
    ),
  ).toEqual([
    [
      'dependency-license-forbidden',
      'error',
      'GPL-3.0-only',
      '4 components ("left-pad 1.3.0", "right-pad 1.0.0", "a", …) under "GPL-3.0-only", which is forbidden. Replace them, or have the licence allowed.',
    ],
    [
      'dependency-license-review',
      'warning',
      'ISC',
      '1 component ("left-pad 1.3.0") under "ISC", which is not allowed in any case. Look at it, and have it allowed or forbidden.',
    ],
    [
      'dependency-license-review',
      'warning',
      'Apache 2',
      '2 components ("left-pad 1.3.0", "right-pad 1.0.0") under "Apache 2", a name in free text that may stand for Apache-2.0. Look at it, and have the bill of materials state the SPDX id.',
    ],
    [
      'dependency-license-review',
      'warning',
      'no licence',
      '1 component ("left-pad 1.3.0") state no licence. Find out which they are under.',
    ],
  ]);
});

it('is set as other rules are', () => {
  expect(
    evaluated(
      {
        'dependency-license-forbidden': { severity: 'info' },
        'dependency-license-review': { enabled: false },
      },
      licensed('SSPL-1.0'),
      licensed('NOASSERTION'),
    ),
  ).toEqual([
    ['dependency-license-forbidden', 'info', 'SSPL-1.0', expect.any(String)],
  ]);
});

it('puts the licences beyond a hundred into one finding', () => {
  const many = Array.from({ length: 120 }, (_, at) =>
    licensed(`LicenseRef-${at}`, 2),
  );
  const found = evaluated({}, ...many);
  expect(found).toHaveLength(101);
  expect(found.at(-1)).toEqual([
    'dependency-license-review',
    'warning',
    'more licences',
    '40 components under 20 more licences. See the software of the service.',
  ]);
});

it('refuses lists with words that are no licences', () => {
  expect(() =>
    readPolicySettings({
      'dependency-license-forbidden': { forbid: ['MIT', 'GPLv3'] },
    }),
  ).toThrow(
    /dependency-license-forbidden\.forbid: found "GPLv3"; allowed: SPDX ids or LicenseRef/,
  );
});
