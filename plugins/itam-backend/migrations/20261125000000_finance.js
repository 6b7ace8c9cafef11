// @ts-check

/**
 * Finance: both views of costs, closed months, servicing, measured use,
 * budgets and rates set by hand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';

  await knex.schema.alterTable('cost_segments', table => {
    table.text('view').notNullable().defaultTo('accrued');
    // Frozen by a closing: never computed again until months are opened.
    table.boolean('closed').notNullable().defaultTo(false);
  });

  await knex.schema.alterTable('records', table => {
    // Counts of coverage read nothing but this index. Narrower ones mislead
    // SQLite's planner for groups.
    table.index(
      [
        'retired_at',
        'has_price',
        'stage',
        'owner_ref',
        'vendor',
        'class',
        'cost_center',
        'id',
      ],
      'records_coverage_idx',
    );
  });

  // Derived; the register builds it anew because the layout has changed.
  await knex.schema.dropTable('cost_vec');
  await knex.schema.createTable('cost_vec', table => {
    table.comment('Monthly totals per node; derived from the segments');
    table.text('view').notNullable();
    table.text('basis').notNullable();
    table.text('certainty').notNullable();
    table.text('node_key').notNullable();
    table.text('category').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.specificType('months', postgres ? 'bigint[]' : 'blob').notNullable();
    table.primary([
      'node_key',
      'view',
      'basis',
      'certainty',
      'category',
      'currency',
    ]);
  });

  await knex.schema.createTable('servicings', table => {
    table.comment('What was done to keep a record working');
    table.increments('id');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('date').notNullable();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table.bigInteger('amount_minor');
    table.specificType('currency', 'char(3)');
    table.text('vendor');
    table.text('invoice');
    table.text('next_due');
    table.text('recorded_at').notNullable();
    table.text('recorded_by');
    table.text('voided_at');
    table.text('voided_by');
    table.index(['record_id', 'date'], 'servicings_record_idx');
    table.index(['next_due', 'record_id'], 'servicings_next_due_idx');
  });

  await knex.schema.createTable('usage_measures', table => {
    table.comment('Measured use of licences, one row per kind, day and holder');
    table.increments('id');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('date').notNullable();
    // Empty for peaks and units, so that the key is unique on both engines.
    table.text('holder_ref').notNullable();
    table.text('quantity');
    table.text('recorded_at').notNullable();
    table.text('recorded_by');
    table.unique(['record_id', 'kind', 'holder_ref', 'date'], {
      indexName: 'usage_measures_key',
    });
    table.index(['record_id', 'kind', 'date'], 'usage_measures_date_idx');
  });

  await knex.schema.createTable('budgets', table => {
    table.comment('What a node may cost in a fiscal year');
    table.increments('id');
    table.text('node_ref').notNullable();
    table.integer('fiscal_year').notNullable();
    table.text('basis').notNullable();
    table.text('view').notNullable();
    table.bigInteger('amount_minor').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.text('note');
    table.integer('version').notNullable();
    table.text('set_at').notNullable();
    table.text('set_by');
    table.unique(['fiscal_year', 'node_ref'], {
      indexName: 'budgets_node_key',
    });
  });

  await knex.schema.createTable('budget_lines', table => {
    table.comment('The forecast a budget was set on, per record and currency');
    table
      .integer('budget_id')
      .notNullable()
      .references('budgets.id')
      .onDelete('CASCADE');
    table.text('record_ref').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    // What explains a later difference, as the rules take it.
    table.text('line').notNullable();
    table.primary(['budget_id', 'record_ref', 'currency']);
  });

  await knex.schema.createTable('rate_overrides', table => {
    table.comment('Units of a currency for one euro, set by hand');
    table.text('date').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.text('per_euro').notNullable();
    table.text('set_at').notNullable();
    table.text('set_by');
    table.primary(['date', 'currency']);
    table.index(['currency', 'date'], 'rate_overrides_currency_idx');
  });

  await knex.schema.createTable('financial_history', table => {
    table.comment('Budgets, rates and closings as they were set; never edited');
    table.bigIncrements('sequence');
    table.text('subject').notNullable();
    table.text('at').notNullable();
    table.text('actor');
    table.text('action').notNullable();
    table.text('value').notNullable();
    table.index(['subject', 'sequence'], 'financial_history_subject_idx');
  });

  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('Answers given to requests that may be repeated');
    table.text('actor').notNullable();
    table.text('key').notNullable();
    table.text('operation').notNullable();
    table.text('body_hash').notNullable();
    table.integer('status').notNullable();
    table.text('answer').notNullable();
    table.text('created_at').notNullable();
    table.primary(['actor', 'key']);
    table.index(['created_at'], 'idempotency_keys_created_idx');
  });

  if (postgres) {
    await knex.raw('ALTER TABLE cost_vec ALTER COLUMN months SET STORAGE MAIN');
    await knex.raw('ALTER TABLE cost_vec SET (fillfactor = 50)');
    await knex.raw(`
      CREATE TRIGGER financial_history_append_only
      BEFORE UPDATE OR DELETE ON financial_history
      FOR EACH ROW EXECUTE FUNCTION history_refuse_change()
    `);
    await knex.raw(`
      CREATE TRIGGER financial_history_no_truncate
      BEFORE TRUNCATE ON financial_history
      FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change()
    `);
  } else {
    await knex.raw(`
      CREATE TRIGGER financial_history_no_update
      BEFORE UPDATE ON financial_history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    `);
    await knex.raw(`
      CREATE TRIGGER financial_history_no_delete
      BEFORE DELETE ON financial_history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    `);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client === 'pg';
  for (const table of [
    'idempotency_keys',
    'financial_history',
    'rate_overrides',
    'budget_lines',
    'budgets',
    'usage_measures',
    'servicings',
    'cost_vec',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.createTable('cost_vec', table => {
    table.comment('Monthly totals per node; derived from the segments');
    table.text('basis').notNullable();
    table.text('node_key').notNullable();
    table.text('category').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.specificType('months', postgres ? 'bigint[]' : 'blob').notNullable();
    table.primary(['basis', 'node_key', 'category', 'currency']);
  });
  if (postgres) {
    await knex.raw('ALTER TABLE cost_vec ALTER COLUMN months SET STORAGE MAIN');
    await knex.raw('ALTER TABLE cost_vec SET (fillfactor = 50)');
  }
  // Rows of the invoiced view would be counted twice without the column.
  await knex('cost_segments').where('view', '<>', 'accrued').delete();
  await knex.schema.alterTable('records', table => {
    table.dropIndex([], 'records_coverage_idx');
  });
  await knex.schema.alterTable('cost_segments', table => {
    table.dropColumn('view');
    table.dropColumn('closed');
  });
  // What was computed for this schema is computed anew after an upgrade.
  await knex('settings')
    .whereIn('key', [
      'read-model.layout',
      'costs.segment-layout',
      'costs.computed-for',
      'costs.computing',
      'closing.closed-through',
    ])
    .delete();
};
