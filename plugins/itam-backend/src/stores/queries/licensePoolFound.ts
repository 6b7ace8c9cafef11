import {
  addDays,
  FOUND_WITHIN_DAYS,
  type FoundPlaces,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { deviceGroupsFrom, specField, type DeviceGroup } from './deviceGroups';
import {
  memberTable,
  type MemberTable,
  type PoolMember,
} from './licensePoolMembers';
import { IN_FORCE } from './licensePoolSeats';
import { rowsOf } from './rowsOf';

/** A discovered product, and the pool that counts where it was found. */
export interface PoolItem {
  itemId: number;
  pool: number;
}

/** What was found of pools on a day. */
export interface FoundQuestion {
  /** The licences whose term is in effect. */
  members: readonly PoolMember[];
  items: readonly PoolItem[];
  /** ISO calendar date. */
  asOf: string;
}

/** How many places there are of each pool that nothing is assigned for. */
export async function countFoundPlaces(
  knex: Knex,
  question: FoundQuestion,
): Promise<Map<number, FoundPlaces>> {
  if (question.items.length === 0) {
    return new Map();
  }
  const { sql, values } = placeTable(knex, question);
  const rows = rowsOf(
    await knex.raw(
      `with ${sql}
      select p.pool as pool, count(distinct p.who) as users,
        count(distinct p.device) as devices,
        count(distinct case when not exists (select 1 from used
          where used.pool = p.pool and used.service_ref = p.service_ref)
          then p.service_ref end) as services
      from place p where p.held = 0 group by p.pool`,
      values,
    ),
  );
  return new Map(
    rows.flatMap(row =>
      typeof row === 'object' &&
      row !== null &&
      'pool' in row &&
      'users' in row &&
      'devices' in row &&
      'services' in row
        ? [
            [
              integerFromRow(row.pool),
              {
                users: integerFromRow(row.users),
                devices: integerFromRow(row.devices),
                services: integerFromRow(row.services),
              },
            ],
          ]
        : [],
    ),
  );
}

/**
 * The devices that each pool was found on and nothing is assigned for, counted
 * by what they need by the pool's licence with the lowest id.
 */
export async function readFoundDeviceGroups(
  knex: Knex,
  question: FoundQuestion,
): Promise<DeviceGroup[]> {
  if (question.items.length === 0) {
    return [];
  }
  const { sql, values } = placeTable(knex, question);
  return deviceGroupsFrom(
    await knex.raw(
      `with ${sql},
      first_member(pool, record_id) as (
        select pool, min(record_id) from member group by pool),
      device(pool, device, asset_id) as (
        select distinct pool, device, asset_id from place
        where held = 0 and device is not null)
      select device.pool as pool, first_member.record_id as record_id,
        ${specField(knex, 'cores')} as cores,
        ${specField(knex, 'processors')} as processors, count(*) as devices
      from device
      join first_member on first_member.pool = device.pool
      left join records r on r.id = device.asset_id
      group by 1, 2, 3, 4`,
      values,
    ),
  );
}

/**
 * Common table expressions: `place`, where software was found on a day on what
 * is in use, and whether something there has a unit assigned; `used`, the
 * services that use a device it is on or that has one.
 */
function placeTable(knex: Knex, question: FoundQuestion): MemberTable {
  const { members, items, asOf } = question;
  const member = memberTable(knex, 'member', members);
  const item = itemTable(knex, items);
  const seatOf = (alias: string, ref: string) =>
    `left join seat ${alias} on ${alias}.pool = i.pool and ${alias}.to_ref = ${ref}`;
  return {
    sql: `${member.sql}, ${item.sql},
      seat(pool, to_ref) as materialized (
        select distinct m.pool, a.to_ref
        from member m join assignments a on a.record_id = m.record_id
        where ${IN_FORCE}),
      place(pool, device, asset_id, who, service_ref, held) as materialized (
        select i.pool,
          case when s.device = '' then null
            else coalesce(r.ref, 'name ' || s.device) end,
          r.id,
          case when s.user_ref <> '' then s.user_ref
            when r.assignee_ref like 'user:%' then r.assignee_ref end,
          nullif(s.service_ref, ''),
          case when coalesce(on_device.to_ref, of_holder.to_ref,
            of_user.to_ref, of_service.to_ref) is null then 0 else 1 end
        from found_item i
        join software_sightings s on s.item_id = i.item_id
        left join records r on r.id = s.record_id
        ${seatOf('on_device', 'r.ref')}
        ${seatOf('of_holder', 'r.assignee_ref')}
        ${seatOf('of_user', 's.user_ref')}
        ${seatOf('of_service', 's.service_ref')}
        where s.first_seen <= ? and (s.service_ref <> '' or s.last_seen > ?)
          and coalesce(r.stage, '') <> 'decommission'
          and r.removed_on is null),
      used(pool, service_ref) as (
        select p.pool, rs.service_ref
        from place p join record_services rs on rs.record_id = p.asset_id
        union
        select seat.pool, rs.service_ref
        from seat
        join records d on d.ref = seat.to_ref and d.kind = 'Asset'
          and coalesce(d.stage, '') <> 'decommission'
          and d.removed_on is null
        join record_services rs on rs.record_id = d.id)`,
    values: [
      ...member.values,
      ...item.values,
      asOf,
      asOf,
      asOf,
      addDays(asOf, -FOUND_WITHIN_DAYS),
    ],
  };
}

function itemTable(knex: Knex, items: readonly PoolItem[]): MemberTable {
  return isPostgres(knex)
    ? {
        sql: `found_item(item_id, pool) as materialized (
        select * from unnest(?::int[], ?::int[]))`,
        values: [
          items.map(({ itemId }) => itemId),
          items.map(({ pool }) => pool),
        ],
      }
    : {
        sql: `found_item(item_id, pool) as materialized (
        select json_extract(value, '$[0]'), json_extract(value, '$[1]')
        from json_each(?))`,
        values: [
          JSON.stringify(items.map(({ itemId, pool }) => [itemId, pool])),
        ],
      };
}
