// @ts-check

/**
 * Coverage of figures: how many records stand behind a node, kept beside its
 * monthly totals. Derived; the register counts it when it starts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('node_coverage', table => {
    table.comment('How many records stand behind the figures of a node');
    table.text('node_key').notNullable();
    table.text('basis').notNullable();
    table.integer('records').notNullable();
    table.integer('priced').notNullable();
    table.integer('early').notNullable();
    table.integer('in_contract').notNullable();
    table.integer('unresolved').notNullable();
    table.primary(['node_key', 'basis']);
  });

  await knex.schema.createTable('counted_records', table => {
    table.comment('What each record counts as in node_coverage');
    table
      .integer('record_id')
      .primary()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('facts').notNullable();
    table.text('owner_ref');
    table.text('contract_ref');
    table.index(['owner_ref'], 'counted_records_owner_idx');
    // Few of all records: licences whose contract may pay for them.
    table.index(['record_id'], 'counted_records_in_contract_idx', {
      predicate: knex.whereNotNull('contract_ref'),
    });
  });

  await knex.schema.alterTable('records', table => {
    table.index(['owner_ref', 'id'], 'records_in_contract_idx', {
      predicate: knex.whereNotNull('contract_ref').whereNull('retired_at'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('records', table => {
    table.dropIndex([], 'records_in_contract_idx');
  });
  await knex.schema.dropTable('counted_records');
  await knex.schema.dropTable('node_coverage');
};
