// @ts-check

/**
 * What findings say as a text of their rule and what fills it, so that portals
 * can say it in other languages. Findings from before have neither until they
 * are evaluated again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('findings', table => {
    table.text('variant');
    // A JSON object.
    table.text('variant_values');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const column of ['variant', 'variant_values']) {
    // Knex would make the table anew on SQLite.
    await knex.raw('alter table findings drop column ??', [column]);
  }
};
