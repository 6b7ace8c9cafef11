// @ts-check

/**
 * Search by part of a name, tag or serial number on SQLite, as the trigram
 * index of PostgreSQL does it: a trigram index over the searched text, kept
 * by triggers.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (knex.client.config.client === 'pg') {
    return;
  }
  await knex.raw(`
    CREATE VIRTUAL TABLE records_search USING fts5(
      search_text, content='records', content_rowid='id',
      tokenize='trigram', detail='none'
    )
  `);
  await knex.raw(`
    INSERT INTO records_search(records_search) VALUES ('rebuild')
  `);
  await knex.raw(`
    CREATE TRIGGER records_search_insert AFTER INSERT ON records BEGIN
      INSERT INTO records_search(rowid, search_text)
      VALUES (new.id, new.search_text);
    END
  `);
  await knex.raw(`
    CREATE TRIGGER records_search_delete AFTER DELETE ON records BEGIN
      INSERT INTO records_search(records_search, rowid, search_text)
      VALUES ('delete', old.id, old.search_text);
    END
  `);
  await knex.raw(`
    CREATE TRIGGER records_search_update AFTER UPDATE OF search_text ON records
    WHEN old.search_text <> new.search_text BEGIN
      INSERT INTO records_search(records_search, rowid, search_text)
      VALUES ('delete', old.id, old.search_text);
      INSERT INTO records_search(rowid, search_text)
      VALUES (new.id, new.search_text);
    END
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'pg') {
    return;
  }
  for (const trigger of ['insert', 'delete', 'update']) {
    await knex.raw(`DROP TRIGGER records_search_${trigger}`);
  }
  await knex.raw('DROP TABLE records_search');
};
