import {
  SourceError,
  sourceField,
  sourceLine,
} from '@backstage-itam/plugin-itam-node';
import type { AssetsObject, AssetsSchema, AssetsType } from './AssetsApi';

/** A list of an answer. Throws SourceError where it is none. */
export function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) {
    throw new SourceError(`Assets answers without ${what}`, 'answer');
  }
  return value;
}

/** Text of a field of an answer. */
export function textAt(value: unknown, name: string): string {
  return sourceLine(sourceField(value, name));
}

/** Objects of an answer. Throws SourceError where one has no id, type or time. */
export function objectsOf(list: unknown, what: string): AssetsObject[] {
  return listOf(list, what).map(raw => {
    const object = {
      id: textAt(raw, 'id'),
      typeId: textAt(sourceField(raw, 'objectType'), 'id'),
      createdMs: Date.parse(textAt(raw, 'created')),
      updatedMs: Date.parse(textAt(raw, 'updated')),
      raw,
    };
    if (
      object.id === '' ||
      object.typeId === '' ||
      Number.isNaN(object.createdMs) ||
      Number.isNaN(object.updatedMs)
    ) {
      throw new SourceError(
        'Assets answers with an object without id, type or times',
        'answer',
      );
    }
    return object;
  });
}

/** Schemas of an answer. */
export function schemasOf(list: readonly unknown[]): AssetsSchema[] {
  return list.map(raw => ({
    id: textAt(raw, 'id'),
    name: textAt(raw, 'name'),
    key: textAt(raw, 'objectSchemaKey'),
  }));
}

/** Types of an answer. */
export function typesOf(list: readonly unknown[]): AssetsType[] {
  return list.map(raw => ({
    id: textAt(raw, 'id'),
    name: textAt(raw, 'name'),
    parentId: textAt(raw, 'parentObjectTypeId'),
  }));
}
