import type { JsonObject } from '@backstage/types';
import { isObject } from '../entities/validation/SpecField';
import { problem } from '../entities/validation/ValidationProblem';
import { validateItamEntity } from '../entities/validation/validateItamEntity';
import { ITAM_API_VERSION, type ItamKind } from '../entities/types';
import { jsonObjectCopy } from '../registration/jsonCopy';
import { recordMetadataProblems } from '../registration/recordMetadata';
import { recordNameFrom } from '../registration/recordName';
import { type CellFormat, readCell } from './cells/readCell';
import { completeRow } from './completeRow';
import { importField, type ImportField } from './fields/importFields';
import type { ImportProblem } from './importProblem';
import { parseImportAmount } from './parseImportAmount';
import { deleteAt, setAt, textAt } from './rowValues';

export type { CellFormat } from './cells/readCell';

/**
 * Which column holds which field, and how cells are written.
 * @public
 */
export interface ImportMapping extends CellFormat {
  /** Id of the field of each column; null or undefined leaves it out. */
  columns: readonly (string | null | undefined)[];
  /**
   * What an empty cell does to a record there is already: `keep` (default)
   * what it has, or `clear` it.
   */
  blank?: 'keep' | 'clear';
}

/**
 * What rows do not say themselves.
 * @public
 */
export interface ImportDefaults {
  /** Cells by field id, in the format of exports, for rows without their own. */
  cells?: Readonly<Record<string, string>>;
  /** Currency of amounts whose row states none. */
  currency?: string;
  /** The record that the row updates: what no cell says stays as it is. */
  existing?: { spec: object; metadata: object };
}

/**
 * A row read as a record.
 * @public
 */
export interface ImportedRow {
  /** The spec as YAML has it; right only when there are no problems. */
  spec: JsonObject;
  /** Name, title and the like. */
  metadata: JsonObject & { name?: string; namespace?: string; title?: string };
  /** Everything that is wrong, by column and field. */
  problems: ImportProblem[];
  /**
   * Whether the row or the record there is states the name; otherwise it was
   * made from tag, number, product or title.
   */
  nameGiven: boolean;
}

/**
 * Reads a row of a file into the spec that YAML of the same record has.
 *
 * Cells are read by the declared formats only. Statuses of other tools are
 * translated, the stage follows from the status and the class from the type
 * where they are not given, amounts take their currency from the row, the cell
 * or the defaults, and months of warranty and term become dates. The result is
 * checked by all rules of the kind. All problems of the row are found at once;
 * none of them repeats an amount.
 * @public
 */
export function rowToSpec(
  kind: ItamKind,
  mapping: ImportMapping,
  cells: readonly string[],
  defaults: ImportDefaults = {},
): ImportedRow {
  const problems: ImportProblem[] = [];
  const derived: JsonObject = {};
  const parts = {
    spec: jsonObjectCopy(defaults.existing?.spec ?? {}),
    metadata: jsonObjectCopy(defaults.existing?.metadata ?? {}),
    derived,
  };
  const columnOf = new Map<string, number>();
  const filled = filledCells(kind, mapping, cells, defaults);
  problems.push(...filled.problems);
  for (const { field, column } of filled.blank) {
    if (mapping.blank === 'clear') {
      deleteAt(parts[field.part], field.path);
    }
    columnOf.set(field.id, column);
  }
  const amounts: FilledCell[] = [];
  for (const filledCell of filled.cells) {
    const { field, cell, column, format } = filledCell;
    if (column !== undefined) {
      columnOf.set(field.id, column);
    }
    if (field.type === 'amount') {
      amounts.push(filledCell);
      continue;
    }
    const read = readCell(cell, field, format);
    if (read.ok) {
      setAt(parts[field.part], field.path, read.value);
    } else {
      problems.push(cellProblem(field, column, read));
    }
  }
  problems.push(...readAmounts(amounts, parts.spec, defaults));
  const failed = new Set(problems.map(one => one.field));
  const given = new Set(filled.cells.map(({ field }) => field.id));
  if (failed.has('status') && !given.has('stage')) {
    // It would have followed from the status.
    failed.add('stage');
  }
  for (const one of completeRow(kind, parts, given)) {
    problems.push(located(kind, one, columnOf));
  }
  const { metadata, nameGiven } = named(kind, parts);
  // A row without any name is told so below.
  const entityMetadata = { ...metadata, name: metadata.name ?? 'row' };
  for (const one of [
    ...recordMetadataProblems(entityMetadata),
    ...validateItamEntity({
      apiVersion: ITAM_API_VERSION,
      kind,
      metadata: entityMetadata,
      spec: parts.spec,
    }),
  ]) {
    const placed = located(kind, one, columnOf);
    // What could not be read is no missing field as well.
    if (placed.field === undefined || !failed.has(placed.field)) {
      problems.push(placed);
    }
  }
  if (metadata.name === undefined) {
    problems.push({
      ...problem({
        path: 'metadata.name',
        rule: 'name-missing',
        found: 'nothing',
        allowed:
          'an id, tag, number, product or title to name the record after',
      }),
      field: 'name',
    });
  }
  return { spec: parts.spec, metadata, problems, nameGiven };
}

