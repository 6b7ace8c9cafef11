import {
  importField,
  type ImportDetail,
  type ImportField,
  importFields,
} from '@backstage-itam/plugin-itam-common';

/** What the register works out from another column. */
const FOLLOWS_FROM: Readonly<Record<string, string>> = {
  stage: 'status',
  class: 'type',
};

/**
 * Fields a new record cannot do without that no column is read as.
 */
export function missingFields({
  kind,
  columns,
}: {
  kind: ImportDetail['kind'];
  columns: readonly { field?: string }[];
}): ImportField[] {
  const mapped = new Set(columns.map(({ field }) => field));
  return importFields(kind).filter(
    ({ id, required }) =>
      required &&
      !mapped.has(id) &&
      !(id in FOLLOWS_FROM && mapped.has(FOLLOWS_FROM[id])),
  );
}

/** What people call a field. */
export function fieldLabel(kind: ImportDetail['kind'], id: string): string {
  return importField(kind, id)?.label ?? id;
}
