import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { validateItamEntity } from './validateItamEntity';

const HEAD = `
apiVersion: itam/v1alpha1
kind: Asset
metadata: { name: a }
spec:
  class: hardware
  type: laptop
  stage: maintenance
  owner: payments
`;

function problemsOf(lines: string): [string, string][] {
  const entity: Entity = parse(`${HEAD}${lines}`);
  return validateItamEntity(entity).map(({ path, rule }) => [path, rule]);
}

describe('entities as YAML delivers them', () => {
  it('accepts unquoted dates, which stay text', () => {
    expect(problemsOf('  inService: 2024-04-15')).toEqual([]);
  });

  it.each([
    ['  serialNumber: 0012', 'spec.serialNumber', 'text'],
    ['  tag: 1e5', 'spec.tag', 'text'],
    ['  tag: 0x1F', 'spec.tag', 'text'],
    ['  version: 7.4', 'spec.version', 'text'],
    ['  model: true', 'spec.model', 'text'],
    ['  quantity: .nan', 'spec.quantity', 'finite'],
    ['  quantity: .inf', 'spec.quantity', 'finite'],
    ['  tag:', 'spec.tag', 'type'],
    ['  inService: 2026-02-30', 'spec.inService', 'date'],
    ['  inService: 2026-02-03T00:00:00Z', 'spec.inService', 'date-time'],
    ['  __proto__: { class: fixed }', 'spec.__proto__', 'forbidden-key'],
    [
      '  warranty: { constructor: 1, until: 2027-01-01 }',
      'spec.warranty.constructor',
      'forbidden-key',
    ],
    ['  model: "a\\u202Eb"', 'spec.model', 'control-character'],
    ['  financials: { "24999.00 EUR" }', 'spec.financials.…', 'unknown-field'],
  ])('refuses %s', (line, path, rule) => {
    expect(problemsOf(line)).toEqual([[path, rule]]);
  });

  it('refuses deep nesting and alias bombs without falling over', () => {
    const deep = `  tag: ${'['.repeat(500)}${']'.repeat(500)}`;
    expect(problemsOf(deep)).toEqual([['entity', 'depth']]);
    const bomb = [
      '  warranty: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['a', 'b', 'c', 'd', 'e', 'f'].map(
        (name, i) =>
          `  k${i}: &${String.fromCharCode(98 + i)} [${`*${name},`.repeat(
            10,
          )}]`,
      ),
    ].join('\n');
    const entity: Entity = parse(`${HEAD}${bomb}`, { maxAliasCount: -1 });
    expect(validateItamEntity(entity).map(({ rule }) => rule)).toEqual([
      'size',
    ]);
  });
});
