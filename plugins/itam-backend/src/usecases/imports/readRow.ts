import {
  importField,
  naturalKeyText,
  rowToSpec,
  type ImportedRow,
  type ImportMapping,
  type ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { SheetCell } from '../../spreadsheets/sheetRow';
import type { StoredImport } from '../../stores/imports/storedImport';
import { inputProblem } from '../records/inputProblems';
import { writeSheetCell } from './writeSheetCell';

/** What identifies the record of a row. */
export interface RowIdentity {
  tag?: string;
  serial?: { manufacturer: string; serialNumber: string };
  /** The ref it was given, or has for want of another identity. */
  ref?: string;
  /** Whether the ref comes from a column. */
  refGiven: boolean;
}

/** How the rows of an import are read. */
export function mappingOf({
  columns,
  settings,
}: Pick<StoredImport, 'columns' | 'settings'>): ImportMapping {
  return {
    columns,
    dateFormat: settings.dateFormat,
    decimal: settings.decimal,
    blank: settings.blank,
    statuses: settings.statuses,
  };
}

/** The cells of a row as text in the formats declared for the file. */
export function cellTexts(
  cells: readonly SheetCell[],
  settings: StoredImport['settings'],
): string[] {
  return cells.map(cell => writeSheetCell(cell, settings));
}

/**
 * Reads a row; of a record there is, what the row does not say stays as it is.
 */
export function readRow(
  stored: Pick<StoredImport, 'kind' | 'columns' | 'settings'>,
  cells: readonly SheetCell[],
  existing?: { spec: object; metadata: object },
): ImportedRow {
  const { kind, settings } = stored;
  return rowToSpec(kind, mappingOf(stored), cellTexts(cells, settings), {
    currency: settings.currency,
    existing,
  });
}

/** Too few or too many cells: values may have moved to other columns. */
export function raggedProblems(
  { headers, fileType }: Pick<StoredImport, 'headers' | 'fileType'>,
  cells: readonly SheetCell[],
): ImportProblem[] {
  const surplus = cells.slice(headers.length).some(cell => cell !== '');
  // Workbooks leave out cells without a value.
  const tooFew = fileType !== 'xlsx' && cells.length < headers.length;
  return surplus || tooFew
    ? [
        inputProblem(
          'row',
          'ragged',
          `${headers.length} cells, as the header has`,
          `${cells.length} cells`,
        ),
      ]
    : [];
}

/** Columns of money that have something in a row. */
export function moneyColumns(
  { kind, columns }: Pick<StoredImport, 'kind' | 'columns'>,
  cells: readonly SheetCell[],
): number[] {
  return columns.flatMap((id, column) =>
    id !== null &&
    importField(kind, id)?.money === true &&
    (cells[column] ?? '') !== ''
      ? [column]
      : [],
  );
}

/** What identifies the record of a row that was read. */
export function identityOf(
  { kind }: Pick<StoredImport, 'kind'>,
  { spec, metadata, nameGiven }: ImportedRow,
): RowIdentity {
  const tag = textOf(spec.tag);
  const serialNumber = textOf(spec.serialNumber);
  const manufacturer = textOf(spec.manufacturer);
  const serial =
    serialNumber !== undefined && manufacturer !== undefined
      ? { manufacturer, serialNumber }
      : undefined;
  const named =
    metadata.name !== undefined &&
    (nameGiven || (tag === undefined && serial === undefined));
  return {
    ...(tag === undefined ? {} : { tag }),
    ...(serial === undefined ? {} : { serial }),
    ...(named ? { ref: refOf(kind, metadata) } : {}),
    refGiven: nameGiven,
  };
}

/** The ref of a record with that name. */
export function refOf(
  kind: string,
  { name = '', namespace = 'default' }: { name?: string; namespace?: string },
): string {
  return stringifyEntityRef({ kind, namespace, name });
}

/** Texts that no two rows with different content may share. */
export function keysOf(
  { tag, serial, ref }: RowIdentity,
  target: string | undefined,
): string[] {
  return [
    ...(tag === undefined ? [] : [naturalKeyText({ by: 'tag', tag })]),
    ...(serial === undefined
      ? []
      : [naturalKeyText({ by: 'serial', ...serial })]),
    ...new Set([ref, target].flatMap(one => (one === undefined ? [] : [one]))),
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
