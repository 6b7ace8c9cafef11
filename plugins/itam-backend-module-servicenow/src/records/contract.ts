import {
  sourceLine,
  type SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';
import type { ServiceNowConfig } from '../config/ServiceNowConfig';
import { cellsOf, namedIn } from './cells';
import { termCells } from './license';
import { recordUrl } from './recordUrl';

/** Columns of `ast_contract` that are asked for. */
export const CONTRACT_FIELDS = [
  'number',
  'vendor_contract',
  'short_description',
  'contract_model',
  'vendor',
  'starts',
  'ends',
  'parent',
  'description',
  'cost_center',
] as const;

/** Words in the names of contract models, and the types they say. */
const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/lease/i, 'lease'],
  [/warranty/i, 'warranty'],
  [/maintenance/i, 'maintenance'],
  [/support/i, 'support'],
  [/subscription|software|saas/i, 'subscription'],
  [/master/i, 'master-agreement'],
];

/** A row of `ast_contract` with what it covers as a contract. */
export function contractRecord(
  id: string,
  row: TableRow,
  covers: readonly string[],
  config: ServiceNowConfig,
): SourceRecord {
  const parent = row.get('parent');
  const model = row.get('contract_model');
  return {
    sourceId: id,
    cells: {
      ...cellsOf(row, {
        title: ['short_description', 'shown'],
        number: ['number', 'shown'],
        vendor: ['vendor', 'shown'],
        notes: ['description', 'lines'],
      }),
      ...(model ? typeCell(sourceLine(model.shown), config) : {}),
      ...termCells(row, { start: 'starts', end: 'ends' }),
      ...(config.settings.reading.currency === undefined
        ? {}
        : cellsOf(row, { 'financials.costCenter': ['cost_center', 'shown'] })),
    },
    defaults: { type: 'service' },
    links: [
      {
        field: 'covers',
        to: covers.flatMap(sourceId => [
          { stream: 'alm_hardware', sourceId },
          { stream: 'alm_license', sourceId },
        ]),
      },
      ...(parent
        ? [
            {
              field: 'partOf',
              to:
                parent.value === ''
                  ? []
                  : [{ stream: 'ast_contract', sourceId: parent.value }],
            },
          ]
        : []),
    ],
    url: recordUrl(config.baseUrl, 'ast_contract', id),
  };
}

function typeCell(
  model: string,
  { contractTypes }: ServiceNowConfig,
): Record<string, string> {
  const type =
    namedIn(contractTypes, model) ??
    TYPE_WORDS.find(([word]) => word.test(model))?.[1];
  return type === undefined ? {} : { type };
}
