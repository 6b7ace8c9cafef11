import type { JsonObject } from '@backstage/types';
import {
  amount,
  currency,
  date,
  LIST_LIMITS,
  line,
  list,
  multiline,
  object,
  oneOf,
  ref,
  TEXT_LIMITS,
  url,
} from './fields';

/** How often an amount is due. */
export const BILLING_INTERVALS = ['once', 'month', 'quarter', 'year'] as const;

/** `owner`: one ref, or a list of refs with the dates they start on. */
export const OWNER: JsonObject = {
  type: ['string', 'array'],
  $comment: 'itam:ref:owner',
  minLength: 1,
  maxLength: TEXT_LIMITS.ref,
  minItems: 1,
  maxItems: LIST_LIMITS.dated,
  description:
    'The responsible Group or User; or a dated list of them. Kind defaults to Group.',
  items: object(
    {
      from: date('First day of this owner, inclusive.'),
      ref: ref('owner', 'The responsible Group or User.'),
    },
    { required: ['ref'] },
  ),
};

const SHARE: JsonObject = {
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 100,
  description:
    'Percent of the whole, at most two decimals. Without it, what the others leave is split equally.',
};

const SERVICE_REF = ref(
  'service',
  'A Component, System, Resource, API or Domain. Kind defaults to Component.',
);

/** `services`: shares, or a list of shares with the dates they start on. */
export const SERVICES: JsonObject = list(
  object({
    ref: SERVICE_REF,
    share: SHARE,
    from: date('First day of these shares, inclusive.'),
    services: list(
      object({ ref: SERVICE_REF, share: SHARE }, { required: ['ref'] }),
      LIST_LIMITS.services,
      'The shares in force from the date.',
    ),
  }),
  LIST_LIMITS.services,
  'Who uses the record: entries with ref and share, or dated entries with from and services.',
);

/** `costCenter`: one code, or a list of codes with the dates they start on. */
export const COST_CENTER: JsonObject = {
  type: ['string', 'array'],
  $comment: 'itam:line',
  minLength: 1,
  maxLength: TEXT_LIMITS.code,
  minItems: 1,
  maxItems: LIST_LIMITS.dated,
  description: 'The cost centre that is charged; or a dated list of them.',
  items: object(
    {
      from: date('First day of this cost centre, inclusive.'),
      costCenter: line('The cost centre.', TEXT_LIMITS.code),
    },
    { required: ['costCenter'] },
  ),
};

/** `charges`: recurring and single amounts. */
export const CHARGES: JsonObject = list(
  object(
    {
      title: line('What it is for.', TEXT_LIMITS.title),
      amount: amount(),
      currency: currency(),
      every: oneOf(BILLING_INTERVALS, 'How often the amount is due.'),
      from: date('First day, inclusive.'),
      until: date('Last day, inclusive.'),
      spread: object(
        {
          from: date('First day of the spread, inclusive.'),
          until: date('Last day of the spread, inclusive.'),
        },
        {
          required: ['from', 'until'],
          description: 'Spreads a single charge evenly over these dates.',
        },
      ),
      prorate: oneOf(
        ['month', 'day'],
        'Whether a part of a month counts as a month (default) or by its days.',
      ),
      lease: {
        type: 'boolean',
        description: 'Marks a lease instalment, which no purchase may go with.',
      },
      credit: {
        type: 'boolean',
        description: 'Marks a refund, whose amount is negative.',
      },
    },
    { required: ['amount', 'currency', 'every', 'from'], check: 'charge' },
  ),
  LIST_LIMITS.charges,
  'Recurring and single amounts.',
);

/** `term`: when a licence or contract runs. */
export function term(options: { required: string[] }): JsonObject {
  return object(
    {
      start: date('First day, inclusive.'),
      end: date('Last day, inclusive.'),
    },
    { ...options, description: 'When it runs, both dates inclusive.' },
  );
}

/** `documents`: links to invoices, contracts and the like. */
export const DOCUMENTS: JsonObject = list(
  object(
    {
      title: line('What the link shows.', TEXT_LIMITS.title),
      url: url('http, https or mailto.'),
    },
    { required: ['title', 'url'] },
  ),
  LIST_LIMITS.documents,
  'Links to documents.',
);

/** `notes`: free text. */
export const NOTES: JsonObject = multiline('Free text.', TEXT_LIMITS.notes);

/** A schema of the whole entity around the schema of its spec. */
export function entitySchema(options: {
  apiVersion: string;
  kind: string;
  description: string;
  spec: JsonObject;
}): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: options.kind,
    description: options.description,
    type: 'object',
    additionalProperties: false,
    properties: {
      apiVersion: { type: 'string', const: options.apiVersion },
      kind: { type: 'string', const: options.kind },
      // The catalog owns the metadata and checks it itself.
      metadata: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          namespace: { type: 'string' },
          title: { type: 'string', maxLength: TEXT_LIMITS.title },
          description: { type: 'string', maxLength: TEXT_LIMITS.notes },
        },
        required: ['name'],
      },
      spec: options.spec,
      // Present on entities read from the catalog, never in YAML.
      relations: { type: 'array' },
      status: { type: 'object' },
    },
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
  };
}
