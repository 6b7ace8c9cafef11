// @ts-check

/**
 * Components of services, as their bills of materials say, and findings about
 * services.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('service_software', table => {
    table.comment('The bill of materials of each service, the newest');
    table.increments('id');
    table.text('service_ref').notNullable().unique();
    table.text('revision');
    table.text('spec_version').notNullable();
    table.text('digest').notNullable();
    table.integer('components').notNullable();
    table.text('uploaded_at').notNullable();
    table.text('uploaded_by').notNullable();
  });

  await knex.schema.createTable('software_components', table => {
    table.comment('Components that a bill of materials names');
    table.increments('id');
    table
      .integer('software_id')
      .notNullable()
      .references('service_software.id')
      .onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('version');
    table.text('purl');
    table.text('publisher');
    // The licences as they are stated, JSON; the same text for the same ones.
    table.text('licenses').notNullable();
    table.index(['software_id', 'licenses', 'id'], 'software_components_idx');
  });

  await knex.schema.alterTable('findings', table => {
    table.text('service_ref');
    table.index(['service_ref'], 'findings_service_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('findings').whereNotNull('service_ref').delete();
  await knex.schema.alterTable('findings', table => {
    table.dropIndex(['service_ref'], 'findings_service_idx');
  });
  // Knex would write the whole table anew on SQLite.
  await knex.raw('ALTER TABLE findings DROP COLUMN service_ref');
  await knex.schema.dropTable('software_components');
  await knex.schema.dropTable('service_software');
};
