// @ts-check

/**
 * Bills of clouds that were delivered, and what they say each record cost.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cloud_deliveries', table => {
    table.comment('Bills that were delivered; replaced ones stay, as a log');
    table.increments('id');
    table.text('provider').notNullable();
    table.text('billing_account').notNullable();
    table.text('billing_account_name');
    // First day of the billing period.
    table.text('billing_period').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    // Fingerprint of everything that is kept of it.
    table.text('digest').notNullable();
    table.text('file_name');
    table.bigInteger('row_count').notNullable();
    table.bigInteger('rows_without_cost').notNullable();
    table.integer('record_count').notNullable();
    table.bigInteger('unmapped_rows').notNullable();
    // Sums with all their digits, as decimal text.
    table.text('billed').notNullable();
    table.text('effective').notNullable();
    table.text('unmapped_billed').notNullable();
    table.text('unmapped_effective').notNullable();
    table.bigInteger('billed_minor').notNullable();
    table.bigInteger('effective_minor').notNullable();
    table.text('delivered_at').notNullable();
    table.text('delivered_by').notNullable();
    // When another took its place, or it was taken back.
    table.text('ended_at');
    table.index(
      ['billing_account', 'billing_period'],
      'cloud_deliveries_account_idx',
    );
  });
  await knex.raw(
    `CREATE UNIQUE INDEX cloud_deliveries_scope_idx ON cloud_deliveries
       (provider, billing_account, billing_period) WHERE ended_at IS NULL`,
  );

  await knex.schema.createTable('cloud_records', table => {
    table.comment('The records that stand for parts of the bills');
    // Hash of provider, accounts, service and whose it is.
    table.text('key_hash').primary();
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.index(['record_id'], 'cloud_records_record_idx');
  });

  await knex.schema.createTable('cloud_amounts', table => {
    table.comment('What the bills in force say each record cost in a month');
    table
      .integer('delivery_id')
      .notNullable()
      .references('cloud_deliveries.id')
      .onDelete('CASCADE');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('view').notNullable();
    table.integer('month').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.bigInteger('minor').notNullable();
    // Before rounding, as decimal text.
    table.text('exact').notNullable();
    table.bigInteger('row_count').notNullable();
    table.primary(['delivery_id', 'record_id', 'view', 'month']);
    table.index(['record_id', 'month'], 'cloud_amounts_record_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cloud_amounts');
  await knex.schema.dropTable('cloud_records');
  await knex.schema.dropTable('cloud_deliveries');
};
