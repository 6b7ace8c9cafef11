import type { CostBasis, CostView } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';

/** What a node may cost in a fiscal year. */
export interface BudgetValues {
  basis: CostBasis;
  view: CostView;
  amountMinor: bigint;
  /** ISO 4217 code. */
  currency: string;
  note: string | null;
  /** Counts the changes, also over a removal. */
  version: number;
  /** ISO instant. */
  setAt: string;
  setBy: string | null;
}

/** Which budget. */
export interface BudgetKey {
  /** Calendar year of the fiscal year's last month. */
  fiscalYear: number;
  /** Node in its canonical spelling. */
  nodeRef: string;
}

/** A budget as it is stored. */
export interface StoredBudget extends BudgetKey, BudgetValues {
  id: number;
}

interface Row {
  id: unknown;
  node_ref: string;
  fiscal_year: unknown;
  basis: string;
  view: string;
  amount_minor: unknown;
  currency: string;
  note: string | null;
  version: unknown;
  set_at: string;
  set_by: string | null;
}

/** The budgets of a fiscal year, of one node or all, in order of the node. */
export async function readBudgets(
  database: Knex,
  { fiscalYear, nodeRef }: { fiscalYear: number; nodeRef?: string },
): Promise<StoredBudget[]> {
  const query = database('budgets').where('fiscal_year', fiscalYear);
  if (nodeRef !== undefined) {
    query.where('node_ref', nodeRef);
  }
  const rows: Row[] = await query.orderBy('node_ref').select(
    'id',
    'node_ref',
    'fiscal_year',
    'basis',
    'view',
    // SQLite's driver would round large whole numbers.
    database.raw('cast(amount_minor as text) as amount_minor'),
    'currency',
    'note',
    'version',
    'set_at',
    'set_by',
  );
  return rows.map(fromRow);
}

/** One budget; undefined when there is none. */
export async function readBudget(
  database: Knex,
  key: BudgetKey,
): Promise<StoredBudget | undefined> {
  const [budget] = await readBudgets(database, key);
  return budget;
}

/** The fiscal years there are budgets of, in order. */
export async function readBudgetYears(database: Knex): Promise<number[]> {
  const rows: { fiscal_year: unknown }[] = await database('budgets')
    .distinct('fiscal_year')
    .orderBy('fiscal_year');
  return rows.map(row => integerFromRow(row.fiscal_year));
}

/** Writes a budget, whether it was there or not. Returns its id. */
export async function writeBudget(
  trx: Knex.Transaction,
  key: BudgetKey,
  values: BudgetValues,
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('budgets')
    .insert({
      node_ref: key.nodeRef,
      fiscal_year: key.fiscalYear,
      basis: values.basis,
      view: values.view,
      amount_minor: String(values.amountMinor),
      currency: values.currency,
      note: values.note,
      version: values.version,
      set_at: values.setAt,
      set_by: values.setBy,
    })
    .onConflict(['fiscal_year', 'node_ref'])
    .merge()
    .returning('id');
  return integerFromRow(row.id);
}

/** Removes a budget with its lines. */
export async function deleteBudget(
  trx: Knex.Transaction,
  budgetId: number,
): Promise<void> {
  // Cascades are off where SQLite does not enforce foreign keys.
  await trx('budget_lines').where('budget_id', budgetId).delete();
  await trx('budgets').where('id', budgetId).delete();
}

function fromRow(row: Row): StoredBudget {
  if (row.basis !== 'used' && row.basis !== 'owned') {
    throw new Error(`Unknown basis of the budget of ${row.node_ref}`);
  }
  if (row.view !== 'accrued' && row.view !== 'invoiced') {
    throw new Error(`Unknown view of the budget of ${row.node_ref}`);
  }
  return {
    id: integerFromRow(row.id),
    nodeRef: row.node_ref,
    fiscalYear: integerFromRow(row.fiscal_year),
    basis: row.basis,
    view: row.view,
    amountMinor: bigintFromRow(row.amount_minor),
    currency: row.currency,
    note: row.note,
    version: integerFromRow(row.version),
    setAt: row.set_at,
    setBy: row.set_by,
  };
}
