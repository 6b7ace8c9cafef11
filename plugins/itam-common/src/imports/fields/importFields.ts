import { itamSpecJsonSchemas } from '../../entities/jsonSchema';
import { ITAM_KINDS } from '../../entities/itamKinds';
import type { ItamKind } from '../../entities/types';
import { fieldsOfSchema } from './fieldsOfSchema';
import type { ImportField } from './ImportField';

export type { ImportField, ImportFieldType } from './ImportField';

function metadataField(
  id: string,
  label: string,
  type: ImportField['type'],
  description: string,
  examples: readonly string[],
): ImportField {
  return {
    id,
    label,
    type,
    part: 'metadata',
    path: [id],
    description,
    required: false,
    money: false,
    examples,
  };
}

const METADATA_FIELDS: readonly ImportField[] = [
  metadataField(
    'name',
    'Record id',
    'text',
    'The name in the catalog; made from tag, number, product or title when absent.',
    ['payments-db-eu1'],
  ),
  metadataField(
    'namespace',
    'Namespace',
    'text',
    'The namespace in the catalog; default when absent.',
    ['default'],
  ),
  metadataField('title', 'Title', 'text', 'What the record is called.', [
    'Payments database cluster EU1',
  ]),
  metadataField('description', 'Description', 'multiline', 'What it is.', [
    'Primary cluster',
  ]),
  metadataField('tags', 'Catalog tags', 'list', 'Tags in the catalog.', [
    'production; emea',
  ]),
];

function monthsField(id: string, label: string, description: string) {
  return {
    id,
    label,
    type: 'months' as const,
    part: 'derived' as const,
    path: id.split('.'),
    description,
    required: false,
    money: false,
    examples: ['36'],
  };
}

/** Columns of other tools from which a field of ours is computed. */
const DERIVED_FIELDS: Readonly<Record<ItamKind, readonly ImportField[]>> = {
  Asset: [
    monthsField(
      'warranty.months',
      'Warranty in months',
      'Counted from the purchase date; gives the last day of the warranty.',
    ),
  ],
  License: [
    monthsField(
      'term.months',
      'Term in months',
      'Counted from the start of the term; gives its last day.',
    ),
  ],
  Contract: [
    monthsField(
      'term.months',
      'Term in months',
      'Counted from the start of the term; gives its last day.',
    ),
  ],
};

const FIELDS: Readonly<Record<ItamKind, readonly ImportField[]>> = {
  Asset: allFields('Asset'),
  License: allFields('License'),
  Contract: allFields('Contract'),
};

const BY_ID: ReadonlyMap<string, ImportField> = new Map(
  ITAM_KINDS.flatMap(kind =>
    FIELDS[kind].map((field): [string, ImportField] => [
      `${kind} ${field.id}`,
      field,
    ]),
  ),
);

function allFields(kind: ItamKind): ImportField[] {
  return [
    ...METADATA_FIELDS,
    ...fieldsOfSchema(itamSpecJsonSchemas[kind]),
    ...DERIVED_FIELDS[kind],
  ];
}

/**
 * The fields a column of an import can be mapped to: name, title and the like,
 * everything in the JSON schema of the kind that a cell can hold, and a few
 * from which such fields are computed (`part: 'derived'`).
 * @public
 */
export function importFields(kind: ItamKind): readonly ImportField[] {
  return FIELDS[kind];
}

/**
 * The field of a kind with that id.
 * @public
 */
export function importField(
  kind: ItamKind,
  id: string,
): ImportField | undefined {
  return BY_ID.get(`${kind} ${id}`);
}

/**
 * The fields an export has columns for: all but the computed ones. Their ids
 * are the headers.
 * @public
 */
export function exportFields(kind: ItamKind): readonly ImportField[] {
  return FIELDS[kind].filter(field => field.part !== 'derived');
}
