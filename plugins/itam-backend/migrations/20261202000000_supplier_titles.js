// @ts-check

/**
 * What suppliers are called; records name them by slugs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('supplier_titles', table => {
    table.comment('Titles of suppliers, which records name by slugs');
    table.text('vendor').primary();
    table.text('title').notNullable();
    // In small letters, to find and to sort by; databases differ in lower().
    table.text('title_lower').notNullable();
    table.text('set_at').notNullable();
    table.text('set_by').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('supplier_titles');
};
