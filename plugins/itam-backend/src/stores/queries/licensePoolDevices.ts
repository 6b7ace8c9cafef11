import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { DECOMMISSIONED, IN_FORCE } from './licensePoolSeats';
import { rowsOf } from './rowsOf';

/** Devices of a pool that are alike: same licence, cores and processors. */
export interface DeviceGroup {
  pool: number;
  /** The licence, of several the one with the lowest id. */
  recordId: number;
  /** Undefined when the register does not know. */
  cores: number | undefined;
  processors: number | undefined;
  devices: number;
}

/**
 * The devices in use that hold seats of each pool on a day, counted by what
 * they need: a few rows, however many devices there are.
 *
 * @param members - The licences whose term is in effect
 * @param asOf - ISO calendar date
 */
export async function readDeviceGroups(
  knex: Knex,
  members: readonly PoolMember[],
  asOf: string,
): Promise<DeviceGroup[]> {
  if (members.length === 0) {
    return [];
  }
  const table = memberTable(knex, 'member', members);
  const field = (name: string) =>
    isPostgres(knex)
      ? `cast(cast(r.spec as jsonb) ->> '${name}' as int)`
      : `json_extract(r.spec, '$.${name}')`;
  const rows = rowsOf(
    await knex.raw(
      `with ${table.sql},
      device(pool, to_ref, record_id) as (
        select m.pool, a.to_ref, min(m.record_id)
        from member m join assignments a on a.record_id = m.record_id
        where ${IN_FORCE} and not ${DECOMMISSIONED}
        group by m.pool, a.to_ref)
      select device.pool as pool, device.record_id as record_id,
        ${field('cores')} as cores, ${field('processors')} as processors,
        count(*) as devices
      from device
      left join records r on r.ref = device.to_ref and r.kind = 'Asset'
      group by 1, 2, 3, 4`,
      [...table.values, asOf, asOf],
    ),
  );
  return rows.flatMap(row =>
    typeof row === 'object' &&
    row !== null &&
    'pool' in row &&
    'record_id' in row &&
    'cores' in row &&
    'processors' in row &&
    'devices' in row
      ? [
          {
            pool: integerFromRow(row.pool),
            recordId: integerFromRow(row.record_id),
            cores: optionalInteger(row.cores),
            processors: optionalInteger(row.processors),
            devices: integerFromRow(row.devices),
          },
        ]
      : [],
  );
}

function optionalInteger(value: unknown): number | undefined {
  return value === null ? undefined : integerFromRow(value);
}
