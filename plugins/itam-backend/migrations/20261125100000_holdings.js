// @ts-check

/**
 * The register as system of record: who held what, and when.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('holdings', table => {
    table.comment('Who holds or held an asset, or pieces of a stock');
    table.increments('id');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('to_ref').notNullable();
    table.integer('quantity').notNullable();
    table.text('from_date').notNullable();
    // Inclusive, like all dates people write; null while it is held.
    table.text('until_date');
    table.text('due_back');
    table.text('note');
    table.text('assigned_at').notNullable();
    table.text('assigned_by');
    table.text('returned_at');
    table.text('returned_by');
    table.index(['record_id', 'until_date'], 'holdings_record_idx');
    table.index(['to_ref', 'until_date'], 'holdings_to_idx');
    table.index(['due_back', 'id'], 'holdings_due_back_idx');
  });

  // Who holds an asset already has held it since it is known, at least. Pieces
  // of a stock are held by those they are handed out to.
  await knex.raw(`
    INSERT INTO holdings (record_id, to_ref, quantity, from_date, assigned_at)
    SELECT id, assignee_ref, 1, substr(created_at, 1, 10), created_at
    FROM records
    WHERE kind = 'Asset' AND assignee_ref IS NOT NULL AND retired_at IS NULL
      AND spec NOT LIKE '%"quantity":%'
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('holdings');
};