interface FilledCell {
  field: ImportField;
  cell: string;
  column: number | undefined;
  format: CellFormat;
}

/** The cells with something in them, then the defaults for those without. */
function filledCells(
  kind: ItamKind,
  mapping: ImportMapping,
  cells: readonly string[],
  defaults: ImportDefaults,
): {
  cells: FilledCell[];
  blank: { field: ImportField; column: number }[];
  problems: ImportProblem[];
} {
  const filled: FilledCell[] = [];
  const blank: { field: ImportField; column: number }[] = [];
  const problems: ImportProblem[] = [];
  const taken = new Set<string>();
  mapping.columns.forEach((id, column) => {
    if (id === null || id === undefined) {
      return;
    }
    const field = importField(kind, id);
    if (!field) {
      problems.push({
        ...problem({
          path: `columns[${column}]`,
          rule: 'unknown-field',
          found: 'a field that is not known',
          allowed: `a field of the kind ${kind}`,
        }),
        column,
      });
      return;
    }
    const cell = column < cells.length ? cells[column] : '';
    if (cell.trim() === '') {
      blank.push({ field, column });
    } else if (taken.has(id)) {
      problems.push(
        cellProblem(field, column, {
          rule: 'field-twice',
          found: 'a second column for the field',
          allowed: 'one column for each field',
        }),
      );
    } else {
      taken.add(id);
      filled.push({ field, cell, column, format: mapping });
    }
  });
  for (const [id, cell] of Object.entries(defaults.cells ?? {})) {
    const field = importField(kind, id);
    if (!field) {
      problems.push(
        problem({
          path: 'defaults',
          rule: 'unknown-field',
          found: 'a field that is not known',
          allowed: `a field of the kind ${kind}`,
        }),
      );
    } else if (
      !taken.has(id) &&
      cell.trim() !== '' &&
      !isSet(defaults, field)
    ) {
      filled.push({
        field,
        cell,
        column: undefined,
        format: { ...mapping, dateFormat: 'YYYY-MM-DD', decimal: 'point' },
      });
    }
  }
  return { cells: filled, blank, problems };
}

/** Whether the record there is has the value, so that no default is needed. */
function isSet({ existing }: ImportDefaults, field: ImportField): boolean {
  let value: unknown =
    field.part === 'metadata' ? existing?.metadata : existing?.spec;
  for (const step of field.path) {
    value =
      isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value !== undefined;
}

function readAmounts(
  amounts: readonly FilledCell[],
  spec: JsonObject,
  defaults: ImportDefaults,
): ImportProblem[] {
  return amounts.flatMap(({ field, cell, column, format }) => {
    const currencyPath = [...field.path.slice(0, -1), 'currency'];
    const read = parseImportAmount(
      cell,
      format.decimal,
      textAt(spec, currencyPath) ?? defaults.currency,
    );
    if (!read.ok) {
      return [cellProblem(field, column, read)];
    }
    setAt(spec, field.path, read.value.amount);
    setAt(spec, currencyPath, read.value.currency);
    return [];
  });
}

function named(
  kind: ItamKind,
  parts: { spec: JsonObject; metadata: JsonObject },
): { metadata: ImportedRow['metadata']; nameGiven: boolean } {
  const given = textAt(parts.metadata, ['name']);
  const title = textAt(parts.metadata, ['title']);
  const namespace = textAt(parts.metadata, ['namespace']);
  const { name: _, ...others } = parts.metadata;
  const source = {
    kind,
    tag: textAt(parts.spec, ['tag']) ?? textAt(parts.spec, ['serialNumber']),
    number: textAt(parts.spec, ['number']),
    product: textAt(parts.spec, ['product']),
    title,
  };
  const nameable = [
    source.tag,
    source.number,
    source.product,
    source.title,
  ].some(text => text?.trim());
  const made = nameable ? recordNameFrom(source) : undefined;
  const name = given ?? made;
  return {
    nameGiven: given !== undefined,
    metadata: {
      ...others,
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(title === undefined ? {} : { title }),
    },
  };
}

function cellProblem(
  field: ImportField,
  column: number | undefined,
  what: { rule: string; found: string; allowed: string },
): ImportProblem {
  const path =
    field.part === 'metadata' ? `metadata.${field.id}` : `spec.${field.id}`;
  return {
    ...problem({
      path,
      rule: what.rule,
      // As everywhere below financials: no value, not even a date.
      found: field.money && what.found.includes('"') ? 'text' : what.found,
      allowed: what.allowed,
    }),
    field: field.id,
    ...(column === undefined ? {} : { column }),
  };
}

/** Puts a problem of the kind's rules to the column it came from. */
function located(
  kind: ItamKind,
  one: ImportProblem,
  columnOf: ReadonlyMap<string, number>,
): ImportProblem {
  const steps = one.path
    .replace(/^(spec|metadata)\./, '')
    .replace(/\[.*$/, '')
    .split('.');
  for (let length = steps.length; length > 0; length--) {
    const id = steps.slice(0, length).join('.');
    if (importField(kind, id)) {
      const column = columnOf.get(id);
      return {
        ...one,
        field: id,
        ...(column === undefined ? {} : { column }),
      };
    }
  }
  return one;
}
