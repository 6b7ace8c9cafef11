import type { IndexableDocument } from '@backstage/plugin-search-common';

/**
 * What search knows about a record. There is no money in it: the index of a
 * search engine does not know who may see costs.
 * @public
 */
export interface ItamRecordDocument extends IndexableDocument {
  /** Asset, License or Contract. */
  kind: string;
  /** Class of an asset, or type of a contract. */
  class?: string;
  /** Stage of the life cycle. */
  stage?: string;
  /** Title or name of the owner, as the catalog shows it. */
  owner?: string;
  /** Inventory tag. */
  tag?: string;
  /** Serial number. */
  serialNumber?: string;
}
