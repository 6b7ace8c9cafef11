import {
  type ImportDetail,
  type ImportField,
  importFields,
} from '@backstage-itam/plugin-itam-common';
import type { SectionTexts } from '../../translation';

/** Stands for a column that is left out. */
export const LEFT_OUT = 'left-out';

/** The catalog's tags are not kept of records that are registered. */
const NOT_KEPT = 'tags';

const GROUPS: readonly {
  id: 'required' | 'names' | 'details' | 'money';
  has(field: ImportField): boolean;
}[] = [
  { id: 'required', has: ({ required }) => required },
  { id: 'names', has: ({ part }) => part === 'metadata' },
  { id: 'money', has: ({ money }) => money },
  { id: 'details', has: () => true },
];
const ORDER = ['required', 'names', 'details', 'money'] as const;

/**
 * What a column can be read as, in groups, to choose from.
 */
export function fieldOptions(t: SectionTexts, kind: ImportDetail['kind']) {
  const fields = importFields(kind).filter(({ id }) => id !== NOT_KEPT);
  const groupOf = (field: ImportField) =>
    GROUPS.find(group => group.has(field))?.id;
  return [
    { value: LEFT_OUT, label: t('imports.columns.leaveOut') },
    ...ORDER.map(id => ({
      title: t(`imports.columns.group.${id}`),
      options: fields
        .filter(field => groupOf(field) === id)
        .map(field => ({ value: field.id, label: field.label })),
    })),
  ];
}
