import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { spec } from '../schema/generated/spec';
import { readCostsOf } from '../usecases/costs/readCostsOf';
import {
  amountOutput,
  currencyInput,
  monthInput,
  textInput,
  type Zod,
} from './actionSchemas';
import { answerAction, type ActionDeps } from './answerAction';
import { readOnly } from './readOnly';

const { CostBasis, CostDimension, CostView } = spec.components.schemas;
/** Largest lines of a breakdown that are told one by one. */
const LINES_AT_MOST = 50;

/** Registers the question what something costs. */
export function registerCostAction(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'get-it-cost',
    title: 'Cost of a service, team or record',
    description: `What a service, system, team, person, asset, licence, contract, supplier or cost centre costs by month, with a breakdown and what the figures leave out.

Amounts are decimal text in the reporting currency; totalsAsBooked has them in the currencies they were booked in. The default are the twelve months up to the current one, accrued: spread over the months they are for. Quote the basis, the view and the coverage with a figure.`,
    attributes: readOnly,
    schema: { input: costInput, output: costOutput },
    action: async ({ input, credentials }) =>
      await answerAction(deps, credentials, async context => {
        const { of, ...question } = input;
        return answerOf(await readCostsOf(deps, context, of, question));
      }),
  });
}

function costInput(z: Zod) {
  return z
    .object({
      of: textInput(
        z,
        'An entity ref with its kind, such as component:default/payments-api, group:default/payments or asset:default/laptop-erin; or supplier:SLUG, class:CLASS, cost-center:CODE, or all.',
      ),
      from: monthInput(z, 'First month.').optional(),
      to: monthInput(z, 'Last month, inclusive.').optional(),
      by: z
        .enum(CostDimension.enum)
        .optional()
        .describe('What it is broken down by. The default is category.'),
      basis: z
        .enum(CostBasis.enum)
        .optional()
        .describe(
          'owned counts the records somebody owns, used what their services use of records. The default is owned for groups and users, used for the rest.',
        ),
      view: z
        .enum(CostView.enum)
        .optional()
        .describe(
          'accrued, the default, spreads costs over the months they are for; invoiced has them in full on their date.',
        ),
      currency: currencyInput(
        z,
        'Reporting currency as ISO 4217 code. The default is that of the portal.',
      ).optional(),
    })
    .strict();
}

function costOutput(z: Zod) {
  return z.object({
    of: z.object({ ref: z.string(), kind: z.string(), title: z.string() }),
    basis: z.enum(CostBasis.enum),
    view: z.enum(CostView.enum),
    fromMonth: z.string(),
    toMonthInclusive: z.string(),
    currentMonth: z
      .string()
      .describe('Months after it are committed or expected, not actual.'),
    closedThroughMonth: z
      .string()
      .optional()
      .describe('Figures up to this month are frozen.'),
    totalInReportingCurrency: amountOutput(z, 'Sum over all months.'),
    totalsAsBooked: z
      .array(amountOutput(z, 'Sum over all months.'))
      .describe('Unconverted, one per currency.'),
    costByMonth: z.array(
      z.object({
        month: z.string(),
        amountInReportingCurrency: z.string(),
      }),
    ),
    brokenDownBy: z.enum(CostDimension.enum),
    lines: z
      .array(
        z.object({
          key: z.string(),
          title: z.string(),
          ref: z.string().optional(),
          sharePercent: z
            .string()
            .optional()
            .describe('Share of the record that is counted, last month.'),
          totalInReportingCurrency: z.string().describe('Sum over all months.'),
        }),
      )
      .describe('The largest fifty; "hidden" is what who asks may not see.'),
    linesLeftOut: z.number().int(),
    coverage: z
      .object({
        records: z.number().int(),
        recordsWithPrice: z.number().int(),
        currenciesWithoutRate: z.array(z.string()),
        notes: z
          .array(z.string())
          .describe('What is not in the figures by rule, as message keys.'),
      })
      .describe('What the figures leave out.'),
    answeredAt: z.string().describe('ISO 8601 instant.'),
  });
}

function answerOf(costs: CostAnswer) {
  const { converted, booked } = costs.total;
  const { coverage } = costs;
  return {
    of: costs.of,
    basis: costs.basis,
    view: costs.view,
    fromMonth: costs.from,
    toMonthInclusive: costs.to,
    currentMonth: costs.currentMonth,
    closedThroughMonth: costs.closedThrough,
    totalInReportingCurrency: {
      amount: converted.total,
      currency: converted.currency,
    },
    totalsAsBooked: booked.map(({ total, currency }) => ({
      amount: total,
      currency,
    })),
    costByMonth: costs.months.map((month, index) => ({
      month,
      amountInReportingCurrency: converted.months[index],
    })),
    brokenDownBy: costs.by,
    lines: costs.groups.slice(0, LINES_AT_MOST).map(group => ({
      key: group.key,
      title: group.title,
      ref: group.ref,
      sharePercent: group.sharePercent,
      totalInReportingCurrency: group.series.converted.total,
    })),
    linesLeftOut: Math.max(0, costs.groups.length - LINES_AT_MOST),
    coverage: {
      records: coverage.records,
      recordsWithPrice: coverage.priced,
      currenciesWithoutRate: coverage.ratesMissing.map(one => one.currency),
      notes: [...coverage.notes],
    },
    answeredAt: costs.asOf,
  };
}
