// @ts-check

/**
 * Policies and their findings, lists of discovery, and audits.
 *
 * What has to be evaluated is noted by triggers, so that no way of changing a
 * record can forget it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('policy_pending', table => {
    table.comment('What changed and has not been evaluated yet');
    table.bigIncrements('id');
    // record: with what depends on it; reader: alone; node: what names it.
    table.text('kind').notNullable();
    table.text('ref').notNullable();
  });

  await knex.schema.createTable('policy_keys', table => {
    table.comment(
      'What the findings of a record depend on, and what it offers',
    );
    table
      .integer('record_id')
      .notNullable()
      .references('records.id')
      .onDelete('CASCADE');
    table.text('role').notNullable();
    table.text('key').notNullable();
    table.primary(['record_id', 'role', 'key']);
    table.index(['key', 'role', 'record_id'], 'policy_keys_key_idx');
  });

  await knex.schema.createTable('departed_parties', table => {
    table.comment('Users and groups that were in the catalog and are no more');
    table.text('ref').primary();
  });

  await knex.schema.createTable('discovered_items', table => {
    table.comment('Products and suppliers that discovery lists name');
    table.increments('id');
    table.text('kind').notNullable();
    table.text('key').notNullable();
    table.text('name').notNullable();
    // Empty without one, so that the key is unique on both engines.
    table.text('publisher_key').notNullable();
    table.text('publisher');
    table.text('state').notNullable();
    table.text('matched_by');
    table.text('matches').notNullable();
    // What a person decided; kept for the lists that follow.
    table.text('mapped_to');
    table.text('reason');
    table.text('decided_by');
    table.text('decided_at');
    table.text('first_seen').notNullable();
    table.text('last_seen').notNullable();
    table.integer('version').notNullable();
    table.unique(['kind', 'key', 'publisher_key'], {
      indexName: 'discovered_items_key',
    });
    table.index(['state', 'id'], 'discovered_items_state_idx');
    table.index(['last_seen', 'id'], 'discovered_items_last_seen_idx');
  });

  await knex.schema.createTable('software_sightings', table => {
    table.comment('Where discovered software was last seen');
    table.increments('id');
    table
      .integer('item_id')
      .notNullable()
      .references('discovered_items.id')
      .onDelete('CASCADE');
    table.text('device').notNullable();
    table.text('user_ref').notNullable();
    table.integer('record_id').references('records.id').onDelete('SET NULL');
    table.text('name').notNullable();
    table.text('last_seen').notNullable();
    table.text('source').notNullable();
    table.unique(['item_id', 'device', 'user_ref'], {
      indexName: 'software_sightings_key',
    });
    table.index(['record_id'], 'software_sightings_record_idx');
    table.index(['device'], 'software_sightings_device_idx');
  });

  await knex.schema.createTable('spend_lines', table => {
    table.comment('Money spent, as lists of it say');
    table.increments('id');
    table
      .integer('item_id')
      .notNullable()
      .references('discovered_items.id')
      .onDelete('CASCADE');
    table.text('line_key').notNullable().unique();
    table.text('date').notNullable();
    table.text('text').notNullable();
    table.bigInteger('amount_minor').notNullable();
    table.specificType('currency', 'char(3)').notNullable();
    table.text('cost_center');
    table.text('source').notNullable();
    table.text('recorded_at').notNullable();
    table.index(['item_id', 'date'], 'spend_lines_item_idx');
  });

  await knex.schema.createTable('findings', table => {
    table.comment('Rules that records and discovered items break or broke');
    table.increments('id');
    table.integer('record_id').references('records.id').onDelete('CASCADE');
    table
      .integer('item_id')
      .references('discovered_items.id')
      .onDelete('CASCADE');
    // Ref of the record, or discovery:<id>; the sort order of lists.
    table.text('subject_ref').notNullable();
    table.text('rule').notNullable();
    table.text('subject').notNullable();
    table.text('area').notNullable();
    table.integer('severity').notNullable();
    table.text('message').notNullable();
    table.text('path');
    // About money: for those alone who may see that of the record.
    table.boolean('financial').notNullable();
    table.text('state').notNullable();
    table.text('first_seen').notNullable();
    table.text('changed_at').notNullable();
    table.text('reason');
    table.text('accepted_by');
    table.text('accepted_until');
    table.integer('version').notNullable();
    table.unique(['subject_ref', 'rule', 'subject'], {
      indexName: 'findings_key',
    });
    table.index(['record_id', 'state'], 'findings_record_idx');
    table.index(['item_id'], 'findings_item_idx');
    table.index(['state', 'severity', 'id'], 'findings_severity_idx');
    table.index(['state', 'first_seen', 'id'], 'findings_first_seen_idx');
    table.index(['state', 'rule', 'id'], 'findings_rule_idx');
    table.index(['state', 'area', 'severity'], 'findings_area_idx');
  });

  await knex.schema.createTable('finding_history', table => {
    table.comment('States that findings had; never edited');
    table.bigIncrements('sequence');
    table.integer('finding_id').notNullable();
    table.text('at').notNullable();
    // Null where the register itself found or resolved it.
    table.text('actor');
    table.text('state').notNullable();
    table.text('reason');
    table.text('until');
    table.index(['finding_id', 'sequence'], 'finding_history_finding_idx');
  });

  await knex.schema.createTable('audits', table => {
    table.comment('Counts of what is there against what is registered');
    table.increments('id');
    table.text('name').notNullable();
    table.text('note');
    table.text('scope').notNullable();
    table.text('state').notNullable();
    table.text('opened_at').notNullable();
    table.text('opened_by');
    table.text('closed_at');
    table.text('closed_on');
    table.text('closed_by');
    table.integer('version').notNullable();
    table.index(['state', 'id'], 'audits_state_idx');
  });

  await knex.schema.createTable('audit_items', table => {
    table.comment('What an audit expects, and what it found');
    table.increments('id');
    table
      .integer('audit_id')
      .notNullable()
      .references('audits.id')
      .onDelete('CASCADE');
    table.integer('record_id').references('records.id').onDelete('CASCADE');
    // What the register said when the audit was opened.
    table.boolean('expected').notNullable();
    table.text('ref');
    table.text('title').notNullable();
    table.text('tag');
    table.text('serial_number');
    table.text('location');
    table.text('holder');
    table.text('status');
    // What was found.
    table.text('outcome').notNullable();
    table.text('found_location');
    table.text('found_holder');
    table.text('found_status');
    table.text('condition');
    table.text('note');
    table.text('seen_on');
    table.text('observed_at');
    table.text('observed_by');
    table.text('discrepancies');
    table.text('applied');
    table.unique(['audit_id', 'record_id'], {
      indexName: 'audit_items_record_key',
    });
    table.index(['audit_id', 'outcome', 'id'], 'audit_items_outcome_idx');
    table.index(['record_id', 'seen_on'], 'audit_items_seen_idx');
  });

  await (postgres ? addTriggersOnPostgres(knex) : addTriggersOnSqlite(knex));
};

/** @param {import('knex').Knex} knex */
async function addTriggersOnPostgres(knex) {
  await knex.raw(`
    CREATE FUNCTION policy_note_history() RETURNS trigger AS $$
    BEGIN
      INSERT INTO policy_pending (kind, ref)
      SELECT DISTINCT 'record', record_ref FROM changed;
      RETURN NULL;
    END;
    $$ LANGUAGE plpgsql
  `);
  await knex.raw(`
    CREATE TRIGGER policy_note_history AFTER INSERT ON history
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION policy_note_history()
  `);
  await knex.raw(`
    CREATE FUNCTION policy_note_usage() RETURNS trigger AS $$
    BEGIN
      INSERT INTO policy_pending (kind, ref)
      SELECT 'record', records.ref FROM records
      WHERE records.id IN (SELECT record_id FROM changed);
      RETURN NULL;
    END;
    $$ LANGUAGE plpgsql
  `);
  for (const [event, table] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'NEW'],
    ['DELETE', 'OLD'],
  ]) {
    await knex.raw(`
      CREATE TRIGGER policy_note_usage_${event.toLowerCase()}
      AFTER ${event} ON usage_measures
      REFERENCING ${table} TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION policy_note_usage()
    `);
  }
  await knex.raw(`
    CREATE FUNCTION policy_note_added_nodes() RETURNS trigger AS $$
    BEGIN
      DELETE FROM departed_parties WHERE ref IN (SELECT ref FROM changed);
      INSERT INTO policy_pending (kind, ref) SELECT 'node', ref FROM changed;
      RETURN NULL;
    END;
    $$ LANGUAGE plpgsql
  `);
  await knex.raw(`
    CREATE TRIGGER policy_note_added_nodes AFTER INSERT ON nodes
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION policy_note_added_nodes()
  `);
  await knex.raw(`
    CREATE FUNCTION policy_note_removed_nodes() RETURNS trigger AS $$
    BEGIN
      INSERT INTO departed_parties (ref)
      SELECT ref FROM changed WHERE kind IN ('group', 'user')
      ON CONFLICT DO NOTHING;
      INSERT INTO policy_pending (kind, ref) SELECT 'node', ref FROM changed;
      RETURN NULL;
    END;
    $$ LANGUAGE plpgsql
  `);
  await knex.raw(`
    CREATE TRIGGER policy_note_removed_nodes AFTER DELETE ON nodes
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION policy_note_removed_nodes()
  `);
  await knex.raw(`
    CREATE TRIGGER finding_history_append_only
    BEFORE UPDATE OR DELETE ON finding_history
    FOR EACH ROW EXECUTE FUNCTION history_refuse_change()
  `);
  await knex.raw(`
    CREATE TRIGGER finding_history_no_truncate
    BEFORE TRUNCATE ON finding_history
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change()
  `);
}

