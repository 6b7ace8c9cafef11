import type { SchemaElement, SchemaTree } from 'hyparquet';

/** What the values of a column are. */
export type ColumnKind =
  | { is: 'text' }
  | { is: 'integer' }
  | { is: 'double' }
  | { is: 'decimal'; scale: number }
  | { is: 'date' }
  | { is: 'time'; unit: 'MILLIS' | 'MICROS' | 'NANOS' | 'INT96' }
  | { is: 'map' };

const SCALE_AT_MOST = 38;
const INTEGERS: readonly string[] = [
  'INT_8',
  'INT_16',
  'INT_32',
  'INT_64',
  'UINT_8',
  'UINT_16',
  'UINT_32',
];

/**
 * What the values of a column are; undefined for what no column of a bill has.
 */
export function columnKind(column: SchemaTree): ColumnKind | undefined {
  if (column.element.repetition_type === 'REPEATED') {
    return undefined;
  }
  return column.children.length > 0
    ? mapKind(column)
    : leafKind(column.element);
}

/** How a type is called where it is refused. */
export function typeName({ element, children }: SchemaTree): string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0) {
    return logical?.type ?? converted ?? 'a group of columns';
  }
  const meant = logical?.type ?? converted;
  return [
    element.repetition_type === 'REPEATED' ? 'repeated ' : '',
    type ?? 'no type',
    meant === undefined ? '' : ` (${meant})`,
  ].join('');
}

function leafKind(element: SchemaElement): ColumnKind | undefined {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
    return decimalKind(element);
  }
  switch (type) {
    case 'BYTE_ARRAY':
      return isText(element) ? { is: 'text' } : undefined;
    case 'DOUBLE':
      return { is: 'double' };
    case 'INT96':
      return { is: 'time', unit: 'INT96' };
    case 'INT32':
      if (converted === 'DATE' || logical?.type === 'DATE') {
        return { is: 'date' };
      }
      return isInteger(element) ? { is: 'integer' } : undefined;
    case 'INT64':
      if (logical?.type === 'TIMESTAMP') {
        return { is: 'time', unit: logical.unit };
      }
      if (converted === 'TIMESTAMP_MILLIS') {
        return { is: 'time', unit: 'MILLIS' };
      }
      if (converted === 'TIMESTAMP_MICROS') {
        return { is: 'time', unit: 'MICROS' };
      }
      return isInteger(element) ? { is: 'integer' } : undefined;
    default:
      return undefined;
  }
}

function decimalKind(element: SchemaElement): ColumnKind | undefined {
  const { logical_type: logical } = element;
  const scale =
    (logical?.type === 'DECIMAL' ? logical.scale : undefined) ??
    element.scale ??
    0;
  const physical =
    element.type === 'INT32' ||
    element.type === 'INT64' ||
    element.type === 'BYTE_ARRAY' ||
    element.type === 'FIXED_LEN_BYTE_ARRAY';
  return physical && scale >= 0 && scale <= SCALE_AT_MOST
    ? { is: 'decimal', scale }
    : undefined;
}

/** Old writers leave out what bytes mean; those of a bill are text. */
function isText({
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): boolean {
  const text = ['STRING', 'JSON', 'ENUM'];
  return logical === undefined
    ? converted === undefined || ['UTF8', 'JSON', 'ENUM'].includes(converted)
    : text.includes(logical.type);
}

function isInteger({
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): boolean {
  return logical === undefined
    ? converted === undefined || INTEGERS.includes(converted)
    : logical.type === 'INTEGER' && (logical.isSigned || logical.bitWidth < 64);
}

/** A map of text to text, as the format writes maps. */
function mapKind({ element, children }: SchemaTree): ColumnKind | undefined {
  const isMap =
    element.logical_type?.type === 'MAP' ||
    element.converted_type === 'MAP' ||
    element.converted_type === 'MAP_KEY_VALUE';
  const [entries] = children;
  if (
    !isMap ||
    children.length !== 1 ||
    entries.element.repetition_type !== 'REPEATED' ||
    entries.children.length !== 2
  ) {
    return undefined;
  }
  const [key, value] = entries.children;
  return key.element.name === 'key' &&
    value.element.name === 'value' &&
    [key, value].every(
      one =>
        one.children.length === 0 &&
        one.element.repetition_type !== 'REPEATED' &&
        leafKind(one.element)?.is === 'text',
    )
    ? { is: 'map' }
    : undefined;
}
