import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { isItamEntity, ITAM_KINDS } from './itamKinds';
import { itamSpecJsonSchemas } from './jsonSchema';
import { codeBlocks, docPage, docSection } from './testing/docSection';
import { fieldTable } from './testing/fieldTable';
import { isObject } from './validation/SpecField';
import { validateItamEntity } from './validation/validateItamEntity';

const PAGE = 'reference/kinds.md';

function examples(): Entity[] {
  return codeBlocks(docPage(PAGE), 'yaml').flatMap(block => {
    const value: Entity = parse(block);
    return isObject(value) && value.kind ? [value] : [];
  });
}

describe('the page about the kinds', () => {
  it.each(ITAM_KINDS)(
    'has the fields of %s (UPDATE_DOCS=1 writes them)',
    kind => {
      const table = fieldTable(itamSpecJsonSchemas[kind]);
      expect(docSection(PAGE, `fields of ${kind}`, table)).toBe(table);
    },
  );

  it('has an example of each kind that is accepted as it stands', () => {
    expect(examples().map(entity => entity.kind)).toEqual([...ITAM_KINDS]);
    for (const entity of examples()) {
      expect(validateItamEntity(entity)).toEqual([]);
      expect(isItamEntity(entity)).toBe(true);
    }
  });
});
