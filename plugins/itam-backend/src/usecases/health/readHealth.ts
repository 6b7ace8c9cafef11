import {
  monthText,
  type RegisterHealth,
} from '@backstage-itam/plugin-itam-common';
import { readModelWindow } from '../../stores/queries/costVectors';
import { readHealthFacts } from '../../stores/queries/healthFacts';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { storedRecordRefs } from '../../stores/queries/storedRecordRefs';
import type { ReadContext, ReadDeps } from '../records/readContext';

/** A declaration that waits longer than this is worth a look. */
const UNCONFIRMED_AFTER_MS = 30_000;

const HIDDEN = 'Not shown to you';

/**
 * The state of the register. Who holds a contested ref, and what is wrong with
 * the declaration of a record that exists, is only told to those who may read
 * that record.
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
  const incidentRefs = facts.incidents.map(({ ref }) => ref);
  const readable = await readReadableRecords(
    knex,
    incidentRefs,
    context.access,
    context.today,
  );
  const stored = await storedRecordRefs(knex, incidentRefs);
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
    alerts: {
      enabled: deps.config.alerts.enabled,
      completeOn: facts.alertsCompleteOn,
      unsent: facts.unsentAlerts,
      lastError: facts.alertsLastError,
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
          message:
            readable.has(incident.ref) || !stored.has(incident.ref)
              ? incident.message
              : HIDDEN,
          source: incident.source,
        })),
      conflicts: conflicts.map(incident => ({
        ref: incident.ref,
        holder: readable.has(incident.ref) ? incident.holder ?? '' : HIDDEN,
        claimant: incident.claimant ?? '',
        at: incident.at,
      })),
    },
  };
}
