import { ITAM_KINDS } from '../entities/itamKinds';
import { docSection } from '../entities/testing/docSection';
import type { ItamKind } from '../entities/types';
import { importFields } from './fields/importFields';
import { HEADER_ALIASES } from './headers/headerAliases';
import { recogniseHeaders } from './headers/recogniseHeaders';

const PAGE = 'reference/import-columns.md';
/** Metadata that the register does not keep of registered records. */
const NOT_KEPT = ['tags'];

function namesOf(kind: ItamKind, field: string): string {
  const names = HEADER_ALIASES[kind]
    .filter(alias => alias.field === field)
    .flatMap(({ headers }) => headers);
  const seen = new Set<string>();
  return names
    .filter(name => {
      const key = name.toLowerCase();
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .join(', ');
}

function tableOf(kind: ItamKind): string {
  const rows = importFields(kind)
    .filter(({ id }) => !NOT_KEPT.includes(id))
    .map(
      ({ id, label, type, required }) =>
        `| \`${id}\` | ${label} | ${type}${
          required ? ', required' : ''
        } | ${namesOf(kind, id)} |`,
    );
  return [
    '| id | label | type | also recognised |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

describe('the page of columns', () => {
  it.each([...ITAM_KINDS])('has every field of %s', kind => {
    const table = tableOf(kind);
    expect(docSection(PAGE, `columns of ${kind}`, table)).toBe(table);
  });

  it.each([...ITAM_KINDS])('names headers of %s that are recognised', kind => {
    for (const { field, headers } of HEADER_ALIASES[kind]) {
      for (const header of headers) {
        const [column] = recogniseHeaders(kind, [header]).columns;
        expect([header, column.field]).not.toEqual([header, undefined]);
        expect(importFields(kind).map(({ id }) => id)).toContain(field);
      }
    }
  });
});
