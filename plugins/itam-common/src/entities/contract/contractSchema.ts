import type { JsonObject } from '@backstage/types';
import {
  date,
  LIST_LIMITS,
  line,
  list,
  object,
  oneOf,
  ref,
  slug,
  TEXT_LIMITS,
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
  term,
} from '../jsonSchema/sharedSpec';
import type { ContractType } from '../types';
import { ITAM_API_VERSION } from '../types';

/**
 * All types of contracts.
 * @public
 */
export const CONTRACT_TYPES: readonly ContractType[] = [
  'support',
  'maintenance',
  'subscription',
  'lease',
  'warranty',
  'master-agreement',
  'commitment',
  'service',
];

const COVER: JsonObject = {
  ...object(
    {
      ref: ref(
        'cover',
        'An Asset, License, Component, System or Resource; the kind is written out.',
      ),
      weight: whole('Weight beside the others; 1 when absent.', 1, 1_000),
    },
    { required: ['ref'] },
  ),
  type: ['string', 'object'],
  $comment: 'itam:ref:cover',
  minLength: 1,
  maxLength: TEXT_LIMITS.ref,
};

/** The schema of a Contract's spec. */
export const contractSpecSchema: JsonObject = object(
  {
    type: oneOf(CONTRACT_TYPES, 'What the contract is for.'),
    number: line('The contract number.', 100),
    vendor: slug('The supplier, a slug such as github.'),
    owner: OWNER,
    term: term({ required: ['start'] }),
    renewal: object(
      {
        kind: oneOf(
          ['none', 'manual', 'automatic'],
          'What happens at the end of the term.',
        ),
        months: whole('Length of a renewed term in months.', 1, 600),
        noticeDays: whole('Days of notice before the end.', 0, 3_650),
        noticeMonths: whole('Months of notice before the end.', 0, 120),
        upliftPercent: {
          type: 'number',
          minimum: -100,
          maximum: 1_000,
          description: 'Price change at each renewal, in percent.',
        },
        noticeGiven: date('When notice was given.'),
        confirmed: date('When the renewal was confirmed.'),
      },
      { required: ['kind'] },
    ),
    covers: list(
      COVER,
      LIST_LIMITS.covers,
      'What the contract covers: refs, or refs with weights.',
    ),
    distribute: oneOf(
      ['equal', 'weight', 'cost'],
      'How the cost is spread over what is covered.',
    ),
    partOf: ref('contractPart', 'The Contract it is a part of.'),
    services: SERVICES,
    documents: DOCUMENTS,
    notes: NOTES,
    financials: object(
      { charges: CHARGES, costCenter: COST_CENTER },
      { description: 'Money; kept in the register, never in the catalog.' },
    ),
  },
  { required: ['type', 'vendor', 'owner', 'term'] },
);

/** The schema of a Contract. */
export const contractSchema: JsonObject = entitySchema({
  apiVersion: ITAM_API_VERSION,
  kind: 'Contract',
  description:
    'An agreement with a supplier that covers assets, licences or services.',
  spec: contractSpecSchema,
});
