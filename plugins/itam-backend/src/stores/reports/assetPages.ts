import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import {
  costRecordColumns,
  costRecordFromRow,
  type CostRecordRow,
} from '../records/costRecordFromRow';

/** Assets read at a time: their schedules take some tens of milliseconds. */
const ASSETS_PER_PAGE = 250;

/** An asset with what reports group by, as of now. */
export interface ReportedAsset {
  record: CostRecord & { kind: 'Asset' };
  title: string;
  class: string | null;
  ownerRef: string | null;
  costCenter: string | null;
  vendor: string | null;
}

interface Row extends CostRecordRow {
  id: unknown;
  title: string;
  class: string | null;
  owner_ref: string | null;
  cost_center: string | null;
  vendor: string | null;
}

/**
 * All assets the caller may read, removed ones too, a page at a time in order
 * of their id.
 *
 * @param asOf - ISO calendar date on which seats are held
 */
export async function* readAssetPages(
  knex: Knex,
  access: Access,
  asOf: string,
): AsyncGenerator<ReportedAsset[]> {
  let after = 0;
  for (;;) {
    const query = knex('records')
      .where('records.kind', 'Asset')
      .where('records.id', '>', after);
    whereReadable(query, access, asOf);
    const rows: Row[] = await query
      .orderBy('records.id')
      .limit(ASSETS_PER_PAGE)
      .select(
        ...costRecordColumns.map(column => `records.${column}`),
        'records.id',
        'records.title',
        'records.class',
        'records.owner_ref',
        'records.cost_center',
        'records.vendor',
      );
    yield rows.flatMap(assetFromRow);
    const last = rows.at(-1);
    if (!last || rows.length < ASSETS_PER_PAGE) {
      return;
    }
    after = integerFromRow(last.id);
  }
}

function assetFromRow(row: Row): ReportedAsset[] {
  const record = costRecordFromRow(row);
  return record.kind === 'Asset'
    ? [
        {
          record,
          title: row.title,
          class: row.class,
          ownerRef: row.owner_ref,
          costCenter: row.cost_center,
          vendor: row.vendor,
        },
      ]
    : [];
}
