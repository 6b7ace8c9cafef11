import {
  createCatalogModelLayer,
  type CatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import {
  ITAM_KINDS,
  ITAM_RELATION_PAIRS,
  ITAM_RELATION_TITLES,
  itamModelJsonSchemas,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject, JsonValue } from '@backstage/types';

const NAMES: Readonly<
  Record<ItamKind, { plural: string; description: string }>
> = {
  Asset: {
    plural: 'assets',
    description:
      'Something of value in IT: hardware, fixed installations, software, cloud or digital content.',
  },
  License: {
    plural: 'licenses',
    description: 'The right to use a product, and who has a seat of it.',
  },
  Contract: {
    plural: 'contracts',
    description: 'An agreement with a supplier, its term and its renewal.',
  },
};

/**
 * The kinds and their relations as a layer of the catalog's declarative model,
 * where others such as agents read what there is.
 *
 * No field makes relations: they are emitted by the processor, which knows dated
 * owners and shares, and would be there twice otherwise. Money is not described,
 * and unknown fields are not refused: the catalog's model says what it refuses in
 * words that quote names of fields, which may hold an amount when YAML goes wrong.
 * The processor refuses them in words that do not. What the model does refuse is
 * said in its words, without values.
 */
export function itamModelLayer(): CatalogModelLayer {
  return createCatalogModelLayer({
    layerId: 'backstage-itam/kinds',
    builder: model => {
      for (const kind of ITAM_KINDS) {
        const { plural, description } = NAMES[kind];
        model.addKind({
          group: 'itam',
          names: { kind, singular: kind.toLowerCase(), plural },
          description,
          versions: [
            {
              name: 'v1alpha1',
              schema: {
                jsonSchema: opened(withoutMoney(itamModelJsonSchemas[kind])),
              },
            },
          ],
        });
      }
      for (const pair of ITAM_RELATION_PAIRS) {
        const { type, reverseType, fromKinds, toKinds, description } = pair;
        model.addRelationPair({
          fromKind: [...fromKinds],
          toKind: [...toKinds],
          description,
          forward: { type, title: ITAM_RELATION_TITLES[type] },
          reverse: {
            type: reverseType,
            title: ITAM_RELATION_TITLES[reverseType],
          },
        });
      }
    },
  });
}

function withoutMoney(schema: JsonObject): JsonObject {
  const properties = objectOf(schema.properties);
  const spec = objectOf(properties.spec);
  return {
    ...schema,
    properties: {
      ...properties,
      spec: {
        ...spec,
        properties: {
          ...objectOf(spec.properties),
          financials: {
            type: 'object',
            description: 'Money; kept in the register, never in the catalog.',
          },
        },
      },
    },
  };
}

/** The same schema, to which unknown fields are no error. */
function opened(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]) =>
      name === 'additionalProperties' && value === false
        ? []
        : [
            [
              name,
              typeof value === 'object' &&
              value !== null &&
              !Array.isArray(value)
                ? opened(value)
                : value,
            ],
          ],
    ),
  );
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
