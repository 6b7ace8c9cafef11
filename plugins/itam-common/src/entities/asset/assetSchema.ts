import type { JsonObject } from '@backstage/types';
import { ASSET_CLASSES } from './assetClasses';
import { LIFECYCLE_STAGES } from '../../lifecycle/stages';
import {
  amount,
  currency,
  date,
  LIST_LIMITS,
  line,
  list,
  money,
  multiline,
  object,
  oneOf,
  ref,
  slug,
  url,
  whole,
} from '../jsonSchema/fields';
import {
  CHARGES,
  COST_CENTER,
  DOCUMENTS,
  entitySchema,
  NOTES,
  OWNER,
  SERVICES,
} from '../jsonSchema/sharedSpec';
import { ITAM_API_VERSION } from '../types';

/** A hundred years: longer is a typing error. */
const MAX_LIFE_MONTHS = 1_200;

const purchase = object(
  {
    amount: amount(
      'Cost including freight, installation and non-recoverable tax; decimal text with a point.',
    ),
    currency: currency(),
    date: date('Date of the purchase.'),
    order: line('Purchase order number.'),
    booked: money(
      'The amount in the reporting currency as the ledger booked it.',
    ),
  },
  { required: ['amount', 'currency', 'date'], check: 'money' },
);

const depreciation = object(
  {
    method: oneOf(
      [
        'straight-line',
        'declining-balance',
        'sum-of-years-digits',
        'immediate',
        'none',
      ],
      'How the cost is spread over the life.',
    ),
    months: whole('Life in months.', 1, MAX_LIFE_MONTHS),
    salvage: {
      type: 'string',
      pattern: '^\\d+(\\.\\d+)?%?$',
      $comment: 'itam:salvage',
      description:
        'Value left at the end: an amount in the purchase currency, or a percentage of the cost such as 10%.',
    },
    convention: oneOf(
      ['full-month', 'next-month', 'half-month', 'half-year', 'daily'],
      'How the first and the last period count.',
    ),
    factor: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 10,
      description: 'Declining balance only: 2 for double declining balance.',
    },
  },
  { required: ['method'] },
);

const events = list(
  object(
    {
      date: date('Takes effect from the month of this date.'),
      kind: oneOf(
        ['improvement', 'life', 'salvage', 'impairment'],
        'What happened.',
      ),
      amount: amount('In the purchase currency; not for life.'),
      months: whole('For life: the new life in months.', 1, MAX_LIFE_MONTHS),
    },
    { required: ['date', 'kind'] },
  ),
  LIST_LIMITS.dated,
  'What changed the cost, the life or the value after the purchase.',
);

/** The schema of an Asset's spec. */
export const assetSpecSchema: JsonObject = object(
  {
    class: oneOf(ASSET_CLASSES, 'The class of asset.'),
    type: slug('What it is, such as laptop, server, switch or cloud-account.'),
    stage: oneOf(LIFECYCLE_STAGES, 'The life-cycle stage.'),
    status: line("One of the stage's statuses."),
    owner: OWNER,
    assignee: ref(
      'assignee',
      'Who holds it: a User or Group. Kind defaults to User.',
    ),
    tag: line('The inventory tag.', 100),
    serialNumber: line("The manufacturer's serial number."),
    manufacturer: line('Who made it.'),
    model: line('The model.'),
    vendor: slug('Who supplied it, a slug such as dell.'),
    location: line('Where it is.'),
    partOf: ref('assetPart', 'The asset it is a part of.'),
    inService: date('First day in service.'),
    expected: date('When delivery is expected.'),
    version: line('The version in use.'),
    supportUntil: date('Last day the version is supported.'),
    lastSeen: date('When it was last seen working.'),
    quantity: whole(
      'Pieces that one record stands for, such as cables in stock.',
      0,
      1_000_000_000,
    ),
    cores: whole('Processor cores, for licence metrics.', 1, 1_000_000),
    processors: whole('Processors, for licence metrics.', 1, 1_000_000),
    services: SERVICES,
    warranty: object(
      { until: date('Last day of the warranty.') },
      { required: ['until'] },
    ),
    endOfLife: date('When it is to be replaced.'),
    planned: object(
      {
        neededBy: date('When it is needed.'),
        benefit: multiline('What it is for.'),
        replaces: ref('replaces', 'The asset it replaces.'),
        approver: ref('approver', 'Who approves it: a User or Group.'),
      },
      { description: 'For planning and procurement.' },
    ),
    rights: object(
      {
        licensor: line('Who granted the rights.'),
        permittedUse: multiline('What use is permitted.'),
        until: date('Last day of the rights.'),
      },
      { description: 'Rights of use, for digital assets.' },
    ),
    disposal: object(
      {
        date: date('When it left.'),
        method: oneOf(
          ['sold', 'disposed', 'donated', 'recycled', 'returned', 'lost'],
          'How it left.',
        ),
        reason: multiline('Why it left.'),
        erasureEvidence: url('Evidence that its data was erased.'),
      },
      { required: ['date'] },
    ),
    documents: DOCUMENTS,
    notes: NOTES,
    financials: object(
      {
        purchase,
        costCenter: COST_CENTER,
        depreciation,
        charges: CHARGES,
        events,
        proceeds: money('What the disposal brought in.'),
      },
      { description: 'Money; kept in the register, never in the catalog.' },
    ),
  },
  { required: ['class', 'type', 'stage', 'owner'] },
);

/** The schema of an Asset. */
export const assetSchema: JsonObject = entitySchema({
  apiVersion: ITAM_API_VERSION,
  kind: 'Asset',
  description:
    'Something of value in IT: hardware, fixed installations, software, cloud or digital content.',
  spec: assetSpecSchema,
});
