import type { NewRecord } from '@backstage-itam/plugin-itam-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { checkedEntity } from './checkedEntity';
import { idempotencyKey } from './idempotencyKey';
import { recordPage } from './recordPage';
import { registerAsInitiator, type RegisterDeps } from './registerAsInitiator';
import { withoutEmpty } from './withoutEmpty';

interface LicenceRequest {
  product: string;
  units: number;
  owner: string;
  neededBy: string;
  benefit: string;
  approver?: string;
  vendor?: string;
  service?: string;
  estimate?: { amount?: string; currency?: string; every?: string };
}

/** The action `itam:licence:request`. */
export function licenceRequestAction(deps: RegisterDeps) {
  return createTemplateAction({
    id: 'itam:licence:request',
    description:
      'Requests a licence: registers a software asset in stage planning, status requested, with the day it is needed by and who approves it. It acts as the person who started the task.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Five units of a tool',
        example: stringify({
          steps: [
            {
              id: 'request',
              action: 'itam:licence:request',
              input: {
                product: 'Figma Organization',
                units: 5,
                owner: 'group:default/storefront',
                neededBy: '2027-02-01',
                benefit: 'Design reviews without screenshots',
                approver: 'user:default/max',
              },
            },
          ],
        }),
      },
    ],
    schema: {
      input: {
        product: z => z.string().describe('What is to be licensed.'),
        units: z =>
          z
            .number()
            .int()
            .min(1)
            .describe('How many units, such as seats, are needed.'),
        owner: z => z.string().describe('Ref of the group that asks for it.'),
        neededBy: z => z.string().describe('Day as YYYY-MM-DD.'),
        benefit: z => z.string().describe('What it is for.'),
        approver: z =>
          z.string().optional().describe('Ref of who approves it.'),
        vendor: z => z.string().optional().describe('Slug of the supplier.'),
        service: z =>
          z.string().optional().describe('Ref of the service it is for.'),
        estimate: z =>
          z
            .object({
              amount: z.string().optional(),
              currency: z.string().optional(),
              every: z.enum(['once', 'month', 'quarter', 'year']).optional(),
            })
            .optional()
            .describe(
              'Expected cost of all units from the day it is needed by; the forecast has it.',
            ),
      },
      output: {
        recordRef: z =>
          z
            .string()
            .optional()
            .describe('Ref of the record; none in a dry run.'),
        page: z =>
          z
            .string()
            .optional()
            .describe('Path of its page in the portal; none in a dry run.'),
      },
    },
    async handler(ctx) {
      const record = requestedRecord(ctx.input);
      checkedEntity(record);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `The request is complete; a dry run registers nothing: ${record.title}`,
        );
        return;
      }
      const created = await registerAsInitiator(deps, ctx).createRecord(
        record,
        idempotencyKey(ctx, 'request'),
      );
      ctx.logger.info(`Requested as ${created.record.ref}`);
      ctx.output('recordRef', created.record.ref);
      ctx.output('page', recordPage(deps.config, created.record.ref));
    },
  });
}

/** What is wanted but not there yet is a planned asset of the register. */
function requestedRecord(
  request: LicenceRequest,
): Omit<NewRecord, 'spec'> & { spec: JsonObject } {
  const { product, units } = request;
  // A form sends an empty object where nothing was filled in.
  const estimate = withoutEmpty({ ...request.estimate });
  return {
    kind: 'Asset',
    title: `${product}, ${units} ${units === 1 ? 'unit' : 'units'}`,
    spec: withoutEmpty({
      class: 'software',
      type: 'application',
      stage: 'planning',
      status: 'requested',
      owner: request.owner,
      vendor: request.vendor,
      services: request.service ? [{ ref: request.service }] : [],
      planned: {
        neededBy: request.neededBy,
        benefit: request.benefit,
        approver: request.approver,
      },
      financials: {
        charges:
          Object.keys(estimate).length > 0
            ? [{ title: 'Estimate', ...estimate, from: request.neededBy }]
            : [],
      },
    }),
  };
}
