// @ts-check

/**
 * Renewals in order of their date: few of all records, and only these are
 * counted and paged through.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `CREATE INDEX records_renewals_idx ON records (ends_on, id, kind, ends_kind)
     WHERE retired_at IS NULL AND ends_kind IN ('notice', 'term')`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX records_renewals_idx');
};
