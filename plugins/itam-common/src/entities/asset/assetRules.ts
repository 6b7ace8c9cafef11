import { stageOfStatus, statusesOf } from '../../lifecycle/stages';
import { isLifecycleStage } from '../../lifecycle/stages';
import { endBeforeStart } from '../validation/dateProblems';
import {
  type KindRules,
  selfReferenceProblems,
  sharedRules,
} from '../validation/KindRules';
import type { SpecField } from '../validation/SpecField';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from '../validation/ValidationProblem';
import { assetFinancialRules } from './assetFinancialRules';

/** What an Asset's schema cannot say. */
export const assetRules: KindRules = (spec, context) => [
  ...sharedRules(spec, context),
  ...statusProblems(spec),
  ...selfReferenceProblems(spec.at('partOf'), 'assetPart', context),
  ...selfReferenceProblems(
    spec.at('planned').at('replaces'),
    'replaces',
    context,
  ),
  ...endBeforeStart(spec.at('inService'), spec.at('disposal').at('date')),
  ...endBeforeStart(spec.at('inService'), spec.at('endOfLife')),
  ...assetFinancialRules(spec),
];

function statusProblems(spec: SpecField): ValidationProblem[] {
  const status = spec.at('status');
  const text = status.text();
  const stage = spec.at('stage').text();
  if (text === undefined || stage === undefined || !isLifecycleStage(stage)) {
    return [];
  }
  const statuses = statusesOf(stage);
  if (statuses.some(known => known === text)) {
    return [];
  }
  const other = stageOfStatus(text);
  return [
    other
      ? problem({
          path: status.path,
          rule: 'status',
          found: `${text}, a status of the stage ${other}`,
          allowed: `one of ${statuses.join(', ')} in the stage ${stage}`,
        })
      : problemWithValue({
          path: status.path,
          rule: 'status',
          value: text,
          allowed: `one of ${statuses.join(', ')} in the stage ${stage}`,
        }),
  ];
}
