// @ts-check

/**
 * Connectors: what they do, what they did, and which records and fields they
 * fill.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('connectors', table => {
    table.comment('Tools that records are brought from');
    table.text('id').primary();
    // Which process works on it; a stale one is told by its token.
    table.integer('lease_token').notNullable().defaultTo(0);
    table.text('lease_until');
    // A run somebody asked for: run or dry-run, full.
    table.text('requested');
    table.text('requested_by');
    // By stream: what the source said it had changed through.
    table.text('changed_through').notNullable().defaultTo('{}');
    table.text('last_full_at');
    table.text('last_success_at');
    table.text('next_run_at');
  });

  await knex.schema.createTable('connector_runs', table => {
    table.comment('Runs of connectors');
    table.increments('id');
    table.text('connector_id').notNullable();
    table.boolean('is_full').notNullable();
    table.boolean('is_dry').notNullable();
    // running, succeeded, guarded (nothing retired, too much absent) or failed.
    table.text('state').notNullable();
    table.text('started_at').notNullable();
    table.text('finished_at');
    // Ref of who asked for it; null when it was due.
    table.text('started_by');
    // Stream and cursor from which an interrupted run goes on, as JSON.
    table.text('position');
    table.text('changed_through').notNullable().defaultTo('{}');
    // By stream: why what is absent may not be gone, as JSON.
    table.text('incomplete').notNullable().defaultTo('{}');
    table.text('message');
    for (const count of [
      'created',
      'changed',
      'unchanged',
      'conflicting',
      'failed',
      'absent',
      'retired',
    ]) {
      table.integer(count).notNullable().defaultTo(0);
    }
    table.index(['connector_id', 'id'], 'connector_runs_connector_idx');
  });

  await knex.schema.createTable('connector_problems', table => {
    table.comment('What was wrong with records of a run');
    table.increments('id');
    table
      .integer('run_id')
      .notNullable()
      .references('connector_runs.id')
      .onDelete('CASCADE');
    // failed, conflict or absent.
    table.text('kind').notNullable();
    table.text('stream').notNullable();
    table.text('source_id').notNullable();
    table.text('ref');
    table.text('message').notNullable();
    table.index(['run_id', 'id'], 'connector_problems_run_idx');
  });

  await knex.schema.createTable('connector_records', table => {
    table.comment('Which record of a source is which record of the register');
    table.text('connector_id').notNullable();
    table.text('stream').notNullable();
    table.text('source_id').notNullable();
    table.text('ref').notNullable();
    table.text('url');
    // By field the source fills: a digest of what it wrote last, as JSON.
    table.text('owned').notNullable();
    // Fields a person has changed since: what the source has, as JSON.
    table.text('conflicts').notNullable();
    // Digest of what the source said, and the version it was written to.
    table.text('digest').notNullable();
    table.integer('version').notNullable();
    // The run that saw it last.
    table.integer('run_id').notNullable();
    table.text('seen_at').notNullable();
    table.text('absent_since');
    table.primary(['connector_id', 'stream', 'source_id']);
    table.index(['ref'], 'connector_records_ref_idx');
    table.index(
      ['connector_id', 'stream', 'run_id'],
      'connector_records_run_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'connector_records',
    'connector_problems',
    'connector_runs',
    'connectors',
  ]) {
    await knex.schema.dropTable(table);
  }
};
