import { InputError } from '@backstage/errors';
import type { Config } from '@backstage/config';
import {
  importField,
  ITAM_KINDS,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { ConnectorSection } from '@backstage-itam/plugin-itam-node';
import type { ObjectTypeMapping } from './JiraAssetsConfig';

/** Fields that say nothing without another one. */
const NEEDED: Readonly<Record<string, string>> = {
  'financials.purchase.amount': 'financials.purchase.date',
  'financials.purchase.date': 'financials.purchase.amount',
  'financials.purchase.order': 'financials.purchase.amount',
  'term.end': 'term.start',
};

/**
 * Reads `objectTypes` of the section.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readObjectTypes(
  section: ConnectorSection,
): readonly ObjectTypeMapping[] {
  const mappings = (
    section.config.getOptionalConfigArray('objectTypes') ?? []
  ).map((config, at) =>
    readMapping(config, (name, allowed) => {
      throw new InputError(
        `Configuration ${section.key}.objectTypes[${at}].${name}: expected ${allowed}`,
      );
    }),
  );
  if (mappings.length === 0) {
    section.refuse('objectTypes', 'one object type or more');
  }
  mappings.forEach(({ id }, at) => {
    if (mappings.findIndex(one => one.id === id) < at) {
      section.refuse(
        `objectTypes[${at}].objectType`,
        `each object type once; ${id} is there already`,
      );
    }
  });
  return mappings;
}

type Refuse = (name: string, allowed: string) => never;

function readMapping(config: Config, refuse: Refuse): ObjectTypeMapping {
  const objectType = textAt(config, 'objectType') ?? '';
  if (objectType === '') {
    refuse('objectType', 'the name or id of an object type');
  }
  const schema = textAt(config, 'schema');
  const word = config.getOptionalString('kind');
  const kind =
    ITAM_KINDS.find(one => one === word) ??
    refuse('kind', `one of ${ITAM_KINDS.join(', ')}`);
  const query = config.getOptionalString('query')?.trim();
  if (query !== undefined && /\border\s+by\b/i.test(query)) {
    refuse('query', 'AQL without ORDER BY');
  }
  const attributes = readCells(config, 'attributes', kind, refuse);
  for (const [field, needed] of Object.entries(NEEDED)) {
    if (
      Object.hasOwn(attributes, field) &&
      !Object.hasOwn(attributes, needed)
    ) {
      refuse(`attributes.${needed}`, `an attribute, since ${field} has one`);
    }
  }
  return {
    id: [schema, objectType].filter(one => one !== undefined).join('/'),
    objectType,
    ...(schema === undefined ? {} : { schema }),
    kind,
    children: config.getOptionalBoolean('children') ?? false,
    ...(query ? { query } : {}),
    attributes,
    defaults: readCells(config, 'defaults', kind, refuse),
  };
}

/** Names that look like numbers are numbers in YAML. */
function textAt(config: Config, name: string): string | undefined {
  const value = config.getOptional(name);
  return value === undefined ? undefined : String(value).trim();
}

function readCells(
  config: Config,
  name: string,
  kind: ItamKind,
  refuse: Refuse,
): Record<string, string> {
  const cells = config.getOptional<Record<string, unknown>>(name) ?? {};
  return Object.fromEntries(
    Object.entries(cells).map(([field, text]) => {
      if (importField(kind, field) === undefined) {
        refuse(`${name}.${field}`, 'a field of an import');
      }
      return typeof text === 'string' || typeof text === 'number'
        ? [field, String(text)]
        : refuse(`${name}.${field}`, 'text');
    }),
  );
}
