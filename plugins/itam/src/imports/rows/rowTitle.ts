import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';

const TITLES = ['title', 'product', 'model', 'number'];
const MARKS = ['tag', 'serialNumber', 'number', 'name'];

/**
 * What a row's record is called, and what tells it from others, by the cells
 * of the row; by the record itself where the row does not say.
 */
export function rowTitle(
  { columns }: Pick<ImportDetail, 'columns'>,
  { cells, ref }: ImportRowEntry,
): { title: string; more?: string } {
  const first = (fields: readonly string[]) =>
    fields
      .map(field => {
        const column = columns.find(one => one.field === field);
        return column ? (cells[column.column] ?? '').trim() : '';
      })
      .find(Boolean);
  const name = ref === undefined ? undefined : parseEntityRef(ref).name;
  const more = first(MARKS);
  return { title: first(TITLES) ?? name ?? more ?? '', more };
}
