import type { Place } from './places';

/** A text in JQL, where a quote or a backslash in it ends nothing. */
export function quoted(text: string): string {
  // Control characters have no place in JQL, escaped or not.
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, ' ');
  return `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * Open issues at some places, oldest first.
 *
 * `wide` asks for whole projects: Jira refuses a search that names a component
 * it does not have.
 */
export function searchOf(
  places: readonly Place[],
  query: string,
  wide: boolean,
): string {
  const clauses = places.map(place => {
    const conditions = [
      `project = ${place.projectId}`,
      ...(wide ? [] : listCondition('component', place.components)),
      ...(wide ? [] : listCondition('labels', place.labels)),
    ];
    return `(${conditions.join(' AND ')})`;
  });
  return [
    `(${[...new Set(clauses)].join(' OR ')})`,
    ...(query === '' ? [] : [`(${query})`]),
    'statusCategory != Done ORDER BY created ASC, key ASC',
  ].join(' AND ');
}

function listCondition(field: string, values: readonly string[]): string[] {
  return values.length === 0
    ? []
    : [`${field} in (${values.map(quoted).join(', ')})`];
}
