import type { WaterfallStep } from './WaterfallChart';

/** Below this part of the highest level, changes are too small to see. */
const SMALL = 0.5;

/**
 * Where the axis of a waterfall starts: at zero, unless all levels lie so far
 * above it that the steps between them could not be seen. For drawing only.
 */
export function axisFloor(steps: readonly WaterfallStep[]): number {
  let reached = 0;
  const levels = steps.map(step => {
    reached =
      step.kind === 'total'
        ? Number(step.amount)
        : reached + Number(step.amount);
    return reached;
  });
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  const span = highest - lowest;
  if (lowest <= 0 || span === 0 || span > SMALL * highest) {
    return 0;
  }
  const unit = 10 ** Math.floor(Math.log10(span));
  return Math.max(0, Math.floor((lowest - span / 2) / unit) * unit);
}
