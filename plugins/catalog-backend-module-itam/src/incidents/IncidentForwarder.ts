import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type { DeclarationApi } from '../register/DeclarationClient';
import type { RegisterGate } from '../register/RegisterGate';
import {
  CATALOG_CONFLICT_TOPIC,
  CATALOG_ERRORS_TOPIC,
  incidentFromEvent,
} from './incidentFromEvent';
import type { DeclarationIncident } from '@backstage-itam/plugin-itam-common';

const MOST_BUFFERED = 1_000;
const BATCH = 50;
// Keeps a request well below the size the register's server takes.
const BATCH_CHARACTERS = 60_000;

function bufferKey(kind: DeclarationIncident['kind'], ref: string): string {
  return `${kind} ${ref}`;
}

function sizeOf(incident: DeclarationIncident): number {
  return JSON.stringify(incident).length;
}

/** The oldest incidents that fit into one request; at least one. */
function firstBatch(
  buffer: ReadonlyMap<string, DeclarationIncident>,
): [string, DeclarationIncident][] {
  const batch: [string, DeclarationIncident][] = [];
  let characters = 0;
  for (const entry of buffer) {
    characters += sizeOf(entry[1]);
    if (
      batch.length === BATCH ||
      (batch.length && characters > BATCH_CHARACTERS)
    ) {
      break;
    }
    batch.push(entry);
  }
  return batch;
}

/**
 * Reports problems of catalog files to the register, so that a file that never
 * made it into the catalog is visible somewhere.
 *
 * Holds the latest incident per ref while the register cannot be reached. The
 * oldest are dropped beyond a bound, since the catalog reports a problem again
 * each time it processes the entity.
 */
export class IncidentForwarder {
  readonly #client: Pick<DeclarationApi, 'reportIncidents'>;
  readonly #gate: Pick<RegisterGate, 'probe'>;
  readonly #buffer = new Map<string, DeclarationIncident>();

  constructor(options: {
    client: Pick<DeclarationApi, 'reportIncidents'>;
    gate: Pick<RegisterGate, 'probe'>;
  }) {
    this.#client = options.client;
    this.#gate = options.gate;
  }

  /** Starts listening to the catalog's events. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'itam-incidents',
      topics: [CATALOG_ERRORS_TOPIC, CATALOG_CONFLICT_TOPIC],
      onEvent: async event => this.note(event),
    });
  }

  /** Takes an event in; it is sent by the next {@link flush}. */
  note(event: Pick<EventParams, 'topic' | 'eventPayload'>) {
    const incident = incidentFromEvent(event);
    if (incident) {
      this.report(incident);
    }
  }

  /** Takes an incident in; it is sent by the next {@link flush}. */
  report(incident: DeclarationIncident) {
    const key = bufferKey(incident.kind, incident.ref);
    this.#buffer.delete(key);
    this.#buffer.set(key, incident);
    if (this.#buffer.size > MOST_BUFFERED) {
      const [oldest] = this.#buffer.keys();
      this.#buffer.delete(oldest);
    }
  }

  /**
   * A ref was delivered: what was held about it from before is over, or the
   * catalog will say so again.
   */
  forget(ref: string) {
    this.#buffer.delete(bufferKey('error', ref));
  }

  /** Sends what is held; keeps it if the register does not take it. */
  async flush(): Promise<void> {
    while (this.#buffer.size > 0) {
      const batch = firstBatch(this.#buffer);
      try {
        await this.#gate.probe(signal =>
          this.#client.reportIncidents(
            batch.map(([, incident]) => incident),
            signal,
          ),
        );
      } catch {
        return;
      }
      for (const [key, incident] of batch) {
        // A newer incident of the same ref has come in meanwhile: keep that.
        if (this.#buffer.get(key) === incident) {
          this.#buffer.delete(key);
        }
      }
    }
  }
}
