import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { textList } from '../../database/idList';

/** A component that is a product, or one if the register has it. */
export interface ProductComponent {
  id: number;
  /** Without its group. */
  name: string;
  version: string | null;
  publisher: string | null;
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

/**
 * The components of a bill of materials that may be products: those that are,
 * and those that name who publishes them.
 */
export async function readProductComponents(
  database: Knex,
  softwareId: number,
): Promise<ProductComponent[]> {
  const rows: {
    id: unknown;
    name: string;
    version: string | null;
    publisher: string | null;
    product_key: string;
    publisher_key: string;
    cpe_product_key: string | null;
    cpe_vendor_key: string | null;
    is_product: unknown;
  }[] = await database('software_components')
    .where('software_id', softwareId)
    .whereNotNull('product_key')
    .where(named =>
      named
        .where('is_product', true)
        .orWhereNot('publisher_key', '')
        .orWhereNotNull('cpe_product_key'),
    )
    .orderBy('id')
    .select(
      'id',
      'product_name as name',
      'version',
      'publisher',
      'product_key',
      'publisher_key',
      'cpe_product_key',
      'cpe_vendor_key',
      'is_product',
    );
  return rows.map(row => ({
    id: integerFromRow(row.id),
    name: row.name,
    version: row.version,
    publisher: row.publisher,
    productKey: row.product_key,
    publisherKey: row.publisher_key,
    cpeProductKey: row.cpe_product_key,
    cpeVendorKey: row.cpe_vendor_key,
    isProduct: Boolean(row.is_product),
  }));
}

/** Services whose bill of materials has one of these names, normalised. */
export async function servicesNaming(
  database: Knex,
  products: readonly string[],
): Promise<string[]> {
  if (products.length === 0) {
    return [];
  }
  const named = (column: 'product_key' | 'cpe_product_key') =>
    database('software_components')
      .whereIn(column, textList(database, products))
      .select('software_id');
  // A union, not `or`, so that each uses its index.
  const rows: { service_ref: string }[] = await database('service_software')
    .whereIn('id', named('product_key').union([named('cpe_product_key')]))
    .orderBy('service_ref')
    .select('service_ref');
  return rows.map(row => row.service_ref);
}
