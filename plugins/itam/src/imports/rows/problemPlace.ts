import {
  importField,
  type ImportDetail,
  type ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';

/**
 * Where a problem is: the header of its column as the file has it, else the
 * name of its field; undefined when it is about the whole row.
 */
export function problemPlace(
  { kind, columns }: Pick<ImportDetail, 'kind' | 'columns'>,
  { column, field }: ImportRowEntry['problems'][number],
): string | undefined {
  const header =
    column === undefined ? undefined : columns[column]?.header || undefined;
  return header ?? (field && (importField(kind, field)?.label ?? field));
}

/** Names of the fields a row changes, each once. */
export function changedFields(
  { kind }: Pick<ImportDetail, 'kind'>,
  { changes }: ImportRowEntry,
): string[] {
  return [
    ...new Set(
      changes.map(path => {
        const id = path.replace(/^(spec|metadata)\./, '').replace(/\[.*$/, '');
        return importField(kind, id)?.label ?? id;
      }),
    ),
  ];
}
