import { InputError } from '@backstage/errors';
import {
  addDays,
  billingTargetOf,
  focusColumnsAt,
  ItamValidationError,
  readFocusCharge,
  type BillingProblem,
  type FocusColumnsAt,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { CloudBillingConfig } from '../../config/registerConfig';
import type { SheetCell, SheetRow } from '../../spreadsheets/sheetRow';
import { inputProblem } from '../records/inputProblems';
import { addCharge, type Bill } from './billingFile';

/** Of one file, problems that are told; nothing more is read then. */
const PROBLEMS_AT_MOST = 50;
/** Records a file may make; more come of a tag that names no service. */
const GROUPS_AT_MOST = 20_000;
const BILLS_AT_MOST = 1_000;
/** Reservations may begin later than they are bought. */
const DAYS_AHEAD = 366;

/** What a billing file says, added up. */
export interface BillingFile {
  rows: number;
  bills: Bill[];
}

/** What rows are counted in: lines of text, or rows of a table. */
export type RowPlace = 'line' | 'row';

/** A file while it is read. */
class Reading {
  readonly problems: ValidationProblem[] = [];
  private columns: FocusColumnsAt | undefined;
  private width = 0;
  private rows = 0;
  private groups = 0;
  private readonly bills = new Map<string, Bill>();

  constructor(
    private readonly config: CloudBillingConfig,
    private readonly lastDay: string,
    private readonly place: RowPlace,
  ) {}

  take({ line, cells: raw }: SheetRow): void {
    const cells = raw.map(textOf);
    if (!this.columns) {
      this.columns = this.header(cells, line);
      return;
    }
    if (cells.every(cell => cell.trim() === '')) {
      return;
    }
    this.rows += 1;
    if (cells.length !== this.width) {
      this.refuse(line, {
        column: 'row',
        rule: 'cells',
        allowed: `${this.width} cells, as the header has`,
        found: `${cells.length}`,
      });
      return;
    }
    const read = readFocusCharge(cells, this.columns, this.lastDay);
    if ('problems' in read) {
      read.problems.forEach(problem => this.refuse(line, problem));
      return;
    }
    const { rules, owner, providers } = this.config;
    const provider =
      providers.get(read.charge.provider)?.name ?? read.charge.provider;
    const charge = { ...read.charge, provider };
    const bill = this.billOf(charge, line);
    if (bill.currency !== charge.currency) {
      this.refuse(line, {
        column: 'BillingCurrency',
        rule: 'currencies-mixed',
        allowed: `${bill.currency}, as ${this.place} ${bill.line} has for the same account and period`,
        found: charge.currency,
      });
      return;
    }
    this.groups += addCharge(
      bill,
      charge,
      billingTargetOf(charge, rules, owner),
    );
    if (this.groups > GROUPS_AT_MOST || this.bills.size > BILLS_AT_MOST) {
      throw new InputError(
        `The file would make more than ${GROUPS_AT_MOST} records or ${BILLS_AT_MOST} bills; let rules name fewer services and cost centres, or split the file by account`,
      );
    }
  }

  result(): BillingFile {
    if (this.problems.length > 0) {
      throw new ItamValidationError({
        ref: 'the file',
        problems: this.problems.slice(0, PROBLEMS_AT_MOST),
      });
    }
    if (!this.columns) {
      throw new InputError('The file is empty; it needs a header and rows');
    }
    if (this.rows === 0) {
      throw new InputError(
        `The file has ${
          this.place === 'line' ? 'a header' : 'columns'
        } and no rows; nothing is taken, and nothing is deleted`,
      );
    }
    return { rows: this.rows, bills: [...this.bills.values()] };
  }

  private header(cells: readonly string[], line: number): FocusColumnsAt {
    const headers = cells.map(cell => cell.trim());
    const { columns, problems } = focusColumnsAt(headers);
    problems.forEach(problem => this.refuse(line, problem));
    if (problems.length > 0) {
      this.result();
    }
    this.width = headers.length;
    return columns;
  }

  private billOf(
    charge: Pick<
      Bill,
      'provider' | 'billingAccount' | 'billingPeriod' | 'currency'
    > & { billingAccountName?: string | null },
    line: number,
  ): Bill {
    const { provider, billingAccount, billingPeriod, currency } = charge;
    const key = JSON.stringify([provider, billingAccount, billingPeriod]);
    let bill = this.bills.get(key);
    if (!bill) {
      bill = {
        provider,
        billingAccount,
        billingPeriod,
        billingAccountName: charge.billingAccountName ?? null,
        currency,
        line,
        rows: 0,
        rowsWithoutCost: 0,
        unmappedRows: 0,
        groups: new Map(),
      };
      this.bills.set(key, bill);
    }
    return bill;
  }

  private refuse(
    line: number,
    { column, rule, allowed, found }: BillingProblem,
  ): void {
    // The names of columns of a table are in none of its rows.
    const where = line === 0 ? column : `${this.place} ${line}, ${column}`;
    this.problems.push(inputProblem(where, rule, allowed, found));
  }
}

/**
 * Reads a FOCUS file row by row, and adds its charges up by whose they are:
 * what is kept does not grow with its rows.
 *
 * Throws ItamValidationError (400) with the first problems by line and column,
 * and InputError (400) for a file without rows, or of too many parts.
 *
 * @param rows - The first has the names of the columns
 * @param today - ISO calendar date
 */
export async function readBillingFile(
  rows: AsyncIterable<SheetRow>,
  config: CloudBillingConfig,
  today: string,
  place: RowPlace = 'line',
): Promise<BillingFile> {
  const reading = new Reading(config, addDays(today, DAYS_AHEAD), place);
  for await (const row of rows) {
    reading.take(row);
    if (reading.problems.length >= PROBLEMS_AT_MOST) {
      break;
    }
  }
  return reading.result();
}

function textOf(cell: SheetCell): string {
  return typeof cell === 'object' ? cell.date : String(cell);
}
