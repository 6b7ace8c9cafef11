import type { Knex } from 'knex';
import { settingKeys, type SettingKey } from '../../database/settingKeys';
import { readSetting } from '../settings/readSetting';

/** Entries of a list on the health page. */
const LISTED_AT_MOST = 200;

/** A refused or conflicting declaration. */
export interface IncidentRow {
  kind: 'error' | 'conflict';
  source: 'catalog' | 'register';
  ref: string;
  location: string | null;
  message: string;
  holder: string | null;
  claimant: string | null;
  at: string;
}

/** What the register knows about its own state. */
export interface HealthFacts {
  nodes: number;
  records: number;
  segments: number;
  activeDeclarations: number;
  unconfirmed: { ref: string; since: string }[];
  incidents: IncidentRow[];
  projectionSyncedAt?: string;
  projectionLastError?: string;
  reconciledAt?: string;
  guardAlarm?: string;
  /** Noted and not sent, of what is not over. */
  unsentAlerts: number;
  alertsCompleteOn?: string;
  alertsLastError?: string;
}

/**
 * Reads the register's state.
 *
 * @param unconfirmedBefore - ISO instant; declarations staged earlier and not
 * confirmed yet are listed
 */
export async function readHealthFacts(
  knex: Knex,
  unconfirmedBefore: string,
): Promise<HealthFacts> {
  const count = async (query: Knex.QueryBuilder): Promise<number> => {
    const rows: { count: unknown }[] = await query.count({ count: '*' });
    return Number(rows[0]?.count ?? 0);
  };
  const setting = async (key: SettingKey) =>
    (await readSetting(knex, key)) || undefined;
  const unconfirmed: { ref: string; since: string }[] = await knex(
    'declarations',
  )
    .groupBy('ref')
    .havingRaw('min(staged_at) < ?', [unconfirmedBefore])
    .orderBy('ref')
    .limit(LISTED_AT_MOST)
    .select('ref')
    .min({ since: 'staged_at' });
  const incidents: IncidentRow[] = await knex('incidents')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'ref', order: 'asc' },
    ])
    .limit(LISTED_AT_MOST)
    .select(
      'kind',
      'source',
      'ref',
      'location',
      'message',
      'holder',
      'claimant',
      'at',
    );
  return {
    nodes: await count(knex('nodes')),
    records: await count(knex('records').whereNull('retired_at')),
    segments: await count(knex('cost_segments')),
    activeDeclarations: await count(
      knex('records').whereNull('retired_at').where('origin', 'declared'),
    ),
    unconfirmed,
    incidents,
    projectionSyncedAt: await setting(settingKeys.projectionSyncedAt),
    projectionLastError: await setting(settingKeys.projectionLastError),
    reconciledAt: await setting(settingKeys.reconciledAt),
    guardAlarm: await setting(settingKeys.guardAlarm),
    unsentAlerts: await count(
      knex('alerts').whereNull('sent_at').whereNull('ended_at'),
    ),
    alertsCompleteOn: await setting(settingKeys.alertsCompleteOn),
    alertsLastError: await setting(settingKeys.alertsLastError),
  };
}
