import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { textList } from '../../database/idList';

/** The bill of materials of a service, without its components. */
export interface StoredSoftware {
  id: number;
  serviceRef: string;
  revision: string | null;
  specVersion: string;
  digest: string;
  components: number;
  /** ISO instant. */
  uploadedAt: string;
  uploadedBy: string;
}

/** A component as it is stored. */
export interface StoredComponent {
  id: number;
  name: string;
  version: string | null;
  purl: string | null;
  publisher: string | null;
  /** The licences stated, as JSON. */
  licenses: string;
}

/** A component as a bill of materials adds it. */
export interface NewComponent extends Omit<StoredComponent, 'id'> {
  /** Name without group and version. */
  productName: string;
  /** The name, normalised. */
  productKey: string;
  /** Normalised; empty where no publisher is named. */
  publisherKey: string;
  /** Product and vendor by its CPE, normalised; null without. */
  cpeProductKey: string | null;
  cpeVendorKey: string | null;
  /** Whether it is a product whatever the register has. */
  isProduct: boolean;
}

/** Components of a service that state the same licences. */
export interface LicenseCount {
  licenses: string;
  components: number;
}

const columns = {
  id: 'id',
  serviceRef: 'service_ref',
  revision: 'revision',
  specVersion: 'spec_version',
  digest: 'digest',
  components: 'components',
  uploadedAt: 'uploaded_at',
  uploadedBy: 'uploaded_by',
};

type Row = Omit<StoredSoftware, 'id' | 'components'> & {
  id: unknown;
  components: unknown;
};

/** The bill of materials of a service, if there is one. */
export async function readSoftware(
  database: Knex,
  serviceRef: string,
): Promise<StoredSoftware | undefined> {
  const row: Row | undefined = await database('service_software')
    .where('service_ref', serviceRef)
    .first(columns);
  return (
    row && {
      ...row,
      id: integerFromRow(row.id),
      components: integerFromRow(row.components),
    }
  );
}

/** Those of these services that have a bill of materials. */
export async function servicesAmong(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  const rows: { service_ref: string }[] = await database('service_software')
    .whereIn('service_ref', textList(database, refs))
    .select('service_ref');
  return rows.map(row => row.service_ref);
}

/** Services with bills of materials, after a ref, at most `limit`. */
export async function readServiceRefs(
  database: Knex,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows: { service_ref: string }[] = await database('service_software')
    .where('service_ref', '>', after)
    .orderBy('service_ref')
    .limit(limit)
    .select('service_ref');
  return rows.map(row => row.service_ref);
}

/** Puts a bill of materials in the place of the one before. */
export async function replaceSoftware(
  trx: Knex.Transaction,
  software: Omit<StoredSoftware, 'id' | 'components'>,
  components: readonly NewComponent[],
): Promise<void> {
  const values = {
    revision: software.revision,
    spec_version: software.specVersion,
    digest: software.digest,
    components: components.length,
    uploaded_at: software.uploadedAt,
    uploaded_by: software.uploadedBy,
  };
  await trx('service_software')
    .insert({ service_ref: software.serviceRef, ...values })
    .onConflict('service_ref')
    .merge(values);
  const stored = await readSoftware(trx, software.serviceRef);
  if (!stored) {
    throw new Error('A bill of materials was not stored');
  }
  await trx('software_components').where('software_id', stored.id).delete();
  await bulkInsert(
    trx,
    'software_components',
    {
      software_id: 'integer',
      name: 'text',
      version: 'text',
      purl: 'text',
      publisher: 'text',
      licenses: 'text',
      product_name: 'text',
      product_key: 'text',
      publisher_key: 'text',
      cpe_product_key: 'text',
      cpe_vendor_key: 'text',
      is_product: 'boolean',
    },
    components.map(one => [
      stored.id,
      one.name,
      one.version,
      one.purl,
      one.publisher,
      one.licenses,
      one.productName,
      one.productKey,
      one.publisherKey,
      one.cpeProductKey,
      one.cpeVendorKey,
      one.isProduct,
    ]),
  );
}

/** Takes the bill of materials of a service away; whether there was one. */
export async function deleteSoftware(
  trx: Knex.Transaction,
  serviceRef: string,
): Promise<boolean> {
  const stored = await readSoftware(trx, serviceRef);
  if (!stored) {
    return false;
  }
  await trx('software_components').where('software_id', stored.id).delete();
  await trx('service_software').where('id', stored.id).delete();
  return true;
}

/** The licences that components state, the most frequent first. */
export async function countLicenses(
  database: Knex,
  softwareId: number,
): Promise<LicenseCount[]> {
  const rows: { licenses: string; count: unknown }[] = await database(
    'software_components',
  )
    .where('software_id', softwareId)
    .groupBy('licenses')
    .select('licenses')
    .count({ count: '*' });
  return rows
    .map(row => ({
      licenses: row.licenses,
      components: integerFromRow(row.count),
    }))
    .sort(
      (a, b) =>
        b.components - a.components || (a.licenses < b.licenses ? -1 : 1),
    );
}

/** Components after an id, of these licences where they are named. */
export async function listComponents(
  database: Knex,
  softwareId: number,
  {
    licenses,
    after,
    limit,
  }: { licenses?: readonly string[]; after: number; limit: number },
): Promise<StoredComponent[]> {
  const query = database('software_components')
    .where('software_id', softwareId)
    .where('id', '>', after);
  if (licenses !== undefined) {
    query.whereIn('licenses', textList(database, licenses));
  }
  const rows: (Omit<StoredComponent, 'id'> & { id: unknown })[] = await query
    .orderBy('id')
    .limit(limit)
    .select('id', 'name', 'version', 'purl', 'publisher', 'licenses');
  return rows.map(row => ({ ...row, id: integerFromRow(row.id) }));
}
