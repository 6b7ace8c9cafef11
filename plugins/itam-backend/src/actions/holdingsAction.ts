import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { canonicalRef } from '../router/requests/canonicalRef';
import { spec } from '../schema/generated/spec';
import { listRecordPage } from '../usecases/records/listRecordPage';
import {
  amountOutput,
  DEFAULT_LIMIT,
  labelOutput,
  pageInput,
  textInput,
  type Zod,
} from './actionSchemas';
import { answerAction, type ActionDeps } from './answerAction';
import { readOnly } from './readOnly';

const { AssetClass, ItamKind, LifecycleStage } = spec.components.schemas;

/** Registers the question what somebody holds or owns. */
export function registerHoldingsAction(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'list-it-holdings',
    title: 'What a person or team holds or owns',
    description: `Assets, licences and contracts of a person or team that are in the register today, by title.

held has what is assigned to them, and the licences they have a seat of; owned has what they are responsible for, with that of sub-groups. Only records that who asks may read are listed and counted; money is left out where they may not see it.`,
    attributes: readOnly,
    schema: { input: holdingsInput, output: holdingsOutput },
    action: async ({ input, credentials }) =>
      await answerAction(deps, credentials, async context => {
        const of = canonicalRef(input.of, 'user');
        const relation =
          input.relation ?? (of.startsWith('group:') ? 'owned' : 'held');
        const page = await listRecordPage(
          deps,
          context,
          {
            filters: {
              ...(relation === 'owned' ? { owner: of } : { assignee: of }),
              kind: input.kind,
              retired: false,
            },
            sort: 'title',
            order: 'asc',
          },
          { cursor: input.cursor, limit: input.limit ?? DEFAULT_LIMIT },
        );
        return {
          of,
          relation,
          asOfDay: context.today,
          records: page.items.map(holdingOf),
          totalRecords: page.totalItems,
          nextCursor: page.nextCursor,
        };
      }),
  });
}

function holdingsInput(z: Zod) {
  return z
    .object({
      of: textInput(
        z,
        'Ref of a person or team, such as user:default/erin or group:default/payments. Without a kind it is a user.',
      ),
      relation: z
        .enum(['held', 'owned'])
        .optional()
        .describe('The default is held for users, owned for groups.'),
      kind: z.enum(ItamKind.enum).optional(),
      ...pageInput(z),
    })
    .strict();
}

function holdingsOutput(z: Zod) {
  return z.object({
    of: z.string(),
    relation: z.enum(['held', 'owned']),
    asOfDay: z.string(),
    records: z.array(
      z.object({
        ref: z.string(),
        kind: z.enum(ItamKind.enum),
        title: z.string(),
        class: z.enum(AssetClass.enum).optional(),
        type: z.string().optional(),
        stage: z.enum(LifecycleStage.enum).optional(),
        owner: labelOutput(z, 'Who is responsible.').optional(),
        assignee: labelOutput(z, 'Who holds it.').optional(),
        product: z.string().optional(),
        tag: z.string().optional(),
        serialNumber: z.string().optional(),
        nextDateOn: z
          .string()
          .optional()
          .describe('The next day that matters.'),
        nextDateKind: z
          .enum(['warranty', 'term', 'end-of-life', 'notice'])
          .optional(),
        costThisMonth: z
          .array(amountOutput(z, 'Accrued, of the whole record.'))
          .optional()
          .describe('As booked, one per currency.'),
        bookValueAtEndOfThisMonth: amountOutput(
          z,
          'Cost less depreciation, of an asset.',
        ).optional(),
      }),
    ),
    totalRecords: z.number().int(),
    nextCursor: z.string().optional(),
  });
}

function holdingOf(record: RecordSummary) {
  const { ref, kind, title, type, stage, owner, assignee } = record;
  return {
    ref,
    kind,
    title,
    class: record.class,
    type,
    stage,
    owner,
    assignee,
    product: record.product,
    tag: record.tag,
    serialNumber: record.serialNumber,
    nextDateOn: record.endsOn,
    nextDateKind: record.endsKind,
    costThisMonth: record.monthlyCost,
    bookValueAtEndOfThisMonth: record.bookValue,
  };
}
