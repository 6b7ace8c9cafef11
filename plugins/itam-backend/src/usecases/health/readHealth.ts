import {
  monthText,
  type RegisterHealth,
} from '@backstage-itam/plugin-itam-common';
import { readModelWindow } from '../../stores/queries/costVectors';
import { readHealthFacts } from '../../stores/queries/healthFacts';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import type { ReadContext, ReadDeps } from '../records/readContext';

/** A declaration that waits longer than this is worth a look. */
const UNCONFIRMED_AFTER_MS = 30_000;

/**
 * The state of the register. Who holds a contested ref is only named to those
 * who may read that record.
 */
export async function readHealth(
  deps: ReadDeps,
  context: ReadContext,
): Promise<RegisterHealth> {
  const { knex } = deps;
  const now = Date.parse(context.at);
  const facts = await readHealthFacts(
    knex,
    new Date(now - UNCONFIRMED_AFTER_MS).toISOString(),
  );
  const window = await readModelWindow(knex);
  const conflicts = facts.incidents.filter(({ kind }) => kind === 'conflict');
  const readable = await readReadableRecords(
    knex,
    conflicts.map(({ ref }) => ref),
    context.access,
    context.today,
  );
  const { projectionSyncedAt: syncedAt } = facts;
  return {
    checkedAt: context.at,
    projection: {
      syncedAt,
      nodes: facts.nodes,
      stale:
        syncedAt === undefined ||
        now - Date.parse(syncedAt) > deps.config.projection.staleAfterMs,
      lastError: facts.projectionLastError,
    },
    readModel: {
      records: facts.records,
      segments: facts.segments,
      windowFrom: window && monthText(window.from),
      windowTo: window && monthText(window.toExclusive - 1),
    },
    declarations: {
      active: facts.activeDeclarations,
      reconciledAt: facts.reconciledAt,
      guardAlarm: facts.guardAlarm,
      unconfirmed: facts.unconfirmed,
      rejected: facts.incidents
        .filter(({ kind }) => kind === 'error')
        .map(incident => ({
          ref: incident.ref,
          location: incident.location ?? undefined,
          at: incident.at,
          message: incident.message,
          source: incident.source,
        })),
      conflicts: conflicts.map(incident => ({
        ref: incident.ref,
        holder: readable.has(incident.ref)
          ? incident.holder ?? ''
          : 'Not shown to you',
        claimant: incident.claimant ?? '',
        at: incident.at,
      })),
    },
  };
}
