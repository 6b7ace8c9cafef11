import {
  FOCUS_COLUMNS,
  ItamValidationError,
  type FocusField,
} from '@backstage-itam/plugin-itam-common';
import { typeName, type ColumnKind } from '../../parquet/columnKind';
import type { ParquetLimits } from '../../parquet/checkGroup';
import { readFooter } from '../../parquet/readFooter';
import {
  columnsOf,
  readParquet,
  type ParquetColumn,
} from '../../parquet/readParquet';
import type { ReceivedFile } from '../../parquet/receiveFile';
import type { SheetRow } from '../../spreadsheets/sheetRow';
import { inputProblem } from '../records/inputProblems';

type Kinds = readonly ColumnKind['is'][];

const AMOUNT: Kinds = ['decimal', 'double', 'integer', 'text'];
const TIME: Kinds = ['time', 'date', 'text'];
const TEXT: Kinds = ['text', 'integer'];
const ALLOWED: Partial<Record<FocusField, { kinds: Kinds; text: string }>> = {
  billedCost: { kinds: AMOUNT, text: 'DECIMAL, DOUBLE, an integer or text' },
  effectiveCost: { kinds: AMOUNT, text: 'DECIMAL, DOUBLE, an integer or text' },
  billingPeriodStart: { kinds: TIME, text: 'TIMESTAMP, INT96, DATE or text' },
  billingPeriodEnd: { kinds: TIME, text: 'TIMESTAMP, INT96, DATE or text' },
  chargePeriodStart: { kinds: TIME, text: 'TIMESTAMP, INT96, DATE or text' },
  chargePeriodEnd: { kinds: TIME, text: 'TIMESTAMP, INT96, DATE or text' },
  tags: {
    kinds: ['map', 'text'],
    text: 'MAP of text to text, or JSON as text',
  },
};
const OTHERS = { kinds: TEXT, text: 'text or an integer' };

const FIELDS: ReadonlyMap<string, FocusField> = new Map(
  fields().flatMap(field =>
    FOCUS_COLUMNS[field].names.map((name): [string, FocusField] => [
      name,
      field,
    ]),
  ),
);

/**
 * The rows of a bill in a Parquet file, as those of a CSV file: the first has
 * the names of the columns. Only columns that the register reads are unpacked.
 *
 * Throws InputError (400) for what cannot be read, and ItamValidationError
 * (400) for columns of types that their values never have.
 */
export async function* parquetBillRows(
  file: ReceivedFile,
  limits: ParquetLimits,
): AsyncGenerator<SheetRow> {
  const metadata = await readFooter(file);
  const columns = columnsOf(metadata);
  const read = columns.filter(({ name }) => fieldOf(name) !== undefined);
  const problems = read.flatMap(problemsOf);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'the file', problems });
  }
  yield { line: 0, cells: columns.map(({ name }) => name) };
  yield* readParquet(
    file,
    metadata,
    new Set(read.map(({ name }) => name)),
    limits,
  );
}

function problemsOf({ name, kind, tree }: ParquetColumn) {
  const field = fieldOf(name);
  const allowed = (field && ALLOWED[field]) ?? OTHERS;
  return kind && allowed.kinds.includes(kind.is)
    ? []
    : [inputProblem(name, 'column-type', allowed.text, typeName(tree))];
}

function fieldOf(name: string): FocusField | undefined {
  return FIELDS.get(name);
}

function fields(): FocusField[] {
  return Object.keys(FOCUS_COLUMNS).filter(isField);
}

function isField(name: string): name is FocusField {
  return Object.hasOwn(FOCUS_COLUMNS, name);
}
