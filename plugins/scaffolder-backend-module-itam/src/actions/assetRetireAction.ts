import type { ItamClient } from '@backstage-itam/plugin-itam-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { idempotencyKey, type RunStep } from './idempotencyKey';
import { recordPage } from './recordPage';
import { registerAsInitiator, type RegisterDeps } from './registerAsInitiator';
import { withoutEmpty } from './withoutEmpty';

type End = 'retired' | 'disposed' | 'sold' | 'donated';

interface Retirement {
  asset: string;
  to: End;
  reason: string;
  date?: string;
  method?: string;
  erasureEvidence?: string;
  proceeds?: { amount: string; currency: string };
}

/** One step of the life cycle. */
interface LifeStep {
  to: End;
  reason: string;
  date?: string;
  changes?: JsonObject;
}

/** The action `itam:asset:retire`. */
export function assetRetireAction(deps: RegisterDeps) {
  return createTemplateAction({
    id: 'itam:asset:retire',
    description:
      'Takes an asset out of use and, if asked, on to sold, donated or disposed of, with the evidence the register asks for. It acts as the person who started the task.',
    supportsDryRun: true,
    examples: [
      {
        description: 'A server that was scrapped',
        example: stringify({
          steps: [
            {
              id: 'retire',
              action: 'itam:asset:retire',
              input: {
                asset: 'asset:default/payments-db-eu1',
                to: 'disposed',
                reason: 'Replaced',
                method: 'recycled',
                erasureEvidence: 'https://evidence.example/4711.pdf',
              },
            },
          ],
        }),
      },
    ],
    schema: {
      input: {
        asset: z => z.string().describe('Ref of the asset.'),
        to: z =>
          z
            .enum(['retired', 'disposed', 'sold', 'donated'])
            .describe('Where it ends; retired is out of use and kept.'),
        reason: z => z.string().describe('Why; it is kept in the history.'),
        date: z =>
          z
            .string()
            .optional()
            .describe('Day as YYYY-MM-DD. The default is today.'),
        method: z =>
          z
            .enum(['disposed', 'recycled', 'returned', 'lost'])
            .optional()
            .describe('How it left, for disposed.'),
        erasureEvidence: z =>
          z
            .string()
            .optional()
            .describe('Link to the evidence that its data was erased.'),
        proceeds: z =>
          z
            .object({ amount: z.string(), currency: z.string() })
            .optional()
            .describe('What the sale brought in, for sold.'),
      },
      output: {
        recordRef: z => z.string().describe('Ref of the asset.'),
        page: z => z.string().describe('Path of its page in the portal.'),
        status: z => z.string().describe('Its status now.'),
      },
    },
    async handler(ctx) {
      const register = registerAsInitiator(deps, ctx);
      const { record, rights } = await register.getRecord(ctx.input.asset);
      const { ref, kind, status } = record;
      if (kind !== 'Asset') {
        throw new InputError(`asset: ${ref} is no asset`);
      }
      const steps = stepsOf(ctx.input, status);
      ctx.output('recordRef', ref);
      ctx.output('page', recordPage(deps.config, ref));
      if (ctx.isDryRun) {
        if (rights && !rights.transition) {
          throw new NotAllowedError(`You may not take steps with ${ref}`);
        }
        ctx.logger.info(
          `A dry run changes nothing: ${[
            status,
            ...steps.map(({ to }) => to),
          ].join(' → ')}`,
        );
        ctx.output('status', status ?? '');
        return;
      }
      for (const step of steps) {
        await takeStep(register, ref, step, ctx);
        ctx.logger.info(`${ref} is ${step.to}`);
      }
      ctx.output('status', ctx.input.to);
    },
  });
}

/**
 * Out of use comes first. Not again where the asset is there already, nor where
 * an earlier run of the task took it further.
 */
function stepsOf(input: Retirement, status: string | undefined): LifeStep[] {
  const { to, reason, date } = input;
  const changes = withoutEmpty({
    disposal: {
      // Of a sale and a donation the step says it.
      method: to === 'disposed' ? input.method : undefined,
      erasureEvidence: input.erasureEvidence,
    },
    financials: { proceeds: input.proceeds },
  });
  const last: LifeStep = {
    to,
    reason,
    date,
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
  };
  return to === 'retired' || status === 'retired' || status === to
    ? [last]
    : [{ to: 'retired', reason, date }, last];
}

/** Throws with what the register says when it refuses the step. */
async function takeStep(
  register: ItamClient,
  ref: string,
  step: LifeStep,
  run: RunStep,
): Promise<void> {
  const { items } = await register.transitionRecords(
    { refs: [ref], ...step },
    idempotencyKey(run, step.to),
  );
  const refused = items.find(({ ok }) => !ok);
  if (refused) {
    throw new InputError(`${ref} is not ${step.to}: ${refused.error}`);
  }
}
