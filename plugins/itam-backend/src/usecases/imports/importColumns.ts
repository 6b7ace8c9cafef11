import {
  importField,
  importFields,
  ItamValidationError,
  recogniseHeaders,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import { inputProblem } from '../records/inputProblems';

/** Metadata that the register does not keep of registered records. */
const NOT_KEPT: readonly string[] = ['tags'];

/** Which field each column holds, by what the headers are and what was said. */
export interface ImportColumns {
  /** Ids of fields; null for columns that are left out. */
  columns: (string | null)[];
  /** What to know about headers that were not recognised. */
  problems: { rule: string; column: number; message: string }[];
}

/**
 * Recognises columns by their headers; what `mapping` says of a header counts
 * instead.
 *
 * Throws ItamValidationError (400) for headers there are none of, fields the
 * kind has not, and a field that two columns are mapped to.
 *
 * @param mapping - Ids of fields by header; null leaves a column out
 */
export function columnsOf(
  kind: ItamKind,
  headers: readonly string[],
  mapping: Readonly<Record<string, string | null>> = {},
): ImportColumns {
  const recognised = recogniseHeaders(kind, headers);
  const shown = recognised.columns.map(({ header }) => header);
  const wrong = Object.entries(mapping).flatMap(([header, field]) => [
    ...(shown.includes(header)
      ? []
      : [
          inputProblem(
            'mapping',
            'unknown-header',
            `a header of the file: ${shown.join(', ')}`,
            `'${header}'`,
          ),
        ]),
    ...(field === null || isKept(kind, field)
      ? []
      : [
          inputProblem(
            'mapping',
            'unknown-field',
            `a field of the kind ${kind}: ${importFields(kind)
              .filter(({ id }) => !NOT_KEPT.includes(id))
              .map(({ id }) => id)
              .join(', ')}`,
            `'${field}'`,
          ),
        ]),
  ]);
  const mapped = new Map(Object.entries(mapping));
  const claimed = new Set(mapped.values());
  const seen = new Set<string>();
  const columns = recognised.columns.map(({ header, field = null }) => {
    const said = seen.has(header) ? undefined : mapped.get(header);
    seen.add(header);
    if (said !== undefined) {
      return said;
    }
    // A column that was recognised gives way to the one that was named.
    return field !== null && !claimed.has(field) && isKept(kind, field)
      ? field
      : null;
  });
  const used = columns.filter(field => field !== null);
  const twice = used.find((field, at) => used.indexOf(field) !== at);
  if (twice !== undefined) {
    wrong.push(
      inputProblem(
        'mapping',
        'field-twice',
        'one column for each field',
        `two columns for '${twice}'`,
      ),
    );
  }
  if (wrong.length > 0) {
    throw new ItamValidationError({ ref: 'The import', problems: wrong });
  }
  return { columns, problems: recognised.problems };
}

function isKept(kind: ItamKind, field: string): boolean {
  return importField(kind, field) !== undefined && !NOT_KEPT.includes(field);
}
