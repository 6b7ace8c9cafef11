import type { BadValueRow } from './BadInputCase';
import { ABSENT } from './withValue';

/** Licences that must be refused, money apart. */
export const BAD_LICENSES: BadValueRow[] = [
  [
    'term that ends before it starts',
    'spec.term.end',
    '2025-12-31',
    'end-before-start',
  ],
  ['term without start', 'spec.term.start', ABSENT, 'required'],
  ['negative quantity', 'spec.quantity', -1, 'minimum'],
  ['fractional heads', 'spec.quantity', 2.5, 'whole-number'],
  [
    'fractional heads later',
    'spec.quantityChanges[0].quantity',
    2.5,
    'whole-number',
  ],
  ['quantity as text', 'spec.quantity', '250', 'type'],
  [
    'quantities of one date',
    'spec.quantityChanges[1]',
    { from: '2026-07-15', quantity: 1 },
    'duplicate-date',
    'spec.quantityChanges[1].from',
  ],
  ['unknown metric', 'spec.metric', 'named-users', 'enum'],
  ['factor of zero', 'spec.factor', 0, 'minimum'],
  ['contract of a wrong kind', 'spec.contract', 'asset:default/a', 'ref-kind'],
  ['assignment without kind', 'spec.assignments[0].to', 'guest', 'ref-kind'],
  [
    'seat of a user given to an asset',
    'spec.assignments[0].to',
    'asset:default/a',
    'ref-kind',
  ],
  [
    'assignment that ends before it starts',
    'spec.assignments[0].until',
    '2026-01-31',
    'end-before-start',
  ],
  ['no SPDX expression', 'spec.licenseExpression', 'MIT maybe', 'spdx'],
  [
    'nested SPDX expression',
    'spec.licenseExpression',
    `${'('.repeat(150)}MIT`,
    'spdx',
  ],
];

/** Contracts that must be refused, money apart. */
export const BAD_CONTRACTS: BadValueRow[] = [
  ['missing vendor', 'spec.vendor', ABSENT, 'required'],
  ['missing term', 'spec.term', ABSENT, 'required'],
  [
    'term that ends before it starts',
    'spec.term.end',
    '2025-12-31',
    'end-before-start',
  ],
  ['part of itself', 'spec.partOf', 'github-2026', 'self-reference'],
  ['cover without kind', 'spec.covers[0]', 'github-enterprise', 'ref-kind'],
  ['cover of a wrong kind', 'spec.covers[0]', 'user:default/guest', 'ref-kind'],
  [
    'cover twice',
    'spec.covers[0]',
    'Asset:payments-db-eu1',
    'duplicate-cover',
    'spec.covers[1].ref',
  ],
  ['cover that is a number', 'spec.covers[0]', 7, 'text'],
  ['weight of zero', 'spec.covers[1].weight', 0, 'minimum'],
  ['fractional weight', 'spec.covers[1].weight', 1.5, 'whole-number'],
  ['weight above the limit', 'spec.covers[1].weight', 1001, 'maximum'],
  [
    'automatic renewal without length',
    'spec.renewal.months',
    ABSENT,
    'required',
  ],
  ['automatic renewal without end', 'spec.term.end', ABSENT, 'required'],
  ['renewal of zero months', 'spec.renewal.months', 0, 'minimum'],
  ['two notice periods', 'spec.renewal.noticeMonths', 2, 'notice'],
  ['negative notice', 'spec.renewal.noticeDays', -1, 'minimum'],
  ['unknown renewal', 'spec.renewal.kind', 'auto', 'enum'],
];
