import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { AssetsApi, AssetsType } from '../client/AssetsApi';
import type { ObjectTypeMapping } from '../config/JiraAssetsConfig';
import { attributeOf, type Attributes } from './attributeOf';
import { isLinkField } from './isLinkField';

/** A mapping with what its names mean on the site. */
export interface ResolvedType {
  mapping: ObjectTypeMapping;
  /** Ids of the type, and of those below it that count too. */
  typeIds: readonly string[];
  /** Attributes by the id of a type. */
  attributes: ReadonlyMap<string, Attributes>;
}

interface SitedType extends AssetsType {
  schema: string;
  schemaNames: readonly string[];
}

/**
 * Looks up the object types and attributes that the configuration names. All
 * that is not there is told at once, with what there is.
 */
export class ObjectTypes {
  #resolved: Promise<Map<string, ResolvedType>> | undefined;

  constructor(
    private readonly api: AssetsApi,
    private readonly mappings: readonly ObjectTypeMapping[],
  ) {}

  /**
   * The type of a mapping; looked up anew with `again`.
   *
   * Throws SourceError.
   */
  async of(
    mappingId: string,
    again: boolean,
    signal: AbortSignal,
  ): Promise<ResolvedType> {
    if (again || !this.#resolved) {
      this.#resolved = this.#resolve(signal);
      // Whoever asks next asks anew, rather than be told the same failure.
      this.#resolved.catch(() => {
        this.#resolved = undefined;
      });
    }
    const found = (await this.#resolved).get(mappingId);
    if (!found) {
      throw new SourceError(`${mappingId} is not configured`, 'answer');
    }
    return found;
  }

  async #resolve(signal: AbortSignal): Promise<Map<string, ResolvedType>> {
    const all = await this.#allTypes(signal);
    const problems: string[] = [];
    const found = new Map<ObjectTypeMapping, SitedType>();
    for (const mapping of this.mappings) {
      const named = typesNamed(mapping, all);
      if (named.length === 1) {
        found.set(mapping, named[0]);
      } else {
        problems.push(problemOf(mapping, named, all));
      }
    }
    const mapped = new Set([...found.values()].map(({ id }) => id));
    const resolved = new Map<string, ResolvedType>();
    for (const [mapping, type] of found) {
      const typeIds = [
        type.id,
        ...(mapping.children ? below(type.id, all, mapped) : []),
      ];
      const attributes = new Map<string, Attributes>();
      for (const id of typeIds) {
        const definitions = (await this.api.attributes(id, signal)).map(
          attributeOf,
        );
        attributes.set(
          id,
          new Map(definitions.map(one => [one.name.toLowerCase(), one])),
        );
      }
      problems.push(
        ...attributeProblems(mapping, attributes.get(type.id) ?? new Map()),
      );
      resolved.set(mapping.id, { mapping, typeIds, attributes });
    }
    if (problems.length > 0) {
      throw new SourceError(problems.join('; '), 'answer');
    }
    return resolved;
  }

  async #allTypes(signal: AbortSignal): Promise<SitedType[]> {
    const all: SitedType[] = [];
    for (const schema of await this.api.schemas(signal)) {
      const schemaNames = [schema.id, schema.key, schema.name].map(one =>
        one.toLowerCase(),
      );
      for (const type of await this.api.types(schema.id, signal)) {
        all.push({ ...type, schema: schema.name, schemaNames });
      }
    }
    return all;
  }
}

function typesNamed(
  { objectType, schema }: ObjectTypeMapping,
  all: readonly SitedType[],
): SitedType[] {
  const there = all.filter(
    ({ schemaNames }) =>
      schema === undefined || schemaNames.includes(schema.toLowerCase()),
  );
  const named = there.filter(
    ({ name }) => name.toLowerCase() === objectType.toLowerCase(),
  );
  return named.length > 0 ? named : there.filter(({ id }) => id === objectType);
}

function problemOf(
  { id, schema }: ObjectTypeMapping,
  named: readonly SitedType[],
  all: readonly SitedType[],
): string {
  if (named.length > 1) {
    return `There are several object types ${id}, in the schemas ${listed(
      named.map(one => one.schema),
    )}; name the schema`;
  }
  const there = all.filter(
    ({ schemaNames }) =>
      schema === undefined || schemaNames.includes(schema.toLowerCase()),
  );
  return there.length > 0
    ? `There is no object type ${id}; there are ${listed(
        there.map(({ name }) => name),
      )}`
    : `There is no object type ${id}: the schemas that we may see are ${listed(
        all.map(one => one.schema),
      )}`;
}

/** Types below one, but for those that are mapped on their own. */
function below(
  id: string,
  all: readonly SitedType[],
  mapped: ReadonlySet<string>,
): string[] {
  return all
    .filter(type => type.parentId === id && !mapped.has(type.id))
    .flatMap(type => [type.id, ...below(type.id, all, mapped)]);
}

function attributeProblems(
  { id, attributes }: ObjectTypeMapping,
  there: Attributes,
): string[] {
  return Object.entries(attributes).flatMap(([field, name]) => {
    const attribute = there.get(name.toLowerCase());
    if (!attribute) {
      return [
        `${id} has no attribute ${name} for ${field}; it has ${listed(
          [...there.values()].map(one => one.name),
        )}`,
      ];
    }
    return isLinkField(field) && attribute.values !== 'object'
      ? [
          `${id}: ${field} needs an attribute that points to objects, and ${attribute.name} does not`,
        ]
      : [];
  });
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ') || 'none';
}
