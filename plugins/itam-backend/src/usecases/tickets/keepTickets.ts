import { NotFoundError } from '@backstage/errors';
import { KeptTickets, type KeptTicketsDeps } from './KeptTickets';
import type { TicketDeps } from './ticketDeps';

/** Keeps the tickets of each source apart. */
export function keepTickets(
  sources: TicketDeps['ticketSources'],
  deps: KeptTicketsDeps,
): TicketDeps['keptTickets'] {
  const kept = new Map<string, KeptTickets>();
  return {
    of: id => {
      const known = kept.get(id);
      if (known) {
        return known;
      }
      const source = sources.get(id);
      if (!source) {
        throw new NotFoundError('No such tool is connected');
      }
      const made = new KeptTickets(source, deps);
      kept.set(id, made);
      return made;
    },
  };
}
