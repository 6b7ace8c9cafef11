// @ts-check

/**
 * Things of a source that its records lead to and the portal does not know.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connector_runs', table => {
    table.integer('unknown').notNullable().defaultTo(0);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('connector_problems').where('kind', 'unknown').delete();
  // Knex would make the table anew on SQLite.
  await knex.raw('alter table connector_runs drop column ??', ['unknown']);
};
