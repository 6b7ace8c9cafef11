import { isCurrency, isPlainDate, type PlainDate } from '../values';
import { CHARGE_CATEGORIES, type ChargeCategory } from './chargeCategories';
import { type ExactDecimal, parseExactDecimal } from './exactDecimal';
import {
  type BillingProblem,
  FOCUS_COLUMNS,
  type FocusColumnsAt,
  type FocusField,
} from './focusColumns';
import { readFocusTags, type FocusTags } from './focusTags';

/** ISO 8601 in UTC, and the forms that providers write instead. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|\+00:?00))?)?$/;
const UNWANTED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const MAX_NAME = 200;
/** Billing of the clouds is not older. */
const FIRST_DAY = '2000-01-01';

/** A row while it is read, with what is wrong in it. */
export class FocusRow {
  readonly problems: BillingProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: FocusColumnsAt,
    private readonly lastDay: PlainDate,
  ) {}

  value(field: FocusField): string | undefined {
    for (const at of this.columns[field]) {
      const cell = this.cells[at]?.trim() ?? '';
      if (cell !== '' && cell !== 'NULL' && cell !== 'null') {
        return cell;
      }
    }
    return undefined;
  }

  /** A value that has to be there; empty text beside a problem. */
  needed(field: FocusField): string {
    const value = this.value(field);
    if (value === undefined) {
      this.refuse(field, 'no-value', 'a value in each row', 'no value');
    }
    return value ?? '';
  }

  name(field: FocusField): string {
    return this.checked(field, this.needed(field), MAX_NAME);
  }

  optional(field: FocusField, longest = MAX_NAME): string | null {
    const value = this.value(field);
    return value === undefined ? null : this.checked(field, value, longest);
  }

  currency(): string {
    const value = this.needed('currency');
    if (value !== '' && !isCurrency(value)) {
      this.refuse(
        'currency',
        'currency',
        'an ISO 4217 code such as EUR',
        `'${value.slice(0, 20)}'`,
      );
    }
    return value;
  }

  amount(field: FocusField): ExactDecimal | undefined {
    const value = this.needed(field);
    const read = value === '' ? undefined : parseExactDecimal(value);
    if (value !== '' && !read) {
      this.refuse(
        field,
        'amount',
        'a decimal number with a point, without grouping and currency',
      );
    }
    return read;
  }

  /** First day of a period; its end is checked where there is one. */
  period(start: FocusField, end: FocusField): PlainDate {
    const first = this.day(start, this.needed(start));
    const last = this.day(end, this.value(end) ?? '');
    if (first === '') {
      return first;
    }
    if (first < FIRST_DAY || first > this.lastDay) {
      this.refuse(
        start,
        'date-range',
        `from ${FIRST_DAY} to ${this.lastDay}`,
        first,
      );
    }
    if (last !== '' && last < first) {
      this.refuse(end, 'end-before-start', 'no day before the start', last);
    }
    return first;
  }

  category(): ChargeCategory | undefined {
    const value = this.needed('chargeCategory');
    const known = CHARGE_CATEGORIES.find(one => one === value);
    if (value !== '' && known === undefined) {
      this.refuse(
        'chargeCategory',
        'one-of',
        `one of ${CHARGE_CATEGORIES.join(', ')}`,
        `'${value.slice(0, 40)}'`,
      );
    }
    return known;
  }

  tags(): FocusTags {
    const read = readFocusTags(this.value('tags'));
    if (!read) {
      this.refuse(
        'tags',
        'tags',
        'a JSON object such as {"service": "payments-api"}',
      );
    }
    return read ?? new Map();
  }

  private day(field: FocusField, value: string): PlainDate {
    if (value === '') {
      return '';
    }
    const day = INSTANT.exec(value)?.[1];
    if (day === undefined || !isPlainDate(day)) {
      this.refuse(
        field,
        'date',
        'a time in UTC such as 2026-09-01T00:00:00Z',
        `'${value.slice(0, 40)}'`,
      );
      return '';
    }
    return day;
  }

  private checked(field: FocusField, value: string, longest: number): string {
    if (UNWANTED.test(value)) {
      this.refuse(
        field,
        'control-character',
        'one line of text without control and bidi characters',
      );
    } else if (value.length > longest) {
      this.refuse(field, 'too-long', `at most ${longest} characters`);
    }
    return value;
  }

  private refuse(
    field: FocusField,
    rule: string,
    allowed: string,
    found?: string,
  ): void {
    this.problems.push({
      column: FOCUS_COLUMNS[field].names[0],
      rule,
      allowed,
      ...(found === undefined ? {} : { found }),
    });
  }
}
