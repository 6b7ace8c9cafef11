import type { Knex } from 'knex';
import { deviceGroupsFrom, specField, type DeviceGroup } from './deviceGroups';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { DECOMMISSIONED, IN_FORCE } from './licensePoolSeats';

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
  return deviceGroupsFrom(
    await knex.raw(
      `with ${table.sql},
      device(pool, to_ref, record_id) as (
        select m.pool, a.to_ref, min(m.record_id)
        from member m join assignments a on a.record_id = m.record_id
        where ${IN_FORCE} and not ${DECOMMISSIONED}
        group by m.pool, a.to_ref)
      select device.pool as pool, device.record_id as record_id,
        ${specField(knex, 'cores')} as cores,
        ${specField(knex, 'processors')} as processors, count(*) as devices
      from device
      left join records r on r.ref = device.to_ref and r.kind = 'Asset'
      group by 1, 2, 3, 4`,
      [...table.values, asOf, asOf],
    ),
  );
}
