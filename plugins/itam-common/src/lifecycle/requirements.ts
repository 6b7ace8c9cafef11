import { isTangible, storesData } from '../entities/asset/assetClasses';
import type { AssetSpec, LifecycleStage } from '../entities/types';
import {
  problem,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { REQUIRED_EVIDENCE } from './requiredEvidence';

/**
 * What is known about an asset beside its own spec.
 * @public
 */
export interface RequirementContext {
  /** Whether a contract covers the asset; it may stand for an order. */
  coveredByContract?: boolean;
}

type Requirement = (
  spec: AssetSpec,
  context: RequirementContext,
) => ValidationProblem[];

const REQUIREMENTS: Readonly<Record<LifecycleStage, Requirement>> = {
  planning: spec => ownerMissing(spec),

  procurement: (spec, { coveredByContract }) => [
    ...missing(spec.vendor, 'spec.vendor'),
    ...(coveredByContract
      ? []
      : missing(
          spec.financials?.purchase?.order,
          'spec.financials.purchase.order',
        )),
    ...missing(spec.expected, 'spec.expected'),
  ],

  deployment: spec => [
    ...(spec.class === 'hardware'
      ? missing(spec.tag ?? spec.serialNumber, 'spec.tag')
      : []),
    ...(isTangible(spec.class) ? missing(spec.location, 'spec.location') : []),
  ],

  maintenance: spec => [
    ...ownerMissing(spec),
    ...missing(
      spec.assignee ?? spec.services?.[0] ?? spec.partOf,
      'spec.services',
    ),
  ],

  decommission: spec => [
    ...missing(spec.disposal?.date, 'spec.disposal.date'),
    ...missing(spec.disposal?.reason, 'spec.disposal.reason'),
    ...(hasLeft(spec)
      ? missing(spec.disposal?.method, 'spec.disposal.method')
      : []),
    ...(hasLeft(spec) && storesData(spec.type)
      ? missing(spec.disposal?.erasureEvidence, 'spec.disposal.erasureEvidence')
      : []),
    ...(spec.status === 'sold' || spec.disposal?.method === 'sold'
      ? missing(spec.financials?.proceeds, 'spec.financials.proceeds')
      : []),
  ],
};

/**
 * The evidence that is missing for an asset to be in a stage.
 *
 * A missing piece is a policy finding for declared records, which process must
 * not block, and an error for registered ones. The spec has to be whole, with
 * its financials: without them orders and proceeds count as missing. The
 * stage's status is read from the spec where the spec is in that stage.
 * @public
 */
export function requirementsFor(
  stage: LifecycleStage,
  spec: AssetSpec,
  context: RequirementContext = {},
): ValidationProblem[] {
  return REQUIREMENTS[stage](spec, context);
}

/** Retired only means out of use: the asset is still there. */
function hasLeft(spec: AssetSpec): boolean {
  return (
    spec.status === 'disposed' ||
    spec.status === 'sold' ||
    spec.status === 'donated' ||
    spec.disposal?.method !== undefined
  );
}

function ownerMissing(spec: AssetSpec): ValidationProblem[] {
  return missing(spec.owner.length > 0 ? spec.owner : undefined, 'spec.owner');
}

function missing(
  value: unknown,
  path: keyof typeof REQUIRED_EVIDENCE,
): ValidationProblem[] {
  return value === undefined
    ? [
        problem({
          path,
          rule: 'evidence-missing',
          found: 'nothing',
          allowed: `required in this stage: ${REQUIRED_EVIDENCE[path]}`,
        }),
      ]
    : [];
}
