import type { JsonValue } from '@backstage/types';
import { quoteText } from '../../entities/validation/describe';
import { structureProblems } from '../../entities/validation/structureProblems';
import { jsonCopy } from '../../registration/jsonCopy';
import { slugOf } from '../../registration/recordName';
import type { ImportField } from '../fields/ImportField';
import { type ReadCell, unreadable } from '../importProblem';
import { ENUM_WORDS } from './enumWords';
import { parseImportBoolean } from '../parseImportBoolean';
import { type ImportDateFormat, parseImportDate } from '../parseImportDate';
import { parseImportList, parseImportShares } from '../parseImportList';
import { parseImportStatus } from '../statusWords';
import type { DecimalSeparator } from '../parseImportAmount';

/**
 * How the cells of a file are written.
 * @public
 */
export interface CellFormat {
  /** How dates are written. */
  dateFormat: ImportDateFormat;
  /** What separates decimals. */
  decimal?: DecimalSeparator;
  /** Words of the file for our statuses. */
  statuses?: Readonly<Record<string, string>>;
  /** Finds the ref that a name or address of the file stands for. */
  reference?: (text: string, field: ImportField) => string | undefined;
}

/** Longest identifier of a supplier or type. */
const MAX_SLUG = 64;

/**
 * Reads a cell that is not empty into the value its field has in YAML.
 * Amounts need the currency of the row and are read elsewhere.
 */
export function readCell(
  cell: string,
  field: ImportField,
  format: CellFormat,
): ReadCell<JsonValue> {
  const text = cell.trim();
  switch (field.type) {
    case 'date':
      return parseImportDate(text, format.dateFormat);
    case 'number':
      return readNumber(withoutUnit(text, field), format.decimal);
    case 'months':
      return readMonths(text);
    case 'boolean':
      return parseImportBoolean(text);
    case 'enum':
      return readEnum(text, field);
    case 'status':
      return parseImportStatus(text, format.statuses);
    case 'slug':
      return readSlug(text);
    case 'currency':
      return { ok: true, value: text.toUpperCase() };
    case 'ref':
      return { ok: true, value: readReference(text, field, format) };
    case 'dated':
      return text.startsWith('[')
        ? readJson(text)
        : {
            ok: true,
            value: field.refRole
              ? readReference(text, field, format)
              : readText(cell),
          };
    case 'list':
      return text.startsWith('[')
        ? readJson(text)
        : { ok: true, value: parseImportList(text) };
    case 'references':
      return text.startsWith('[')
        ? readJson(text)
        : {
            ok: true,
            value: parseImportList(text).map(one => ({
              to: readReference(one, field, format),
            })),
          };
    case 'shares':
      return text.startsWith('[') ? readJson(text) : readShares(text);
    case 'covers':
      return text.startsWith('[') ? readJson(text) : readCovers(text);
    case 'json':
      return readJson(text);
    default:
      return { ok: true, value: readText(cell) };
  }
}

/**
 * Text without blanks around it; text in double quotes as JSON has it, so that
 * an export can keep blanks that matter.
 */
export function readText(cell: string): string {
  const text = cell.trim();
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) {
    try {
      const parsed: unknown = JSON.parse(text);
      return typeof parsed === 'string' ? parsed : text;
    } catch {
      return text;
    }
  }
  return text;
}

function readReference(
  text: string,
  field: ImportField,
  format: CellFormat,
): string {
  return format.reference?.(text, field) ?? text;
}

/** `3 months` where the field counts months, as some tools export it. */
function withoutUnit(text: string, field: ImportField): string {
  const unit = /(months|days)$/i.exec(field.id)?.[1].toLowerCase();
  const match = /^(\d+)\s*(month|day)s?$/i.exec(text);
  return match && unit === `${match[2].toLowerCase()}s` ? match[1] : text;
}

function readNumber(
  text: string,
  decimal: DecimalSeparator | undefined,
): ReadCell<number> {
  const plain = decimal === 'comma' ? text.replace(',', '.') : text;
  const hasOther = decimal === 'comma' ? text.includes('.') : false;
  const value = Number(plain);
  // Only what is written in full, so that no digit is lost on the way.
  return !hasOther &&
    /^-?\d{1,15}(\.\d{1,15})?(e[+-]?\d{1,3})?$/i.test(plain) &&
    Number.isFinite(value)
    ? { ok: true, value }
    : unreadable(
        'not-a-number',
        quoteText(text),
        decimal === 'comma'
          ? 'a number with a decimal comma, as declared, and no grouping'
          : 'a number with a decimal point and no grouping',
      );
}

/** `36`, and as other tools show it: `36 months`. */
function readMonths(text: string): ReadCell<number> {
  const match = /^(\d{1,4})\s*(months?|mo\.?)?$/i.exec(text);
  return match && Number(match[1]) <= 1200
    ? { ok: true, value: Number(match[1]) }
    : unreadable(
        'months',
        quoteText(text),
        'a whole number of months from 0 to 1200',
      );
}

function readEnum(text: string, field: ImportField): ReadCell<string> {
  const values = field.values ?? [];
  const word = text.toLowerCase().replace(/[\s_]+/g, '-');
  const known = ENUM_WORDS.get(field.id)?.get(word) ?? word;
  const value = values.find(one => one === known);
  return value === undefined
    ? unreadable('enum', quoteText(text), `one of ${values.join(', ')}`)
    : { ok: true, value };
}

function readSlug(text: string): ReadCell<string> {
  const value = slugOf(text, MAX_SLUG);
  return value === undefined
    ? unreadable(
        'slug',
        quoteText(text),
        'a name with letters from a to z or digits',
      )
    : { ok: true, value };
}

function readShares(text: string): ReadCell<JsonValue> {
  const read = parseImportShares(text);
  return read.ok
    ? {
        ok: true,
        value: read.value.map(({ ref, number }) =>
          number === undefined ? { ref } : { ref, share: number },
        ),
      }
    : read;
}

function readCovers(text: string): ReadCell<JsonValue> {
  const read = parseImportShares(text);
  return read.ok
    ? {
        ok: true,
        value: read.value.map(({ ref, number }) =>
          number === undefined ? ref : { ref, weight: number },
        ),
      }
    : read;
}

/** Nothing of the text is repeated: it may hold amounts. */
function readJson(text: string): ReadCell<JsonValue> {
  const refused = unreadable(
    'json',
    'text that is no JSON list or object',
    'JSON such as [{"title":"Invoice","url":"https://…"}]',
  );
  try {
    const parsed: unknown = JSON.parse(text);
    const { problems } = structureProblems(parsed);
    if (problems.length > 0) {
      return unreadable(
        problems[0].rule,
        problems[0].found ?? 'JSON',
        problems[0].allowed,
      );
    }
    const value = jsonCopy(parsed);
    return typeof value === 'object' && value !== null
      ? { ok: true, value }
      : refused;
  } catch {
    return refused;
  }
}
