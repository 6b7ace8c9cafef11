import { itamSpecJsonSchemas } from '../entities/jsonSchema';
import { isObject } from '../entities/validation/SpecField';
import { evaluatePolicies } from './evaluatePolicies';
import { POLICY_AREAS } from './PolicyRule';
import { POLICY_RULES } from './policyRules';
import { readPolicySettings } from './policySettings';
import { AGREEMENT_CASES } from './testing/agreementCases';
import { ASSET_CASES } from './testing/assetCases';
import { ASSET_VALUE_CASES } from './testing/assetValueCases';
import { AS_OF, asset, contract, license } from './testing/policyCases';

const CASES = [...ASSET_CASES, ...ASSET_VALUE_CASES, ...AGREEMENT_CASES];
const settings = readPolicySettings({});

function isField(specSchema: unknown, path: string): boolean {
  let schema: unknown = specSchema;
  for (const step of path.split('.').slice(1)) {
    const properties = isObject(schema) ? schema.properties : undefined;
    schema = isObject(properties) ? properties[step] : undefined;
  }
  return schema !== undefined;
}

describe('policy rules', () => {
  it.each(CASES)('$rule is broken, and says what to do', policyCase => {
    const { rule, breaking, says } = policyCase;
    const findings = evaluatePolicies(
      breaking.record,
      breaking.facts ?? {},
      settings,
      AS_OF,
    ).filter(one => one.rule === rule);
    expect(findings).toHaveLength(1);
    expect(findings[0].message).toMatch(says);
    expect(findings[0].message).toMatch(/^\S.*\.$/);
    expect(findings[0].ref).toBe(breaking.record.ref);
  });

  it.each(CASES)('$rule is kept', ({ rule, keeping }) => {
    for (const { record, facts = {} } of keeping) {
      expect(
        evaluatePolicies(record, facts, settings, AS_OF).filter(
          one => one.rule === rule,
        ),
      ).toEqual([]);
    }
  });

  it.each([asset(), license(), contract()])(
    'are all kept by a record in order: $kind',
    record => {
      expect(evaluatePolicies(record, {}, settings, AS_OF)).toEqual([]);
    },
  );

  it('each have a case', () => {
    const tested = new Set(CASES.map(({ rule }) => rule));
    expect(
      POLICY_RULES.map(({ id }) => id).filter(id => !tested.has(id)),
    ).toEqual([]);
  });

  it('have ids of their own, and name fields that exist', () => {
    const ids = POLICY_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const unknown = CASES.flatMap(({ breaking: { record, facts = {} } }) =>
      evaluatePolicies(record, facts, settings, AS_OF)
        .flatMap(({ path }) => (path === undefined ? [] : [path]))
        .filter(path => !isField(itamSpecJsonSchemas[record.kind], path)),
    );
    expect(unknown).toEqual([]);
  });

  it('cover all nine areas', () => {
    expect([...new Set(POLICY_RULES.map(({ area }) => area))].sort()).toEqual(
      [...POLICY_AREAS].sort(),
    );
  });

  it('never say an amount', () => {
    const record = asset({
      stage: 'decommission',
      status: 'retired',
      disposal: { date: '2020-01-01' },
      financials: {
        purchase: { amount: '77777.77', currency: 'EUR', date: '2020-01-01' },
        depreciation: { method: 'straight-line', salvage: '77777' },
        charges: [
          {
            title: '77777',
            amount: '77777',
            currency: 'EUR',
            every: 'month',
            from: '2020-01-01',
          },
        ],
      },
    });
    const findings = evaluatePolicies(record, {}, settings, AS_OF);
    expect(findings.length).toBeGreaterThan(2);
    expect(JSON.stringify(findings)).not.toContain('77777');
  });

  it('tell several findings apart, and say each once', () => {
    const findings = evaluatePolicies(
      asset(),
      {
        discoveredSoftware: [
          { name: 'Dropbox', isMatched: false },
          { name: 'Dropbox', isMatched: false },
          { name: 'TeamViewer', isMatched: false },
        ],
        openServicings: [
          { title: 'Battery', dueOn: '2026-01-01' },
          { title: 'Battery', dueOn: '2026-02-01' },
        ],
      },
      settings,
      AS_OF,
    );
    expect(findings.map(({ subject }) => subject)).toEqual([
      'Battery 2026-01-01',
      'Battery 2026-02-01',
      'Dropbox',
      'TeamViewer',
    ]);
  });

  it('come with the gravest first', () => {
    const findings = evaluatePolicies(
      asset({
        model: undefined,
        endOfLife: '2026-01-01',
        lastSeen: '2025-01-01',
      }),
      {},
      settings,
      AS_OF,
    );
    expect(findings.map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'info',
    ]);
  });
});

