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
  const step = stepOf(1.5 * span);
  return Math.max(0, Math.floor((lowest - span / 2) / step) * step);
}

/**
 * The figures an axis that starts above zero shows: round ones from its floor
 * to above the highest level, so that no bar begins between two of them.
 */
export function axisTicks(floor: number, highest: number): number[] {
  const step = stepOf(highest - floor);
  const steps = Math.ceil((highest - floor) / step);
  return Array.from({ length: steps + 1 }, (_, at) => floor + at * step);
}

/** A round distance that divides a range into three to seven parts. */
function stepOf(range: number): number {
  const unit = 10 ** Math.floor(Math.log10(range));
  const parts = range / unit;
  if (parts <= 1.5) {
    return unit / 4;
  }
  return parts <= 3.5 ? unit / 2 : unit;
}
