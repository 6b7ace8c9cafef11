import type { Knex } from 'knex';

/** Rows of the tables there are, as an earlier version wrote them, by table. */
export async function fillEarlier(
  database: Knex,
): Promise<Map<string, Record<string, unknown>[]>> {
  const at = '2026-01-02T03:04:05.000Z';
  const rows: Record<string, Record<string, unknown>[]> = {
    settings: [
      { key: 'epoch', value: 'before' },
      { key: 'secret', value: '00ff' },
    ],
    records: [
      {
        id: 1,
        ref: 'asset:default/laptop',
        kind: 'Asset',
        namespace: 'default',
        name: 'laptop',
        origin: 'declared',
        revision: 'r1',
        title: 'A laptop',
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        owner_ref: 'group:default/payments',
        assignee_ref: 'user:default/mia',
        search_text: 'a laptop',
        spec: JSON.stringify({
          class: 'hardware',
          type: 'laptop',
          stage: 'maintenance',
          owner: 'group:default/payments',
          assignee: 'user:default/mia',
          inService: '2026-01-01',
        }),
        financials: JSON.stringify({
          purchase: { amount: '144.00', currency: 'EUR', date: '2026-01-01' },
          depreciation: { method: 'straight-line', months: 12 },
        }),
        dated_state: JSON.stringify({
          owners: [{ from: null, value: 'group:default/payments' }],
          costCenters: [],
          services: [],
          covers: [],
          removedOn: null,
        }),
        version: 3,
        created_at: at,
        updated_at: at,
      },
    ],
    history: [
      {
        record_ref: 'asset:default/laptop',
        at,
        actor: 'user:default/ann',
        action: 'declared',
        changes: '[]',
        revision: 'r1',
      },
    ],
    nodes: [{ ref: 'group:default/payments', kind: 'Group' }],
    memberships: [
      { user_ref: 'user:default/mia', group_ref: 'group:default/payments' },
    ],
    declarations: [
      {
        ref: 'asset:default/staged',
        revision: 'r2',
        payload: '{}',
        staged_at: at,
      },
    ],
    rates: [{ date: '2026-01-02', currency: 'USD', per_euro: '1.10' }],
    servicings: [
      {
        record_id: 1,
        date: '2026-02-01',
        kind: 'repair',
        title: 'A new fan',
        next_due: '2027-02-01',
        recorded_at: at,
      },
    ],
    budgets: [
      {
        node_ref: 'group:default/payments',
        basis: 'owned',
        view: 'accrued',
        currency: 'EUR',
        set_at: at,
      },
    ],
    financial_history: [{ subject: 'closing', at, action: 'set', value: '{}' }],
    holdings: [
      {
        record_id: 1,
        to_ref: 'user:default/mia',
        from_date: '2026-01-02',
        due_back: '2026-06-30',
        assigned_at: at,
      },
    ],
  };
  /** Needed to write a row, and read as another type by one of the drivers. */
  const more: Record<string, Record<string, unknown>> = {
    records: { has_price: true },
    budgets: { fiscal_year: 2026, amount_minor: 5_000, version: 1 },
    holdings: { quantity: 1 },
  };
  const written = new Map<string, Record<string, unknown>[]>();
  for (const [table, ofTable] of Object.entries(rows)) {
    if (await database.schema.hasTable(table)) {
      await database(table).insert(
        ofTable.map(row => ({ ...row, ...more[table] })),
      );
      written.set(table, ofTable);
    }
  }
  return written;
}
