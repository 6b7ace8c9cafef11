// @ts-check

/**
 * Dates and timestamps are ISO text on both engines, so that a value has one
 * representation and no driver shifts it by a time zone. Amounts are bigint
 * minor units.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('settings', table => {
    table.comment('What the register knows about itself');
    table.text('key').primary();
    table.text('value').notNullable();
  });

  await knex.schema.createTable('records', table => {
    table.comment('Assets, licences and contracts');
    table.increments('id');
    table.text('ref').notNullable().unique();
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('origin').notNullable();
    table.text('revision');
    table.text('source_location');
    table.text('title').notNullable();
    table.text('description');
    table.text('class');
    table.text('type');
    table.text('stage');
    table.text('status');
    table.text('owner_ref');
    table.text('assignee_ref');
    table.text('vendor');
    table.text('product');
    table.text('manufacturer');
    table.text('model');
    table.text('tag');
    table.text('serial_number');
    table.text('location');
    table.text('contract_ref');
    table.text('part_of_ref');
    table.text('cost_center');
    table.text('ends_on');
    table.text('ends_kind');
    table.boolean('has_price').notNullable();
    table.text('search_text').notNullable();
    table.text('spec').notNullable();
    table.text('financials');
    table.text('dated_state').notNullable();
    table.integer('version').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.text('retired_at');
    table.text('removed_on');

    // Lists filter on one of these and page by (value, id).
    table.index(['kind', 'id'], 'records_kind_idx');
    table.index(['class', 'id'], 'records_class_idx');
    table.index(['stage', 'id'], 'records_stage_idx');
    table.index(['owner_ref', 'id'], 'records_owner_idx');
    table.index(['assignee_ref', 'id'], 'records_assignee_idx');
    table.index(['vendor', 'id'], 'records_vendor_idx');
    table.index(['title', 'id'], 'records_title_idx');
    table.index(['ends_on', 'id'], 'records_ends_on_idx');
    table.index(['updated_at', 'id'], 'records_updated_idx');
    table.index(['retired_at', 'id'], 'records_retired_idx');
    table.index(['cost_center', 'id'], 'records_cost_center_idx');
    table.index(['contract_ref'], 'records_contract_idx');
    table.index(['part_of_ref'], 'records_part_of_idx');
    table.index(['tag'], 'records_tag_idx');
    table.index(['serial_number', 'manufacturer'], 'records_serial_idx');
  });

  await knex.schema.createTable('record_services', table => {
    table.comment('Services that use a record now, inherited ones included');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('service_ref').notNullable();
    table.integer('share_bp').notNullable();
    table.text('inherited_from');
    table.primary(['record_id', 'service_ref']);
    table.index(['service_ref', 'record_id'], 'record_services_service_idx');
  });

  await knex.schema.createTable('record_mentions', table => {
    table.comment('Records whose change may change the costs of a record');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('target_ref').notNullable();
    table.primary(['record_id', 'target_ref']);
    table.index(['target_ref', 'record_id'], 'record_mentions_target_idx');
  });

  await knex.schema.createTable('covers', table => {
    table.comment('What a contract covers now');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('target_ref').notNullable();
    table.integer('weight').notNullable();
    table.primary(['record_id', 'target_ref']);
    table.index(['target_ref', 'record_id'], 'covers_target_idx');
  });

  await knex.schema.createTable('assignments', table => {
    table.comment('Seats of a licence');
    table.increments('id');
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('to_ref').notNullable();
    table.text('from_date');
    table.text('until_date');
    table.index(['record_id', 'to_ref'], 'assignments_record_idx');
    table.index(['to_ref', 'record_id'], 'assignments_to_idx');
  });

  await knex.schema.createTable('history', table => {
    table.comment('What happened to records; never edited');
    table.bigIncrements('sequence');
    table.text('record_ref').notNullable();
    table.text('at').notNullable();
    table.text('actor');
    table.text('action').notNullable();
    table.text('changes').notNullable();
    table.text('revision');
    table.index(['record_ref', 'sequence'], 'history_record_idx');
  });

  await knex.schema.createTable('nodes', table => {
    table.comment('The part of the catalog graph that costs roll up over');
    table.increments('id');
    table.text('ref').notNullable().unique();
    table.text('kind').notNullable();
    table.text('type');
    table.text('title');
    table.text('owner_ref');
    table.text('system_ref');
    table.text('domain_ref');
    table.text('parent_ref');
    table.index(['owner_ref'], 'nodes_owner_idx');
    table.index(['kind'], 'nodes_kind_idx');
    table.index(['parent_ref'], 'nodes_parent_idx');
  });

  await knex.schema.createTable('memberships', table => {
    table.text('user_ref').notNullable();
    table.text('group_ref').notNullable();
    table.primary(['user_ref', 'group_ref']);
    table.index(['group_ref'], 'memberships_group_idx');
  });

  await knex.schema.createTable('node_closure', table => {
    table.comment('Ancestors of every node, itself included');
    table.text('dimension').notNullable();
    table.text('ancestor_ref').notNullable();
    table.text('descendant_ref').notNullable();
    table.integer('depth').notNullable();
    table.primary(['dimension', 'ancestor_ref', 'descendant_ref']);
    table.index(
      ['dimension', 'descendant_ref', 'ancestor_ref'],
      'node_closure_descendant_idx',
    );
  });

  await knex.schema.createTable('cost_segments', table => {
    table.comment('Costs as a total over equal units, sliced over shares');
    // Derived from the record's id and the segment's position, so that a
    // segment and its slices can be written without reading anything back.
    table.bigInteger('id').primary();
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('category').notNullable();
    table.text('certainty').notNullable();
    table.boolean('estimated').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.bigInteger('total_minor').notNullable();
    table.integer('units').notNullable();
    table.integer('start_month').notNullable();
    table.integer('window_from').notNullable();
    table.integer('window_to').notNullable();
    table.text('owner_ref');
    table.text('cost_center');
    table.text('vendor');
    table.text('asset_class');
    table.integer('weight_total').notNullable();
    table.index(['record_id'], 'cost_segments_record_idx');
    table.index(['owner_ref'], 'cost_segments_owner_idx');
    table.index(['vendor'], 'cost_segments_vendor_idx');
    table.index(['cost_center'], 'cost_segments_cost_center_idx');
    table.index(['asset_class'], 'cost_segments_class_idx');
  });

  await knex.schema.createTable('cost_slices', table => {
    table
      .bigInteger('segment_id')
      .notNullable()
      .references('cost_segments.id')
      .onDelete('CASCADE');
    table.text('service_ref');
    table.integer('lo').notNullable();
    table.integer('hi').notNullable();
    table.primary(['segment_id', 'lo']);
    table.index(['service_ref', 'segment_id'], 'cost_slices_service_idx');
  });

  await knex.schema.createTable('cost_vec', table => {
    table.comment('Monthly totals per node; derived from the segments');
    table.text('basis').notNullable();
    table.text('node_key').notNullable();
    table.text('category').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.specificType('months', postgres ? 'bigint[]' : 'blob').notNullable();
    table.primary(['basis', 'node_key', 'category', 'currency']);
  });

  await knex.schema.createTable('declarations', table => {
    table.comment('Staged declarations, not confirmed by the catalog yet');
    table.text('ref').notNullable();
    table.text('revision').notNullable();
    table.text('payload').notNullable();
    table.text('location');
    table.text('staged_at').notNullable();
    table.primary(['ref', 'revision']);
    table.index(['staged_at', 'ref'], 'declarations_staged_idx');
  });

  await knex.schema.createTable('incidents', table => {
    table.comment('Declarations refused, and refs claimed twice');
    table.increments('id');
    table.text('kind').notNullable();
    table.text('source').notNullable();
    table.text('ref').notNullable();
    table.text('location');
    table.text('message').notNullable();
    table.text('holder');
    table.text('claimant');
    table.text('at').notNullable();
    table.unique(['kind', 'source', 'ref']);
    table.index(['ref'], 'incidents_ref_idx');
  });

  await knex.schema.createTable('wanted_declarations', table => {
    table.comment('Declarations the register asks to be delivered again');
    table.text('ref').primary();
    table.text('since').notNullable();
  });

  await knex.schema.createTable('absent_records', table => {
    table.comment('Declared records the catalog did not show lately');
    table.text('ref').primary();
    table.text('since').notNullable();
    table.integer('passes').notNullable();
  });

  await knex.schema.createTable('rates', table => {
    table.comment('Units of a currency for one euro');
    table.text('date').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.text('per_euro').notNullable();
    table.primary(['date', 'currency']);
    table.index(['currency', 'date'], 'rates_currency_idx');
  });

  if (postgres) {
    await knex.raw('ALTER TABLE cost_vec ALTER COLUMN months SET STORAGE MAIN');
    await knex.raw('ALTER TABLE cost_vec SET (fillfactor = 50)');
    await knex.raw(`
      CREATE FUNCTION history_refuse_change() RETURNS trigger AS $$
      BEGIN
        RAISE EXCEPTION 'history is append-only';
      END;
      $$ LANGUAGE plpgsql
    `);
    await knex.raw(`
      CREATE TRIGGER history_append_only
      BEFORE UPDATE OR DELETE ON history
      FOR EACH ROW EXECUTE FUNCTION history_refuse_change()
    `);
    await knex.raw(`
      CREATE TRIGGER history_no_truncate
      BEFORE TRUNCATE ON history
      FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change()
    `);
    // The extension may be missing or not allowed; search then scans.
    await knex.raw(`
      DO $$
      BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX records_search_idx ON records
          USING gin (search_text gin_trgm_ops);
      EXCEPTION WHEN OTHERS THEN
        NULL;
      END
      $$
    `);
  } else {
    await knex.raw(`
      CREATE TRIGGER history_no_update BEFORE UPDATE ON history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    `);
    await knex.raw(`
      CREATE TRIGGER history_no_delete BEFORE DELETE ON history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    `);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'rates',
    'absent_records',
    'wanted_declarations',
    'incidents',
    'declarations',
    'cost_vec',
    'cost_slices',
    'cost_segments',
    'node_closure',
    'memberships',
    'nodes',
    'history',
    'assignments',
    'covers',
    'record_mentions',
    'record_services',
    'records',
    'settings',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw('DROP FUNCTION history_refuse_change()');
  }
};
