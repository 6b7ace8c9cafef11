import type { Entity } from '@backstage/catalog-model';
import { BAD_CONTRACTS, BAD_LICENSES } from './badAgreements';
import { BAD_ASSETS } from './badAssets';
import { BAD_ASSET_COSTS, BAD_CHARGES, BAD_PRICES } from './badCosts';
import type { BadInputCase, BadValueRow } from './BadInputCase';
import { BAD_PURCHASES } from './badPurchases';
import { isObject } from '../validation/SpecField';
import { structureProblems } from '../validation/structureProblems';
import { goodAsset, goodContract, goodLicense } from './goodEntities';
import { withValue } from './withValue';

export type { BadInputCase } from './BadInputCase';

/** All cases. */
export const BAD_INPUT: readonly BadInputCase[] = [
  ...cases(goodAsset(), BAD_ASSETS),
  ...cases(goodLicense(), BAD_LICENSES),
  ...cases(goodContract(), BAD_CONTRACTS),
  ...cases(goodAsset(), [...BAD_PURCHASES, ...BAD_ASSET_COSTS]),
  ...cases(goodLicense(), BAD_PRICES),
  ...cases(goodContract(), BAD_CHARGES),
];

function cases(good: Entity, rows: BadValueRow[]): BadInputCase[] {
  return rows.map(([name, field, value, rule, path = field, secrets = []]) => ({
    name: `${good.kind}: ${name}`,
    entity: withField(good, field, value),
    path,
    rule,
    secrets,
  }));
}

/** Names that hold what paths are made of are set below `spec` as they are. */
function withField(good: Entity, field: string, value: unknown): Entity {
  const [, name] = /^spec\.(.*".*)$/.exec(field) ?? [];
  return name === undefined
    ? withValue(good, field, value)
    : withValue(good, 'spec', { ...good.spec, [name]: value });
}

/**
 * The cases that a JSON body can carry as they are; the others (NaN,
 * timestamps, cycles, nesting that overflows the serialiser) only reach us
 * through YAML.
 */
export const BAD_JSON_INPUT: readonly BadInputCase[] = BAD_INPUT.filter(
  ({ entity }) => structureProblems(entity).safeToWalk && isJson(entity),
);

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    default:
      return (
        value === null ||
        (Array.isArray(value) && value.every(isJson)) ||
        (isObject(value) && Object.values(value).every(isJson))
      );
  }
}
