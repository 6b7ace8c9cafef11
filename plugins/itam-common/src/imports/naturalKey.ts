import { isObject } from '../entities/validation/SpecField';

/**
 * What makes a row of an import a certain record, whenever it is imported.
 * @public
 */
export type NaturalKey =
  | { by: 'tag'; tag: string }
  | { by: 'serial'; manufacturer: string; serialNumber: string }
  | { by: 'id'; name: string; namespace: string };

/**
 * The key of a record of an import: its tag; else serial number and
 * manufacturer together; else the id it was given. Undefined when it has none
 * of them: the same row twice would make two records.
 * @public
 */
export function naturalKeyOf(record: {
  spec: object;
  metadata: { name?: string; namespace?: string };
}): NaturalKey | undefined {
  const tag = textAt(record.spec, 'tag');
  if (tag !== undefined) {
    return { by: 'tag', tag };
  }
  const serialNumber = textAt(record.spec, 'serialNumber');
  const manufacturer = textAt(record.spec, 'manufacturer');
  if (serialNumber !== undefined && manufacturer !== undefined) {
    return { by: 'serial', manufacturer, serialNumber };
  }
  const { name, namespace } = record.metadata;
  return name
    ? {
        by: 'id',
        name: name.toLowerCase(),
        namespace: (namespace || 'default').toLowerCase(),
      }
    : undefined;
}

/**
 * A natural key as text, to compare and index: equal texts are equal keys.
 * @public
 */
export function naturalKeyText(key: NaturalKey): string {
  switch (key.by) {
    case 'tag':
      return JSON.stringify(['tag', key.tag]);
    case 'serial':
      return JSON.stringify(['serial', key.manufacturer, key.serialNumber]);
    default:
      return JSON.stringify(['id', key.namespace, key.name]);
  }
}

function textAt(spec: object, field: string): string | undefined {
  const value =
    isObject(spec) && Object.hasOwn(spec, field) ? spec[field] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
