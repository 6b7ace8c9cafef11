import { sourceField } from '@backstage-itam/plugin-itam-node';
import { textAt } from '../client/answers';

/** An attribute of a type of objects, as far as it tells how to read values. */
export interface Attribute {
  id: string;
  name: string;
  /** What its values are. */
  values: 'text' | 'markup' | 'number' | 'day' | 'time' | 'object' | 'user';
}

/** Attributes by their name in lower case. */
export type Attributes = ReadonlyMap<string, Attribute>;

/** The ids of default types in the REST API. */
const DEFAULT_TYPES: Readonly<Record<string, Attribute['values']>> = {
  '1': 'number',
  '3': 'number',
  '4': 'day',
  '6': 'time',
  '9': 'markup',
};

/** A definition of an attribute as the REST API has it. */
export function attributeOf(raw: unknown): Attribute {
  return {
    id: textAt(raw, 'id'),
    name: textAt(raw, 'name'),
    values: valuesOf(raw),
  };
}

function valuesOf(raw: unknown): Attribute['values'] {
  switch (textAt(raw, 'type')) {
    case '0':
      return (
        DEFAULT_TYPES[textAt(sourceField(raw, 'defaultType'), 'id')] ?? 'text'
      );
    case '1':
      return 'object';
    case '2':
      return 'user';
    default:
      return 'text';
  }
}
