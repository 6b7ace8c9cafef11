import {
  likelyKind,
  recogniseHeaders,
} from '@backstage-itam/plugin-itam-common';
import { missingFields } from '../columns/missingFields';
import { fileTypeOf } from './fileType';
import { templateOf } from './template';

describe('templates', () => {
  it.each(['Asset', 'License', 'Contract'] as const)(
    'of %s have headers that are recognised, and all that is needed',
    kind => {
      const headers = templateOf(kind).trim().split(',');
      const { columns, problems } = recogniseHeaders(kind, headers);
      expect(problems).toEqual([]);
      expect(columns.filter(({ field }) => field === undefined)).toEqual([]);
      expect(missingFields({ kind, columns })).toEqual([]);
      expect(likelyKind(headers)).toBe(kind);
    },
  );
});

describe('types of files', () => {
  it.each([
    ['laptops.CSV', 'text/csv'],
    ['a.b.tsv', 'text/tab-separated-values'],
    [
      'stock.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['stock.xls', undefined],
    ['stock', undefined],
  ])('%s is %s', (name, type) => {
    expect(fileTypeOf(name)).toBe(type);
  });
});
