import type { RefRoleName } from '../../entities/references/refRoles';

/**
 * What the cells of a column hold.
 *
 * `shares` and `covers` are references with numbers, `references` and `list`
 * several values; each of these may be written as a JSON list too. `dated` is
 * a value, or a JSON list of dated values. `json` is a JSON list or object.
 * @public
 */
export type ImportFieldType =
  | 'text'
  | 'multiline'
  | 'slug'
  | 'link'
  | 'ref'
  | 'date'
  | 'amount'
  | 'currency'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'status'
  | 'list'
  | 'shares'
  | 'covers'
  | 'references'
  | 'dated'
  | 'json'
  | 'months';

/**
 * A field that a column of an import can be mapped to, and that an export has
 * a column for.
 * @public
 */
export interface ImportField {
  /** Stable name and header of exports, such as `financials.purchase.date`. */
  id: string;
  /** What people call it. */
  label: string;
  /** What its cells hold. */
  type: ImportFieldType;
  /** Whether it belongs to the spec, the metadata, or helps to read others. */
  part: 'spec' | 'metadata' | 'derived';
  /** Names on the way to the value within its part. */
  path: readonly string[];
  /** What it is for. */
  description: string;
  /** Whether a record cannot do without it. */
  required: boolean;
  /** Whether it is money, which only some may see. */
  money: boolean;
  /** Cells as they may be written. */
  examples: readonly string[];
  /** For `enum` and `status`: the values there are. */
  values?: readonly string[];
  /** For references: what they may point to. */
  refRole?: RefRoleName;
}
