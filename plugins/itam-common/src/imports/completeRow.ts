import type { JsonObject } from '@backstage/types';
import {
  ASSET_CLASSES,
  SUGGESTED_ASSET_TYPES,
} from '../entities/asset/assetClasses';
import type { ItamKind } from '../entities/types';
import {
  problem,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { stageOfStatus } from '../lifecycle';
import { addDays, addMonths, isPlainDate } from '../values';
import { numberAt, setAt, textAt } from './rowValues';

/**
 * Adds to a row what follows from it: the stage from the status, the class
 * from the type, and dates from months. `given` are the ids of the fields that
 * the row itself states.
 */
export function completeRow(
  kind: ItamKind,
  parts: { spec: JsonObject; derived: JsonObject },
  given: ReadonlySet<string>,
): ValidationProblem[] {
  const { spec, derived } = parts;
  if (kind === 'Asset') {
    completeStage(spec, given);
    completeClass(spec);
    return lastDayFrom(
      derived,
      ['warranty', 'months'],
      spec,
      ['financials', 'purchase', 'date'],
      ['warranty', 'until'],
    );
  }
  return lastDayFrom(
    derived,
    ['term', 'months'],
    spec,
    ['term', 'start'],
    ['term', 'end'],
  );
}

/** A new status moves a record there is to its stage. */
function completeStage(spec: JsonObject, given: ReadonlySet<string>): void {
  const status = textAt(spec, ['status']);
  const stage = status === undefined ? undefined : stageOfStatus(status);
  const follows =
    spec.stage === undefined || (given.has('status') && !given.has('stage'));
  if (follows && stage !== undefined) {
    spec.stage = stage;
  }
}

function completeClass(spec: JsonObject): void {
  const type = textAt(spec, ['type']);
  const found = ASSET_CLASSES.find(
    one =>
      type !== undefined &&
      SUGGESTED_ASSET_TYPES[one].some(known => known === type),
  );
  if (spec.class === undefined && found !== undefined) {
    spec.class = found;
  }
}

function lastDayFrom(
  derived: JsonObject,
  monthsPath: readonly string[],
  spec: JsonObject,
  startPath: readonly string[],
  endPath: readonly string[],
): ValidationProblem[] {
  const months = numberAt(derived, monthsPath);
  if (months === undefined || textAt(spec, endPath) !== undefined) {
    return [];
  }
  const start = textAt(spec, startPath);
  if (start === undefined || !isPlainDate(start)) {
    return [
      problem({
        path: `spec.${monthsPath.join('.')}`,
        rule: 'start-missing',
        found: 'months without a day to count from',
        allowed: `spec.${startPath.join(
          '.',
        )} beside it, or the last day itself`,
      }),
    ];
  }
  if (months > 0) {
    setAt(spec, endPath, addDays(addMonths(start, months), -1));
  }
  return [];
}