/** @param {import('knex').Knex} knex */
async function addTriggersOnSqlite(knex) {
  await knex.raw(`
    CREATE TRIGGER policy_note_history AFTER INSERT ON history BEGIN
      INSERT INTO policy_pending (kind, ref) VALUES ('record', new.record_ref);
    END
  `);
  for (const [event, row] of [
    ['INSERT', 'new'],
    ['UPDATE', 'new'],
    ['DELETE', 'old'],
  ]) {
    await knex.raw(`
      CREATE TRIGGER policy_note_usage_${event.toLowerCase()}
      AFTER ${event} ON usage_measures BEGIN
        INSERT INTO policy_pending (kind, ref)
        SELECT 'record', ref FROM records WHERE id = ${row}.record_id;
      END
    `);
  }
  await knex.raw(`
    CREATE TRIGGER policy_note_added_nodes AFTER INSERT ON nodes BEGIN
      DELETE FROM departed_parties WHERE ref = new.ref;
      INSERT INTO policy_pending (kind, ref) VALUES ('node', new.ref);
    END
  `);
  await knex.raw(`
    CREATE TRIGGER policy_note_removed_nodes AFTER DELETE ON nodes BEGIN
      INSERT OR IGNORE INTO departed_parties (ref)
      SELECT old.ref WHERE old.kind IN ('group', 'user');
      INSERT INTO policy_pending (kind, ref) VALUES ('node', old.ref);
    END
  `);
  await knex.raw(`
    CREATE TRIGGER finding_history_no_update BEFORE UPDATE ON finding_history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
  `);
  await knex.raw(`
    CREATE TRIGGER finding_history_no_delete BEFORE DELETE ON finding_history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
  `);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client === 'pg';
  for (const [trigger, table] of [
    ['policy_note_history', 'history'],
    ['policy_note_usage_insert', 'usage_measures'],
    ['policy_note_usage_update', 'usage_measures'],
    ['policy_note_usage_delete', 'usage_measures'],
    ['policy_note_added_nodes', 'nodes'],
    ['policy_note_removed_nodes', 'nodes'],
  ]) {
    await knex.raw(`DROP TRIGGER ${trigger}${postgres ? ` ON ${table}` : ''}`);
  }
  if (postgres) {
    for (const name of [
      'policy_note_history',
      'policy_note_usage',
      'policy_note_added_nodes',
      'policy_note_removed_nodes',
    ]) {
      await knex.raw(`DROP FUNCTION ${name}()`);
    }
  }
  for (const table of [
    'audit_items',
    'audits',
    'finding_history',
    'findings',
    'spend_lines',
    'software_sightings',
    'discovered_items',
    'departed_parties',
    'policy_keys',
    'policy_pending',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex('settings').where('key', 'like', 'policies.%').delete();
};
