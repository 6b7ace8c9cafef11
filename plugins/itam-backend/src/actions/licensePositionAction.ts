import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import { canonicalRef } from '../router/requests/canonicalRef';
import { spec } from '../schema/generated/spec';
import { readPositionRange } from '../usecases/licenses/readPositionRange';
import {
  amountOutput,
  labelOutput,
  textInput,
  type Zod,
} from './actionSchemas';
import { answerAction, type ActionDeps } from './answerAction';
import { readOnly } from './readOnly';

const { LicenseMetric, PositionState } = spec.components.schemas;

/** Registers the question how a licence stands. */
export function registerLicensePositionAction(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'get-it-license-position',
    title: 'Position of a licence',
    description: `How a licence stands today: what is entitled, assigned and in use, what could be given back, and what has to be bought. Licences of the same product and metric are counted together, as a pool, as far as who asks may read them.

A figure that is null is not known, never nothing: such as use that nobody measures. Amounts are left out for who may not see them.`,
    attributes: readOnly,
    schema: { input: positionInput, output: positionOutput },
    action: async ({ input, credentials }) =>
      await answerAction(deps, credentials, async context => {
        const { pool } = await readPositionRange(deps, context, {
          license: canonicalRef(input.license, 'license'),
          fromMonth: context.currentMonth,
          toMonth: context.currentMonth,
        });
        return { asOfDay: context.today, ...positionOf(pool) };
      }),
  });
}

function positionInput(z: Zod) {
  return z
    .object({
      license: textInput(
        z,
        'Ref of the licence, such as license:default/github-enterprise.',
      ),
    })
    .strict();
}

function positionOutput(z: Zod) {
  return z.object({
    asOfDay: z.string(),
    product: z.string(),
    metric: z.enum(LicenseMetric.enum).describe('What a unit is.'),
    state: z.enum(PositionState.enum),
    licenses: z.array(labelOutput(z, 'A licence of the pool.')),
    entitledUnits: z.number().nullable(),
    assignedUnits: z.number().int(),
    consumedUnits: z.number().nullable(),
    foundUnits: z
      .number()
      .nullable()
      .describe('Part of consumed: found by discovery, and not assigned.'),
    balanceUnits: z
      .number()
      .nullable()
      .describe('Entitled less consumed; negative when short.'),
    reclaimableUnits: z
      .number()
      .int()
      .nullable()
      .describe('Assigned to somebody who has not used it for long.'),
    unusedUnits: z
      .number()
      .nullable()
      .describe('Entitled and assigned to nobody, plus reclaimable.'),
    unitPricePerMonth: amountOutput(z, 'Of the newest licence.').optional(),
    wastePerMonth: amountOutput(
      z,
      'Unused units at the unit price.',
    ).optional(),
    trueUpUntilTermEnd: amountOutput(
      z,
      'Missing units at the unit price for the months left in the term.',
    ).optional(),
    nearestTermEndInclusive: z.string().optional(),
  });
}

function positionOf(pool: LicensePool) {
  return {
    product: pool.product,
    metric: pool.metric,
    state: pool.state,
    licenses: pool.licenses,
    entitledUnits: pool.entitled,
    assignedUnits: pool.assigned,
    consumedUnits: pool.consumed,
    foundUnits: pool.found,
    balanceUnits: pool.balance,
    reclaimableUnits: pool.reclaimable,
    unusedUnits: pool.unused,
    unitPricePerMonth: pool.unitPricePerMonth,
    wastePerMonth: pool.wastePerMonth,
    trueUpUntilTermEnd: pool.trueUp,
    nearestTermEndInclusive: pool.endsOn,
  };
}
