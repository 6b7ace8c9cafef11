import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList, textList } from '../../database/idList';

/**
 * The live assets that devices are, by what lists call the device: its ref,
 * tag or serial number, letter for letter. A name that fits several assets is
 * none of them.
 */
export async function readDevices(
  database: Knex,
  devices: readonly string[],
): Promise<Map<string, { id: number; ref: string }>> {
  if (devices.length === 0) {
    return new Map();
  }
  const named = (column: 'ref' | 'tag' | 'serial_number') =>
    database('records')
      .where('kind', 'Asset')
      .whereNull('retired_at')
      .whereIn(column, textList(database, devices))
      .select('id', 'ref', 'tag', 'serial_number');
  // A union, not `or`: with that, PostgreSQL reads the whole table.
  const rows: {
    id: unknown;
    ref: string;
    tag: string | null;
    serial_number: string | null;
  }[] = await named('ref').union([named('tag'), named('serial_number')]);
  const found = new Map<string, Map<number, string>>();
  for (const row of rows) {
    for (const name of [row.ref, row.tag, row.serial_number]) {
      if (name !== null) {
        const assets = found.get(name) ?? new Map<number, string>();
        found.set(name, assets.set(integerFromRow(row.id), row.ref));
      }
    }
  }
  const wanted = new Set(devices);
  return new Map(
    [...found].flatMap(([name, assets]) => {
      const [[id, ref]] = assets;
      return wanted.has(name) && assets.size === 1 ? [[name, { id, ref }]] : [];
    }),
  );
}

/**
 * Looks again which assets the devices in lists are, after these records have
 * changed. Returns the refs of assets that have other software for that.
 */
export async function relinkDevices(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<string[]> {
  const records: {
    id: unknown;
    ref: string;
    tag: string | null;
    serial_number: string | null;
  }[] = await trx('records')
    .whereIn('ref', textList(trx, refs))
    .where('kind', 'Asset')
    .select('id', 'ref', 'tag', 'serial_number');
  if (records.length === 0) {
    return [];
  }
  const names = records.flatMap(({ ref, tag, serial_number: serial }) =>
    [ref, tag, serial].flatMap(name => name ?? []),
  );
  const rows: { device: string; record_id: unknown }[] = await trx(
    'software_sightings',
  )
    .where(linked =>
      linked.whereIn('device', textList(trx, names)).orWhereIn(
        'record_id',
        idList(
          trx,
          records.map(({ id }) => integerFromRow(id)),
        ),
      ),
    )
    .distinct('device', 'record_id');
  const devices = await readDevices(
    trx,
    rows.map(({ device }) => device),
  );
  const moved = new Set<number>();
  for (const { device, record_id: before } of rows) {
    const after = devices.get(device)?.id ?? null;
    const linked = before === null ? null : integerFromRow(before);
    if (device !== '' && linked !== after) {
      await trx('software_sightings')
        .where('device', device)
        .update({ record_id: after });
      [linked, after].forEach(id => id !== null && moved.add(id));
    }
  }
  const changed: { ref: string }[] = await trx('records')
    .whereIn('id', idList(trx, [...moved]))
    .select('ref');
  return changed.map(({ ref }) => ref);
}
