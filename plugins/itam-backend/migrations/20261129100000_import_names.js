// @ts-check

/**
 * The name an imported file had where it came from.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('imports', table => {
    table.text('file_name');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('imports', table => {
    table.dropColumn('file_name');
  });
};
