/**
 * The rows of a raw statement's answer: a list on SQLite, inside a result on
 * PostgreSQL.
 */
export function rowsOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) {
    return answer;
  }
  if (typeof answer === 'object' && answer !== null && 'rows' in answer) {
    return rowsOf(answer.rows);
  }
  throw new TypeError('The database answered in an unknown form');
}
