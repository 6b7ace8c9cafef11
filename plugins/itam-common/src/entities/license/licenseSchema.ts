import type { JsonObject } from '@backstage/types';
import {
  amount,
  currency,
  date,
  LIST_LIMITS,
  line,
  list,
  object,
  oneOf,
  ref,
  slug,
  whole,
} from '../jsonSchema/fields';
import {
  BILLING_INTERVALS,
  CHARGES,
  COST_CENTER,
  DOCUMENTS,
  entitySchema,
  NOTES,
  OWNER,
  SERVICES,
  term,
} from '../jsonSchema/sharedSpec';
import { ITAM_API_VERSION } from '../types';
import { LICENSE_METRICS, LICENSE_TYPES } from './licenseMetrics';

const QUANTITY: JsonObject = {
  type: 'number',
  minimum: 0,
  maximum: 1_000_000_000,
  description: 'What is entitled, in units of the metric.',
};

/** The schema of a License's spec. */
export const licenseSpecSchema: JsonObject = object(
  {
    type: oneOf(LICENSE_TYPES, 'How the right was acquired.'),
    product: line('The product it entitles to.'),
    publisher: line('Who publishes the product.'),
    vendor: slug('Who supplied it, a slug such as github.'),
    owner: OWNER,
    metric: oneOf(LICENSE_METRICS, 'What is counted.'),
    quantity: QUANTITY,
    quantityChanges: list(
      object(
        {
          from: date('First day of the new quantity, inclusive.'),
          quantity: QUANTITY,
        },
        { required: ['from', 'quantity'] },
      ),
      LIST_LIMITS.dated,
      'New quantities and the dates they start on.',
    ),
    factor: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 1_000,
      description: 'Core metrics: licences needed per core.',
    },
    minimumPerDevice: whole(
      'Core metrics: the least counted for a device.',
      0,
      1_000_000,
    ),
    term: term({ required: ['start'] }),
    contract: ref('contract', 'The Contract it is licensed under.'),
    licenseExpression: line('SPDX expression, for open source.'),
    services: SERVICES,
    assignments: list(
      object(
        {
          to: ref(
            'assignment',
            'The User, Asset or other entity that has the seat.',
          ),
          from: date('First day, inclusive.'),
          until: date('Last day, inclusive.'),
        },
        { required: ['to'] },
      ),
      LIST_LIMITS.assignments,
      'Who or what has a seat.',
    ),
    documents: DOCUMENTS,
    notes: NOTES,
    financials: object(
      {
        price: object(
          {
            amount: amount(),
            currency: currency(),
            per: oneOf(
              ['unit', 'total'],
              'Whether the price is for one unit or for the whole quantity.',
            ),
            every: oneOf(BILLING_INTERVALS, 'How often the price is due.'),
          },
          {
            required: ['amount', 'currency', 'per', 'every'],
            check: 'money',
          },
        ),
        costCenter: COST_CENTER,
        charges: CHARGES,
      },
      { description: 'Money; kept in the register, never in the catalog.' },
    ),
  },
  { required: ['type', 'product', 'owner', 'metric'] },
);

/** The schema of a License. */
export const licenseSchema: JsonObject = entitySchema({
  apiVersion: ITAM_API_VERSION,
  kind: 'License',
  description: 'An entitlement to use software or a service.',
  spec: licenseSpecSchema,
});
