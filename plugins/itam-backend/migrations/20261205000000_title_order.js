// @ts-check

const ROWS_AT_A_TIME = 1_000;

/**
 * What titles are sorted by, in place of the titles themselves, whose order by
 * code unit has all capitals before small letters.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  await knex.raw(
    `ALTER TABLE records ADD COLUMN title_order text ${
      isPostgres ? 'COLLATE "C"' : ''
    } NOT NULL DEFAULT ''`,
  );
  let lastId = 0;
  for (;;) {
    const rows = await knex('records')
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(ROWS_AT_A_TIME)
      .select('id', 'title');
    if (rows.length === 0) {
      break;
    }
    const values = JSON.stringify(
      rows.map(row => ({ id: row.id, key: titleOrder(row.title) })),
    );
    await knex.raw(
      isPostgres
        ? `UPDATE records SET title_order = x.key
           FROM json_to_recordset(?::json) AS x(id integer, key text)
           WHERE records.id = x.id`
        : `UPDATE records SET title_order = json_extract(x.value, '$.key')
           FROM json_each(?) AS x
           WHERE records.id = json_extract(x.value, '$.id')`,
      [values],
    );
    lastId = rows[rows.length - 1].id;
  }
  await knex.schema.alterTable('records', table => {
    table.index(['title_order', 'id'], 'records_title_order_idx');
    table.dropIndex([], 'records_title_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('records', table => {
    table.index(['title', 'id'], 'records_title_idx');
    table.dropIndex([], 'records_title_order_idx');
  });
  await knex.raw('ALTER TABLE records DROP COLUMN title_order');
};

/**
 * As the register had it on this day; what it has since may be another.
 *
 * @param {string} title
 */
function titleOrder(title) {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\d+/g, digits => digits.padStart(20, '0'));
}
