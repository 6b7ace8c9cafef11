// @ts-check

/**
 * Looking up pending evaluations by kind, so that a change of a record does
 * not wait behind a reorganisation, and by ref, so that none is noted twice.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('policy_pending', table => {
    table.index(['kind', 'id'], 'policy_pending_kind_idx');
    table.index(['ref', 'kind'], 'policy_pending_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Kinds that earlier versions do not know.
  await knex('policy_pending').where('kind', 'readers').delete();
  await knex.schema.alterTable('policy_pending', table => {
    table.dropIndex(['ref', 'kind'], 'policy_pending_ref_idx');
    table.dropIndex(['kind', 'id'], 'policy_pending_kind_idx');
  });
};
