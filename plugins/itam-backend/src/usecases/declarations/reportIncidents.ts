import type { Knex } from 'knex';
import { writeIncident } from '../../stores/incidents/writeIncident';

/** Kinds whose incidents concern the register. */
const KINDS = ['asset:', 'license:', 'contract:', 'location:'];

/** Longest message kept of one incident. */
const MESSAGE_LENGTH = 20_000;

/**
 * Something the catalog met while reading a declaration.
 */
export interface DeclarationIncident {
  kind: 'error' | 'conflict';
  ref: string;
  location?: string;
  messages?: string[];
  holder?: string;
  claimant?: string;
}

/**
 * Keeps what the catalog met for the health page: the latest of each kind per
 * ref. Refs of other kinds are left out.
 */
export async function reportIncidents(
  deps: { database: Knex },
  incidents: readonly DeclarationIncident[],
  asOf: Date,
): Promise<void> {
  for (const incident of incidents) {
    const ref = incident.ref.toLowerCase();
    if (KINDS.some(kind => ref.startsWith(kind))) {
      await writeIncident(deps.database, {
        kind: incident.kind,
        source: 'catalog',
        ref,
        location: incident.location ?? null,
        message: (incident.messages ?? []).join('\n').slice(0, MESSAGE_LENGTH),
        holder: incident.holder ?? null,
        claimant: incident.claimant ?? null,
        at: asOf.toISOString(),
      });
    }
  }
}
