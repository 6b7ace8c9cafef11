import type { Knex } from 'knex';
import type { Answer, RepeatableRequest } from './answerOnce';

const MARK = 'pending ';

/**
 * An answer that shows a record as its change left it, to be rendered once the
 * change is stored: what is shown comes from other systems too, which no
 * transaction should wait for.
 */
export function pendingAnswer(status: number, ref: string): Answer {
  return { status, text: `${MARK}${ref}` };
}

/**
 * Renders an answer that is pending, and keeps it for requests that repeat
 * this one.
 */
export async function completeAnswer(
  knex: Knex,
  request: RepeatableRequest | undefined,
  answer: Answer,
  render: (ref: string) => Promise<string>,
): Promise<Answer> {
  if (!answer.text.startsWith(MARK)) {
    return answer;
  }
  const text = await render(answer.text.slice(MARK.length));
  if (!request) {
    return { ...answer, text };
  }
  const { actor, key } = request;
  const kept = await knex('idempotency_keys')
    .where({ actor, key, answer: answer.text })
    .update({ answer: text });
  if (kept > 0) {
    return { ...answer, text };
  }
  // Another request with the key was faster: both get the same.
  const row: { answer: string } | undefined = await knex('idempotency_keys')
    .where({ actor, key })
    .first('answer');
  return {
    ...answer,
    text: row && !row.answer.startsWith(MARK) ? row.answer : text,
  };
}
