import { quoteText } from '../entities/validation/describe';
import { addDays, isPlainDate, type PlainDate } from '../values';
import { type ReadCell, unreadable } from './importProblem';

/**
 * The ways in which dates may be written in a file; one is declared for all of
 * it. `hh:mm` formats have a time, seconds or not, which is left out. Serials
 * are the numbers Excel stores, with day 1 on 1900-01-01 or day 0 on
 * 1904-01-01.
 * @public
 */
export const IMPORT_DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'DD MMM YYYY',
  'YYYY-MM-DD hh:mm',
  'DD.MM.YYYY hh:mm',
  'DD/MM/YYYY hh:mm',
  'MM/DD/YYYY hh:mm',
  'excel-serial',
  'excel-serial-1904',
] as const;

/**
 * A way in which dates may be written.
 * @public
 */
export type ImportDateFormat = (typeof IMPORT_DATE_FORMATS)[number];

/**
 * Whether the text names a date format.
 * @public
 */
export function isImportDateFormat(text: string): text is ImportDateFormat {
  return IMPORT_DATE_FORMATS.some(format => format === text);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const LONG_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Last serial of Excel: 9999-12-31. */
const MAX_SERIAL = 2_958_465;

const PARTS: ReadonlyMap<string, string> = new Map([
  ['YYYY', '(?<year>\\d{4})'],
  ['MMM', '(?<monthName>[A-Za-z]{3,9})\\.?'],
  ['MM', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{1,2})'],
  ['.', '\\.'],
  [' ', '[ -]'],
]);

const MATCHERS: ReadonlyMap<string, RegExp> = new Map(
  IMPORT_DATE_FORMATS.filter(format => !format.includes('serial')).map(
    format => {
      const pattern = format.replace(/ hh:mm$/, '');
      const source = pattern.replace(
        /YYYY|MMM|MM|DD|[. ]/g,
        part => PARTS.get(part) ?? part,
      );
      return [pattern, new RegExp(`^${source}$`)];
    },
  ),
);

/**
 * Reads a date in the declared format, and in no other: nothing is guessed.
 *
 * One-digit days and months are read; years have four digits. Two-digit
 * years, dates that do not exist, dates in another format, and numbers that
 * may be Excel serials are refused with what was found and what is allowed.
 * A time of midnight is left out in every format, as spreadsheets add it.
 * @public
 */
export function parseImportDate(
  text: string,
  format: ImportDateFormat,
): ReadCell<PlainDate> {
  const trimmed = text.trim();
  const found = quoteText(trimmed);
  if (format === 'excel-serial' || format === 'excel-serial-1904') {
    return parseSerial(trimmed, format);
  }
  const timed = format.endsWith(' hh:mm');
  const pattern = format.replace(/ hh:mm$/, '');
  const allowed = `a date written ${format}, as declared`;
  const { day: dayText, time } = splitTime(trimmed);
  if (time !== undefined && !timed && !/^00:00(:00(\.0+)?)?$/.test(time)) {
    return unreadable('date-time', found, `${allowed}, without a time`);
  }
  const match = MATCHERS.get(pattern)?.exec(dayText);
  if (!match?.groups) {
    return explainOtherForm(dayText, found, allowed);
  }
  const { year, month, monthName, day } = match.groups;
  const monthNumber =
    monthName === undefined ? Number(month) : monthOfName(monthName);
  const date = `${year}-${twoDigits(monthNumber)}-${twoDigits(Number(day))}`;
  return isPlainDate(date)
    ? { ok: true, value: date }
    : unreadable(
        'impossible-date',
        found,
        `a date that exists, from 1900 on, written ${format}, as declared`,
      );
}

/** Separates `2024-04-15T00:00:00Z` and `15/04/2024 00:00` at the time. */
function splitTime(text: string): { day: string; time?: string } {
  const match =
    /^(.*?)[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:\s*[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    );
  return match ? { day: match[1], time: match[2] } : { day: text };
}

function parseSerial(
  text: string,
  format: 'excel-serial' | 'excel-serial-1904',
): ReadCell<PlainDate> {
  const found = quoteText(text);
  const first = format === 'excel-serial' ? 1 : 0;
  const allowed = `an Excel serial date, a whole number from ${first} to ${MAX_SERIAL}, as declared`;
  const match = /^(\d{1,7})(?:\.0+)?$/.exec(text);
  if (!match) {
    return /^\d+\.\d+$/.test(text)
      ? unreadable('date-time', found, `${allowed}, without a time`)
      : unreadable('date-format', found, allowed);
  }
  const serial = Number(match[1]);
  if (serial < first || serial > MAX_SERIAL) {
    return unreadable('impossible-date', found, allowed);
  }
  if (format === 'excel-serial-1904') {
    const date = serial <= MAX_SERIAL - 1462 ? serial : undefined;
    return date === undefined
      ? unreadable('impossible-date', found, allowed)
      : { ok: true, value: addDays('1904-01-01', date) };
  }
  // Excel takes 1900 for a leap year: 60 is a day that never was.
  if (serial === 60) {
    return unreadable('impossible-date', found, allowed);
  }
  return {
    ok: true,
    value: addDays('1900-01-01', serial < 60 ? serial - 1 : serial - 2),
  };
}

/** Says what is wrong about a text that has not the declared form. */
function explainOtherForm(
  text: string,
  found: string,
  allowed: string,
): ReadCell<PlainDate> {
  if (/^\d{4,6}$/.test(text)) {
    return unreadable(
      'excel-serial',
      `${found}, a number without separators`,
      `${allowed}; declare excel-serial if these are Excel's serial dates`,
    );
  }
  if (/^\d{1,2}([./ -])(\d{1,2}|[A-Za-z]{3,9})\1\d{2}$/.test(text)) {
    return unreadable(
      'two-digit-year',
      `${found}, whose year may have two digits`,
      `${allowed}, with a year of four digits`,
    );
  }
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(text);
  return numbers && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12
    ? unreadable(
        'ambiguous-date',
        `${found}, in which day and month cannot be told apart`,
        allowed,
      )
    : unreadable('date-format', found, allowed);
}

function monthOfName(name: string): number {
  const lower = name.toLowerCase();
  const long = LONG_MONTHS.indexOf(lower);
  const short = MONTHS.indexOf(lower === 'sept' ? 'sep' : lower);
  return Math.max(long, short) + 1;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
