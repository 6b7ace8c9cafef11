import type { Entity } from '@backstage/catalog-model';
import { isObject } from '../entities/validation/SpecField';
import type { ItamKind } from '../entities/types';
import { writeCell } from './cells/writeCell';
import { exportFields, type ImportField } from './fields/importFields';

/**
 * The cells of an export for a record, in the order of `fields`, by default
 * all of {@link exportFields}; the ids of the fields are the headers.
 *
 * Dates are written YYYY-MM-DD, decimals with a point, lists in a compact form
 * or as JSON. `rowToSpec` with {@link EXPORT_FORMAT} reads back what was
 * written. Who may not see money is given fields without it
 * (`field.money`). Cells are plain values: formula-looking ones are escaped
 * where CSV is written (`escapeFormulaCell`).
 * @public
 */
export function specToRow(
  kind: ItamKind,
  entity: Pick<Entity, 'metadata' | 'spec'>,
  fields: readonly ImportField[] = exportFields(kind),
): string[] {
  return fields.map(field => writeCell(valueAt(entity, field), field));
}

/**
 * How exports are written, for reading them back.
 * @public
 */
export const EXPORT_FORMAT = {
  dateFormat: 'YYYY-MM-DD',
  decimal: 'point',
} as const;

function valueAt(
  entity: Pick<Entity, 'metadata' | 'spec'>,
  field: ImportField,
): unknown {
  let value: unknown =
    field.part === 'metadata' ? entity.metadata : entity.spec;
  for (const step of field.path) {
    value =
      isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}
