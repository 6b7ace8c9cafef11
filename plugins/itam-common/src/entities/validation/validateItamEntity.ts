import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { ValidateFunction } from 'ajv';
import { assetRules } from '../asset/assetRules';
import { contractRules } from '../contract/contractRules';
import { isItamKind, ITAM_KINDS } from '../itamKinds';
import { itamJsonSchemas } from '../jsonSchema';
import { licenseRules } from '../license/licenseRules';
import type { ItamKind } from '../types';
import { fieldProblems } from './fieldChecks';
import type { KindRules } from './KindRules';
import {
  assetValidator,
  contractValidator,
  licenseValidator,
} from './kindValidators';
import { metadataProblems } from './metadataProblems';
import { schemaProblems } from './schemaProblems';
import { isObject, SpecField } from './SpecField';
import { structureProblems } from './structureProblems';
import { problemWithValue, type ValidationProblem } from './ValidationProblem';

const KINDS: Readonly<
  Record<ItamKind, { validator: () => ValidateFunction; rules: KindRules }>
> = {
  Asset: { validator: assetValidator, rules: assetRules },
  License: { validator: licenseValidator, rules: licenseRules },
  Contract: { validator: contractValidator, rules: contractRules },
};

/**
 * Everything that is wrong with an Asset, License or Contract; an empty list
 * when nothing is.
 *
 * All problems are found at once: those of the JSON schema, those of single
 * fields (dates, amounts, references, links, text) and those between fields.
 * Only an entity that cannot be read safely (cycles, nesting or size without
 * bound) is answered with that alone. Values below `spec.financials` and of
 * unknown fields appear in no problem. Never throws on bad input.
 * @public
 */
export function validateItamEntity(entity: Entity): ValidationProblem[] {
  const structure = structureProblems(entity);
  if (!structure.safeToWalk) {
    return structure.problems;
  }
  const root = new SpecField(entity, '');
  const kind = isObject(entity) ? entity.kind : undefined;
  if (typeof kind !== 'string' || !isItamKind(kind)) {
    return [
      ...structure.problems,
      problemWithValue({
        path: 'kind',
        rule: 'kind',
        value: kind,
        allowed: `one of ${ITAM_KINDS.join(', ')}`,
      }),
    ];
  }
  const metadata = new SpecField(root.at('metadata').value, 'metadata');
  const spec = new SpecField(root.at('spec').value, 'spec');
  const namespace = namespaceOf(metadata);
  const name = metadata.at('name').text();
  const schema = itamJsonSchemas[kind];
  const specSchema = isObject(schema.properties)
    ? schema.properties.spec
    : undefined;
  return withoutRepetition([
    ...structure.problems,
    ...metadataProblems(metadata),
    ...fieldProblems(specSchema, spec, { namespace }),
    ...KINDS[kind].rules(spec, {
      namespace,
      selfRef: name && `${kind}:${namespace}/${name}`.toLowerCase(),
    }),
    ...schemaProblems(KINDS[kind].validator(), entity),
  ]);
}

function namespaceOf(metadata: SpecField): string {
  return metadata.at('namespace').text() || DEFAULT_NAMESPACE;
}

/**
 * One problem for each path and rule; and no complaint about a pattern, or a
 * field whose name is refused anyway, where a more telling one stands.
 */
function withoutRepetition(problems: ValidationProblem[]): ValidationProblem[] {
  const seen = new Set<string>();
  const paths = new Set<string>();
  return problems.filter(({ path, rule }) => {
    const key = `${path} ${rule}`;
    const vague = rule === 'pattern' || rule === 'unknown-field';
    const repeated = seen.has(key) || (vague && paths.has(path));
    seen.add(key);
    paths.add(path);
    return !repeated;
  });
}
