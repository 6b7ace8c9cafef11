import type { FileMetaData, SchemaElement } from 'hyparquet';

/**
 * The same file with types that the library converts nothing by, but for text
 * and maps: decimals would go through binary fractions, and times lose digits.
 */
export function plainSchema(metadata: FileMetaData): FileMetaData {
  return {
    ...metadata,
    schema: metadata.schema.map((element, index) =>
      index === 0 ? element : plainElement(element),
    ),
  };
}

function plainElement(element: SchemaElement): SchemaElement {
  const {
    converted_type: converted,
    logical_type: logical,
    scale: _scale,
    precision: _precision,
    ...plain
  } = element;
  if (plain.type === undefined) {
    const isMap =
      logical?.type === 'MAP' ||
      converted === 'MAP' ||
      // Of a map itself, as some writers have; of its entries it means nothing.
      (converted === 'MAP_KEY_VALUE' && plain.repetition_type !== 'REPEATED');
    return isMap ? { ...plain, converted_type: 'MAP' } : plain;
  }
  const isDecimal = logical?.type === 'DECIMAL' || converted === 'DECIMAL';
  if (plain.type === 'BYTE_ARRAY' && !isDecimal) {
    return { ...plain, converted_type: 'UTF8' };
  }
  // Any converted type keeps INT96 from being taken for a Date.
  return plain.type === 'INT96'
    ? { ...plain, converted_type: 'INT_64' }
    : plain;
}
