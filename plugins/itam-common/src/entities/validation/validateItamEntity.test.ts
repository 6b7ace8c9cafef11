/* eslint-disable no-script-url */
import fc from 'fast-check';
import { seedProperties } from '../../__testUtils__/propertySeed';
import { BAD_INPUT } from '../testing/badInput';
import { goodAsset, goodContract, goodLicense } from '../testing/goodEntities';
import { withValue } from '../testing/withValue';
import { formatProblems } from './formatProblems';
import { validateItamEntity } from './validateItamEntity';

seedProperties();

/** Nothing invisible but line breaks belongs in a message. */
const INVISIBLE = /(?!\n)\p{C}/u;

describe('validateItamEntity', () => {
  it.each([goodAsset(), goodLicense(), goodContract()])(
    'accepts a $kind with every field',
    entity => {
      expect(validateItamEntity(entity)).toEqual([]);
    },
  );

  it.each(BAD_INPUT.map(one => [one.name, one] as const))(
    'refuses %s',
    (_, { entity, path, rule, secrets }) => {
      const problems = validateItamEntity(entity);
      expect(problems.map(one => [one.path, one.rule])).toContainEqual([
        path,
        rule,
      ]);
      const text = `${formatProblems(
        'asset:default/a',
        problems,
      )} ${JSON.stringify(problems)}`;
      for (const secret of secrets) {
        expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(INVISIBLE);
    },
  );

  it('says the same thing once', () => {
    for (const { entity } of BAD_INPUT) {
      const keys = validateItamEntity(entity).map(
        one => `${one.path} ${one.rule}`,
      );
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  it('lists all problems of an entity at once', () => {
    let entity = withValue(goodAsset(), 'spec.serialNumber', 12);
    entity = withValue(entity, 'spec.inService', '2026-02-30');
    entity = withValue(entity, 'spec.financials.purchase.currency', 'EUX');
    entity = withValue(entity, 'spec.documents[0].url', 'javascript:x');
    entity = withValue(entity, 'spec.warranty.untill', '2027-01-01');
    entity = withValue(entity, 'metadata.title', 'a\u202eb');
    expect(
      validateItamEntity(entity)
        .map(one => one.path)
        .sort(),
    ).toEqual([
      'metadata.title',
      'spec.documents[0].url',
      'spec.financials.purchase.currency',
      'spec.inService',
      'spec.serialNumber',
      'spec.warranty.untill',
    ]);
  });

  it('says what was meant by a misspelt field, and where a known one belongs', () => {
    const allowed = (path: string) =>
      validateItamEntity(withValue(goodAsset(), path, 'x'))[0].allowed;
    expect(allowed('spec.serialNumbr')).toBe('did you mean serialNumber?');
    expect(allowed('spec.serialnumber')).toBe('did you mean serialNumber?');
    expect(allowed('spec.finacials')).toBe('did you mean financials?');
    expect(allowed('spec.costCenter')).toBe(
      'did you mean spec.financials.costCenter?',
    );
    expect(allowed('spec.zzz')).toMatch(/^one of class, type, stage/);
  });

  it('quotes the parsed value where YAML read a number', () => {
    expect(
      validateItamEntity(withValue(goodAsset(), 'spec.serialNumber', 12)),
    ).toEqual([
      {
        path: 'spec.serialNumber',
        rule: 'text',
        found: 'the number 12',
        allowed: 'text: quote it as it was written, such as "12"',
        message:
          'spec.serialNumber: found the number 12; allowed: text: quote it as it was written, such as "12"',
      },
    ]);
  });

  it('shows long and invisible text shortened and escaped', () => {
    const [long] = validateItamEntity(
      withValue(goodAsset(), 'spec.owner', `group:default/${'é '.repeat(80)}`),
    );
    expect(long.message.length).toBeLessThan(250);
    const [bidi] = validateItamEntity(
      withValue(goodAsset(), 'spec.owner', 'group:default/a\u202eb"'),
    );
    expect(bidi.found).toBe('"group:default/a\\u{202e}b\\""');
  });

  it('accepts what looks odd but is right', () => {
    const accepted: [string, unknown][] = [
      ['spec.owner', 'payments'],
      ['spec.owner', [{ ref: 'a' }, { from: '2026-05-15', ref: 'b' }]],
      ['spec.services', []],
      ['spec.services', [{ ref: 'a' }, { ref: 'b' }]],
      [
        'spec.services',
        [
          { ref: 'a', share: 33.33 },
          { ref: 'b', share: 66.67 },
        ],
      ],
      [
        'spec.services',
        [{ services: [] }, { from: '2026-01-01', services: [{ ref: 'a' }] }],
      ],
      ['spec.type', 'quantum-computer'],
      ['spec.status', undefined],
      ['spec.quantity', 0],
      ['spec.model', 'Größe 🙂 שלום'],
      ['spec.documents[0].url', 'HTTPS://example.com/a?b=c#d'],
      ['spec.inService', '2024-02-29'],
      ['spec.financials.proceeds.amount', '0.00'],
      ['spec.financials.purchase.booked', { amount: '27123', currency: 'JPY' }],
      ['spec.financials.depreciation.salvage', '10%'],
      ['spec.financials.depreciation.salvage', '24999.00'],
      ['spec.financials.charges[0].title', 'Release management'],
      ['metadata.annotations', { 'example.com/anything': 'javascript:' }],
    ];
    for (const [path, value] of accepted) {
      expect([
        path,
        value,
        validateItamEntity(withValue(goodAsset(), path, value)),
      ]).toEqual([path, value, []]);
    }
  });

  it('accepts fractions of consumption and lease charges without purchase', () => {
    let license = withValue(goodLicense(), 'spec.metric', 'consumption');
    license = withValue(license, 'spec.quantity', 2.5);
    expect(validateItamEntity(license)).toEqual([]);
    const leased = withValue(goodAsset(), 'spec.financials', {
      charges: [
        {
          title: 'Lease',
          lease: true,
          amount: '12.00',
          currency: 'EUR',
          every: 'month',
          from: '2026-01-01',
        },
      ],
    });
    expect(validateItamEntity(leased)).toEqual([]);
  });

  it('refuses what only a prototype supplies', () => {
    const entity = goodAsset();
    Object.setPrototypeOf(entity.spec, { class: 'hardware' });
    delete entity.spec?.class;
    const rules = validateItamEntity(entity).map(one => [one.path, one.rule]);
    expect(rules).toContainEqual(['spec.__proto__', 'forbidden-key']);
    expect(rules).toContainEqual(['spec.class', 'required']);
  });

  it('never throws, whatever stands anywhere, and never repeats money', () => {
    const secret = 'S3CRET98765';
    const value = fc.oneof(
      fc.anything({ withDate: true, withBigInt: true, maxDepth: 3 }),
      fc.constant(secret),
      fc.constant({ [secret]: secret }),
      fc.constant([secret, { amount: secret }]),
    );
    const path = fc.constantFrom(
      'spec.financials',
      'spec.financials.purchase',
      'spec.financials.purchase.amount',
      'spec.financials.purchase.currency',
      'spec.financials.purchase.date',
      'spec.financials.purchase.order',
      'spec.financials.purchase.booked',
      'spec.financials.costCenter',
      'spec.financials.depreciation',
      'spec.financials.depreciation.salvage',
      'spec.financials.depreciation.method',
      'spec.financials.charges',
      'spec.financials.charges[0]',
      'spec.financials.charges[0].every',
      'spec.financials.events[0]',
      'spec.financials.proceeds',
      'spec.finacials',
      'spec.amount',
      'spec',
    );
    fc.assert(
      fc.property(path, value, (where, what) => {
        const text = JSON.stringify(
          validateItamEntity(withValue(goodAsset(), where, what)),
        );
        expect(text).not.toContain('98765');
      }),
    );
  });

  it('never throws on anything in place of any public field', () => {
    const path = fc.constantFrom(
      'metadata',
      'metadata.name',
      'metadata.title',
      'metadata.links',
      'kind',
      'spec.owner',
      'spec.services',
      'spec.services[0]',
      'spec.documents',
      'spec.disposal',
      'spec.partOf',
      'spec.status',
    );
    fc.assert(
      fc.property(path, fc.anything({ withDate: true }), (where, what) => {
        let entity;
        try {
          entity = withValue(goodAsset(), where, what);
        } catch {
          return;
        }
        expect(Array.isArray(validateItamEntity(entity))).toBe(true);
      }),
    );
  });
});

describe('formatProblems', () => {
  it('writes one line for each problem', () => {
    let entity = withValue(goodAsset(), 'spec.serialNumber', 12);
    entity = withValue(entity, 'spec.financials.purchase.amount', '1,5');
    expect(
      formatProblems('asset:default/a', validateItamEntity(entity)).split('\n'),
    ).toEqual([
      'asset:default/a has 2 problems:',
      '- spec.financials.purchase.amount: found text; allowed: a decimal number with a point and no grouping',
      '- spec.serialNumber: found the number 12; allowed: text: quote it as it was written, such as "12"',
    ]);
  });

  it('counts what is beyond a hundred problems, and quotes odd refs', () => {
    const problems = Array.from({ length: 103 }, () => ({
      path: 'spec.a',
      rule: 'type',
      allowed: 'text',
      message: 'spec.a: text',
    }));
    const lines = formatProblems('a\nb', problems).split('\n');
    expect(lines[0]).toBe('"a\\u{a}b" has 103 problems:');
    expect(lines).toHaveLength(102);
    expect(lines[101]).toBe('- and 3 more');
  });
});
