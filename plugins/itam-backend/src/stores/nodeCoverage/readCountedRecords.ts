import {
  CONTRACT_TYPES,
  replacesLicensePrice,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';
import { hasBills } from '../cloudBilling/hasBills';
import type { CountedRecord } from './CountedRecord';

interface RecordRow {
  id: unknown;
  owner_ref: string | null;
  vendor: string | null;
  class: string | null;
  cost_center: string | null;
  has_price: unknown;
  stage: string | null;
  kind: string;
  /** Of a contract whose charges may be the price of what it is for. */
  paying_contract_ref: string | null;
}

/**
 * What records count as now, by id; retired ones do not count and are absent.
 */
export async function readCountedRecords(
  database: Knex,
  ids: readonly number[],
): Promise<Map<number, CountedRecord>> {
  const rows: RecordRow[] = await database('records')
    .whereIn('id', idList(database, ids))
    .whereNull('retired_at')
    .select(
      'id',
      'owner_ref',
      'vendor',
      'class',
      'cost_center',
      'stage',
      'kind',
      database('records as contract')
        .select('contract.ref')
        .whereRaw('contract.ref = records.contract_ref')
        .where('contract.kind', 'Contract')
        .whereIn('contract.type', CONTRACT_TYPES.filter(replacesLicensePrice))
        .as('paying_contract_ref'),
      database.raw(
        `CASE WHEN has_price OR ${hasBills('records')}
         THEN 1 ELSE 0 END AS has_price`,
      ),
    );
  const uses: { record_id: unknown; service_ref: string }[] = await database(
    'record_services',
  )
    .whereIn('record_id', idList(database, ids))
    .orderBy('record_id')
    .orderBy('service_ref')
    .select('record_id', 'service_ref');
  const services = new Map<number, string[]>();
  for (const use of uses) {
    const id = integerFromRow(use.record_id);
    const list = services.get(id);
    if (list) {
      list.push(use.service_ref);
    } else {
      services.set(id, [use.service_ref]);
    }
  }
  return new Map(
    rows.map(row => {
      const id = integerFromRow(row.id);
      return [id, countedOf(row, services.get(id) ?? [])];
    }),
  );
}

function countedOf(row: RecordRow, serviceRefs: string[]): CountedRecord {
  const priced = Number(row.has_price) === 1;
  return {
    ownerRef: row.owner_ref,
    vendor: row.vendor,
    assetClass: row.class,
    costCenter: row.cost_center,
    serviceRefs: serviceRefs.sort(),
    priced,
    early: row.stage === 'planning' || row.stage === 'procurement',
    contractRef:
      priced && row.kind === 'License' ? row.paying_contract_ref : null,
  };
}
