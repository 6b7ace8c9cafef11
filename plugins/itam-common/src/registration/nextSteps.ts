import { isAssetEntity } from '../entities/itamKinds';
import type { AssetSpec, LifecycleStage } from '../entities/types';
import type { ValidationProblem } from '../entities/validation/ValidationProblem';
import {
  allowedTransitions,
  type LifecycleStatus,
  type TransitionKind,
} from '../lifecycle';
import { entityAround } from './changeSpec';
import { jsonObjectCopy } from './jsonCopy';
import { applyStepEffects } from './stepEffects';
import { type AssetChangeContext, missingEvidence } from './transitionAsset';

/**
 * A step that an asset may take now.
 * @public
 */
export interface NextStep {
  /** The status after the step. */
  to: LifecycleStatus;
  /** The stage after the step. */
  toStage: LifecycleStage;
  /** Why the step exists. */
  kind: TransitionKind;
  /** Whether whoever takes the step has to say why. */
  reasonRequired: boolean;
  /** The evidence to give with the step; none when it can be taken at once. */
  missing: ValidationProblem[];
}

/**
 * The steps an asset may take, in the order of the life cycle, each with the
 * evidence that is still missing for it.
 *
 * What a step writes itself (its date, its reason) is not missing.
 * @public
 */
export function nextSteps(
  spec: AssetSpec,
  context: AssetChangeContext,
): NextStep[] {
  return allowedTransitions(spec.stage, spec.status).map(step => {
    const after = jsonObjectCopy(spec);
    applyStepEffects(after, {
      from: step.from,
      to: step.to,
      date: context.asOf,
      changes: {},
      // Any will do: whether there is one is what counts.
      ...(step.reasonRequired ? { reason: 'given with the step' } : {}),
    });
    const entity = entityAround('Asset', context.ref, after);
    return {
      to: step.to,
      toStage: step.toStage,
      kind: step.kind,
      reasonRequired: step.reasonRequired,
      missing: isAssetEntity(entity)
        ? missingEvidence(entity.spec, context)
        : [],
    };
  });
}
