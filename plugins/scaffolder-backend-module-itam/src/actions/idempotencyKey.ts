import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';

/** What tells one run of a step from another. */
export interface RunStep {
  task: { id: string };
  step?: { id?: string };
  /** Of a step that runs for each of several values. */
  each?: JsonObject;
}

/**
 * The key of a write: the same when the task is run again, another one for each
 * step, each turn of a step, and each write of a turn.
 */
export function idempotencyKey(run: RunStep, write: string): string {
  const turn = createHash('sha256')
    .update(JSON.stringify([run.step?.id ?? '', run.each ?? null, write]))
    .digest('base64url')
    .slice(0, 22);
  return `scaffolder:${run.task.id}:${turn}`;
}
