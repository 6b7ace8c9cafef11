import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { renewalQuestionOf } from '../router/requests/renewalQuestion';
import { spec } from '../schema/generated/spec';
import { listRenewalPage } from '../usecases/renewals/listRenewalPage';
import {
  amountOutput,
  dayInput,
  DEFAULT_LIMIT,
  labelOutput,
  pageInput,
  textInput,
  type Zod,
} from './actionSchemas';
import { answerAction, type ActionDeps } from './answerAction';
import { readOnly } from './readOnly';

const { ItamKind, RenewalState } = spec.components.schemas;

/** Registers the question what renews or ends soon. */
export function registerRenewalsAction(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'list-it-renewals',
    title: 'Renewals due',
    description: `Contracts and licences whose term ends, or whose notice has to be given, in a range of days; the next date to act on first. The default are the 90 days from today.

termCost is of a whole term, not of a month or year. Amounts are left out for who may not see them.`,
    attributes: readOnly,
    schema: { input: renewalsInput, output: renewalsOutput },
    action: async ({ input, credentials }) =>
      await answerAction(deps, credentials, async context => {
        const { limit, cursor, noticeDeadlineInRange, ...asked } = input;
        const page = await listRenewalPage(
          deps,
          context,
          renewalQuestionOf(
            { ...asked, decision: noticeDeadlineInRange },
            context.today,
          ),
          { cursor, limit: limit ?? DEFAULT_LIMIT },
        );
        return {
          fromDay: page.from,
          toDayInclusive: page.to,
          renewals: page.items.map(renewalOf),
          totalRenewals: page.totalItems,
          nextCursor: page.nextCursor,
        };
      }),
  });
}

function renewalsInput(z: Zod) {
  return z
    .object({
      from: dayInput(z, 'First day. The default is today.').optional(),
      to: dayInput(
        z,
        'Last day, inclusive. The default is 90 days after the first.',
      ).optional(),
      state: z.enum(RenewalState.enum).optional(),
      owner: textInput(
        z,
        'Ref of a group or user that owns them; groups include their sub-groups.',
      ).optional(),
      vendor: textInput(z, 'Slug of the supplier.').optional(),
      noticeDeadlineInRange: z
        .boolean()
        .optional()
        .describe('Only those whose last day for notice lies in the range.'),
      ...pageInput(z),
    })
    .strict();
}

function renewalsOutput(z: Zod) {
  return z.object({
    fromDay: z.string(),
    toDayInclusive: z.string(),
    renewals: z.array(
      z.object({
        ref: z.string(),
        kind: z.enum(ItamKind.enum),
        title: z.string(),
        owner: labelOutput(z, 'Who is responsible.').optional(),
        vendor: z.string().optional(),
        state: z.enum(RenewalState.enum),
        dueOn: z.string().describe('The next day to act on.'),
        dueKind: z
          .enum(['notice', 'term'])
          .describe('Whether notice has to be given or the term ends.'),
        daysLeft: z.number().int().optional(),
        termEndsOnInclusive: z.string().optional(),
        renewalKind: z.enum(['none', 'manual', 'automatic']),
        currentTermCost: amountOutput(
          z,
          'Of the whole current term.',
        ).optional(),
        nextTermCost: amountOutput(
          z,
          'Expected of the whole next term, agreed increase included.',
        ).optional(),
        nextTermCostIsEstimate: z.boolean().optional(),
      }),
    ),
    totalRenewals: z.number().int(),
    nextCursor: z.string().optional(),
  });
}

function renewalOf(renewal: RenewalEntry) {
  const { record } = renewal;
  return {
    ref: record.ref,
    kind: record.kind,
    title: record.title,
    owner: record.owner,
    vendor: record.vendor,
    state: renewal.state,
    dueOn: renewal.dueOn,
    dueKind: renewal.dueKind,
    daysLeft: renewal.daysLeft,
    termEndsOnInclusive: renewal.end,
    renewalKind: renewal.renewalKind,
    currentTermCost: renewal.currentAmount,
    nextTermCost: renewal.nextAmount,
    nextTermCostIsEstimate: renewal.estimated,
  };
}
