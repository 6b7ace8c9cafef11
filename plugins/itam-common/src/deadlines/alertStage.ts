import { addDays, type PlainDate } from '../values';

/**
 * Which of its thresholds an event has come to: the one with the fewest days
 * left whose day has come. Undefined before the first of them.
 *
 * So an event that is first seen late is told once, at the last threshold it
 * has passed, and not once for each that was missed.
 *
 * @param on - The day of the event
 * @param today - The day it is looked at
 * @param daysBefore - Days before the event; negative ones come after it
 * @public
 */
export function alertStage(
  on: PlainDate,
  today: PlainDate,
  daysBefore: readonly number[],
): number | undefined {
  const passed = daysBefore.filter(days => addDays(on, -days) <= today);
  return passed.length === 0 ? undefined : Math.min(...passed);
}
