import type { ClosingAnswer } from '@backstage-itam/plugin-itam-common';

type Entry = ClosingAnswer['log'][number];

/** An entry of the log with what it did. */
export type ClosingStep = Entry & { kind: 'closed' | 'opened' };

/**
 * Tells closing from opening: an entry that ends earlier than the one before
 * it opened months again. Newest first, as the register lists them; of the
 * oldest entry listed nothing earlier is known, so it counts as closing when
 * it names a month.
 */
export function closingSteps(log: readonly Entry[]): ClosingStep[] {
  return log.map((entry, index) => {
    const before = log[index + 1]?.closedThrough ?? '';
    const now = entry.closedThrough ?? '';
    return { ...entry, kind: now === '' || now < before ? 'opened' : 'closed' };
  });
}
