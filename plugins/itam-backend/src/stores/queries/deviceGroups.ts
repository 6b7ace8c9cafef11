import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
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

/** A whole number in the spec of the record `r`. */
export function specField(knex: Knex, name: 'cores' | 'processors'): string {
  return isPostgres(knex)
    ? `cast(cast(r.spec as jsonb) ->> '${name}' as int)`
    : `json_extract(r.spec, '$.${name}')`;
}

/** Rows of pool, record_id, cores, processors and devices as groups. */
export function deviceGroupsFrom(answer: unknown): DeviceGroup[] {
  return rowsOf(answer).flatMap(row =>
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
