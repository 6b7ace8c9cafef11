// @ts-check

/**
 * Alerts that were sent, and the tokens of calendar feeds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alerts', table => {
    table.comment('What was noticed, whom it concerns, and when it was sent');
    table.text('kind').notNullable();
    // A record, a servicing or loan of one, a pool of licences, or a budget.
    table.text('subject').notNullable();
    // The date of the event, or the day on which a state was first seen.
    table.text('due_on').notNullable();
    // Falls as an event gets more urgent: days before it, negative after it;
    // the negative per cent of a budget.
    table.integer('stage').notNullable();
    table.text('recipient').notNullable();
    table.text('noticed_at').notNullable();
    table.text('sent_at');
    table.text('ended_at');
    table.primary(['kind', 'subject', 'due_on', 'stage', 'recipient']);
    table.index(['ended_at', 'kind', 'subject'], 'alerts_ended_idx');
  });

  await knex.schema.createTable('calendar_tokens', table => {
    table.comment('Secrets of calendar feeds, as hashes');
    table.increments('id');
    table.text('user_ref').notNullable();
    table.text('name').notNullable();
    table.text('secret_hash').notNullable();
    table.text('created_at').notNullable();
    table.text('last_used_on');
    // What the permission policy decided when the user was last asked for.
    table.text('decisions').notNullable();
    table.text('decided_at').notNullable();
    table.index(['user_ref', 'id'], 'calendar_tokens_user_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('calendar_tokens');
  await knex.schema.dropTable('alerts');
};
