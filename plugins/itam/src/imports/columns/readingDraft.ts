import type {
  ImportDetail,
  ImportReading,
} from '@backstage-itam/plugin-itam-common';

/** How a file is to be read, as it is being put together. */
export interface ReadingDraft {
  /** Field of each column, by position; undefined leaves it out. */
  fields: readonly (string | undefined)[];
  format: Pick<
    ImportReading,
    'dateFormat' | 'decimalSeparator' | 'currency' | 'blank'
  >;
  /** Statuses by the words of the file. */
  statuses: Readonly<Record<string, string>>;
}

/** How the file is read now. */
export function draftOf({ columns, format }: ImportDetail): ReadingDraft {
  const { statuses = {}, ...rest } = format;
  return { fields: columns.map(({ field }) => field), format: rest, statuses };
}

/**
 * Whether a column can be mapped: by its header, which it needs to have to
 * itself.
 */
export function isMappable(
  columns: ImportDetail['columns'],
  index: number,
): boolean {
  const { header } = columns[index];
  return (
    header !== '' &&
    columns.findIndex(column => column.header === header) === index
  );
}

/** What the register is told of a draft. */
export function readingOf(
  { columns }: ImportDetail,
  draft: ReadingDraft,
): ImportReading {
  return {
    ...draft.format,
    mapping: Object.fromEntries(
      columns.flatMap(({ header }, index) =>
        isMappable(columns, index)
          ? [[header, draft.fields[index] ?? null]]
          : [],
      ),
    ),
    statuses: { ...draft.statuses },
  };
}

/** Fields that several columns are mapped to. */
export function doubleFields({ fields }: ReadingDraft): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    fields.flatMap(field => {
      if (field === undefined) {
        return [];
      }
      const again = seen.has(field);
      seen.add(field);
      return again ? [field] : [];
    }),
  );
}