describe('policy settings', () => {
  it('switch rules off and change what they ask for', () => {
    const changed = readPolicySettings({
      'last-seen': { days: 30, severity: 'error' },
      'model-missing': { enabled: false },
      'software-unmatched': { ignore: ['dropbox'] },
    });
    const findings = evaluatePolicies(
      asset({ lastSeen: '2026-05-01', model: undefined }),
      { discoveredSoftware: [{ name: 'Dropbox', isMatched: false }] },
      changed,
      AS_OF,
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['last-seen', 'error'],
    ]);
  });

  it.each<[string, string[], string[], boolean]>([
    ['MIT', ['MIT'], [], true],
    ['mit', ['MIT'], [], true],
    ['Apache-2.0', ['MIT'], [], false],
    ['Apache-2.0 AND MIT', ['MIT'], [], false],
    ['Apache-2.0 OR MIT', ['MIT'], [], true],
    ['GPL-2.0+', ['GPL-2.0-or-later'], [], true],
    ['GPL-2.0+', [], ['GPL-2.0-or-later'], false],
    ['GPL-2.0-only WITH Classpath-exception-2.0', ['GPL-2.0-only'], [], true],
  ])(
    'judge %s with allowed %j and denied %j',
    (expression, allow, deny, ok) => {
      // SPDX ids are case sensitive in expressions.
      const findings = evaluatePolicies(
        license({
          type: 'open-source',
          licenseExpression: expression === 'mit' ? 'MIT' : expression,
        }),
        {},
        readPolicySettings({ 'open-source-expression': { allow, deny } }),
        AS_OF,
      );
      expect(
        findings.some(({ rule }) => rule === 'open-source-expression'),
      ).toBe(!ok);
    },
  );

  it('name everything that is wrong with them', () => {
    expect(() =>
      readPolicySettings({
        'owner-mising': {},
        'last-seen': { days: 0, day: 3, enabled: 'yes', severity: 'high' },
        'license-unused': { percent: 12.5 },
        'open-source-expression': { deny: 'AGPL-3.0' },
        'owner-left': true,
      }),
    ).toThrow(
      [
        'Policy settings have problems:',
        '- owner-mising: no such rule (did you mean owner-missing?)',
        '- owner-left: found true; allowed: an object with the settings of the rule',
        '- last-seen.day: no such setting (did you mean days?); allowed: enabled, severity, days',
        '- last-seen.enabled: found "yes"; allowed: true or false',
        '- last-seen.severity: found "high"; allowed: one of error, warning, info',
        '- last-seen.days: found the number 0; allowed: a whole number from 1 to 3650',
        '- license-unused.percent: found the number 12.5; allowed: a whole number from 0 to 100',
        '- open-source-expression.deny: found "AGPL-3.0"; allowed: a list of texts',
      ].join('\n'),
    );
  });

  it('are an object', () => {
    expect(() => readPolicySettings([])).toThrow(/found a list/);
  });

  it('answer for names a rule has', () => {
    const rule = settings.get('last-seen');
    expect(rule?.number('days')).toBe(90);
    expect(() => rule?.number('weeks')).toThrow(RangeError);
    expect(() => rule?.list('days')).toThrow(RangeError);
  });
});
