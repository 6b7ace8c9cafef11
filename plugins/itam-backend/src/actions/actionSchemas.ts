import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

/** The schema library that the actions registry hands to an action. */
export type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

const MONTH = /^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const CURRENCY = /^[A-Z]{3}$/;
const LONGEST_REF = 200;
const LONGEST_CURSOR = 2_000;
/** An agent reads what it gets: pages are smaller than those of the API. */
const ITEMS_AT_MOST = 100;

/** A month of the calendar as input. */
export function monthInput(z: Zod, description: string) {
  return z.string().regex(MONTH).describe(`${description} As YYYY-MM.`);
}

/** A day of the calendar as input. */
export function dayInput(z: Zod, description: string) {
  return z.string().regex(DAY).describe(`${description} As YYYY-MM-DD.`);
}

/** An ISO 4217 code as input. */
export function currencyInput(z: Zod, description: string) {
  return z.string().regex(CURRENCY).describe(description);
}

/** A ref or name as input, as long as the HTTP API takes it. */
export function textInput(z: Zod, description: string, longest = LONGEST_REF) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine(text => !text.includes('\0'), 'contains a NUL character')
    .describe(description);
}

/** Which part of a list is wanted. */
export function pageInput(z: Zod) {
  return {
    limit: z
      .number()
      .int()
      .min(1)
      .max(ITEMS_AT_MOST)
      .optional()
      .describe('Entries of one answer. The default is 25.'),
    cursor: textInput(
      z,
      'nextCursor of the answer before, for the entries that follow.',
      LONGEST_CURSOR,
    ).optional(),
  };
}

/** Entries of one answer when the question does not say. */
export const DEFAULT_LIMIT = 25;

/** An amount of money in an answer. */
export function amountOutput(z: Zod, description: string) {
  return z
    .object({
      amount: z.string().describe('Decimal text with a point.'),
      currency: z.string().describe('ISO 4217 code.'),
    })
    .describe(description);
}

/** A catalog entity in an answer. */
export function labelOutput(z: Zod, description: string) {
  return z
    .object({
      ref: z.string(),
      title: z.string().optional(),
      resolved: z
        .boolean()
        .describe('Whether it is in the catalog for who asks.'),
    })
    .describe(description);
}
