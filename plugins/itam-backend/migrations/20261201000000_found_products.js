// @ts-check

/**
 * Products that bills of materials name are discovered software of the
 * service, and sightings know since when.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('software_components', table => {
    // Name without group, normalised, and publisher, as lists are matched.
    table.text('product_name');
    table.text('product_key');
    table.text('publisher_key').notNullable().defaultTo('');
    // What its CPE says; null without.
    table.text('cpe_product_key');
    table.text('cpe_vendor_key');
    table.boolean('is_product').notNullable().defaultTo(false);
    table.index(['product_key'], 'software_components_product_idx');
    table.index(['cpe_product_key'], 'software_components_cpe_idx');
  });
  // So that the same file, sent again, is read for its products.
  await knex('service_software').update({ digest: '' });

  await knex.schema.alterTable('software_sightings', table => {
    table.text('service_ref').notNullable().defaultTo('');
    table.text('first_seen').notNullable().defaultTo('');
    table.dropUnique(
      ['item_id', 'device', 'user_ref'],
      'software_sightings_key',
    );
  });
  await knex('software_sightings').update({
    first_seen: knex.ref('last_seen'),
  });
  await knex.schema.alterTable('software_sightings', table => {
    table.unique(['item_id', 'device', 'user_ref', 'service_ref'], {
      indexName: 'software_sightings_key',
    });
    table.index(['service_ref'], 'software_sightings_service_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('software_sightings').whereNot('service_ref', '').delete();
  await knex.schema.alterTable('software_sightings', table => {
    table.dropIndex(['service_ref'], 'software_sightings_service_idx');
    table.dropUnique(
      ['item_id', 'device', 'user_ref', 'service_ref'],
      'software_sightings_key',
    );
  });
  await knex.schema.alterTable('software_sightings', table => {
    table.unique(['item_id', 'device', 'user_ref'], {
      indexName: 'software_sightings_key',
    });
  });
  await knex.schema.alterTable('software_components', table => {
    table.dropIndex(['product_key'], 'software_components_product_idx');
    table.dropIndex(['cpe_product_key'], 'software_components_cpe_idx');
  });
  // Knex would write the whole tables anew on SQLite.
  for (const [table, columns] of Object.entries({
    software_sightings: ['service_ref', 'first_seen'],
    software_components: [
      'product_name',
      'product_key',
      'publisher_key',
      'cpe_product_key',
      'cpe_vendor_key',
      'is_product',
    ],
  })) {
    for (const column of columns) {
      await knex.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
    }
  }
};
