// @ts-check

/**
 * Imports of spreadsheets: the file's rows, what a dry run says of each, and
 * what was done with it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('imports', table => {
    table.comment('Files that were uploaded to be imported');
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('file_type').notNullable();
    table.text('state').notNullable();
    // How cells are read, and which column holds which field.
    table.text('settings').notNullable();
    table.text('headers').notNullable();
    table.text('columns').notNullable();
    table.integer('row_count').notNullable().defaultTo(0);
    table.bigInteger('byte_count').notNullable().defaultTo(0);
    // Rows the present state has come to; progress for people.
    table.integer('rows_done').notNullable().defaultTo(0);
    table.text('mode');
    table.text('message');
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.text('committed_at');
    table.integer('version').notNullable().defaultTo(1);
    // What the uploader was allowed to do when they asked for the work.
    table.text('mandate');
    // Which process works on it; a stale one is told by its token.
    table.integer('lease_token').notNullable().defaultTo(0);
    table.text('lease_until');
    table.integer('failures').notNullable().defaultTo(0);
    table.index(['created_by', 'created_at', 'id'], 'imports_creator_idx');
    table.index(['state', 'lease_until'], 'imports_state_idx');
  });

  await knex.schema.createTable('import_rows', table => {
    table.comment('Rows of imported files');
    table
      .text('import_id')
      .notNullable()
      .references('imports.id')
      .onDelete('CASCADE');
    table.integer('row_no').notNullable();
    table.integer('line').notNullable();
    table.text('cells').notNullable();
    // What the dry run says: create, update, unchanged or error.
    table.text('outcome');
    table.text('problems');
    table.text('changes');
    table.text('ref');
    // Version of the record that the dry run looked at; null for a new one.
    table.integer('base_version');
    // What was done: created, updated, undone or kept.
    table.text('result');
    table.integer('written_version');
    // What a changed record was before, to take the change back.
    table.text('before');
    table.primary(['import_id', 'row_no']);
    table.index(['import_id', 'outcome', 'row_no'], 'import_rows_outcome_idx');
    table.index(['import_id', 'result', 'row_no'], 'import_rows_result_idx');
  });

  await knex.schema.createTable('import_keys', table => {
    table.comment('What identifies the records of the rows of an import');
    table
      .text('import_id')
      .notNullable()
      .references('imports.id')
      .onDelete('CASCADE');
    table.text('key').notNullable();
    table.integer('row_no').notNullable();
    table.primary(['import_id', 'key', 'row_no']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['import_keys', 'import_rows', 'imports']) {
    await knex.schema.dropTable(table);
  }
};
