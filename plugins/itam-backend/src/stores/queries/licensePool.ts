import type { Entity } from '@backstage/catalog-model';
import {
  addDays,
  isLicenseEntity,
  ITAM_API_VERSION,
  type LicenseSpec,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { textList } from '../../database/idList';
import type { Access } from '../../permissions/access';
import {
  whereBelow,
  whereReadable,
} from '../../permissions/recordFilterToKnex';

/** A licence as positions need it: its seats are counted by the database. */
export interface PooledLicense {
  id: number;
  ref: string;
  title: string;
  /** Without assignments. */
  spec: LicenseSpec;
  /** ISO instant; null while it is live. */
  retiredAt: string | null;
}

interface Row {
  id: unknown;
  ref: string;
  namespace: string;
  name: string;
  title: string;
  spec: string;
  financials: string | null;
  retired_at: string | null;
}

/**
 * The licences the caller may read that were not retired on a day, by id.
 *
 * @param options.asOf - ISO calendar date the position is of
 * @param options.today - ISO calendar date permissions are decided on
 * @param options.product - only those of this product, letter case and outer
 *   spaces aside
 */
export async function readPooledLicenses(
  knex: Knex,
  access: Access,
  options: { asOf: string; today: string; product?: string },
): Promise<PooledLicense[]> {
  const { asOf, today, product } = options;
  const live = () => {
    const query = knex('records')
      .where('records.kind', 'License')
      .where(gone =>
        gone
          .whereNull('records.retired_at')
          .orWhere('records.retired_at', '>=', addDays(asOf, 1)),
      );
    whereReadable(query, access, today);
    return query;
  };
  const query = live();
  if (product !== undefined) {
    // SQLite knows the case of ASCII letters only, so it is compared here.
    const named: { id: number; product: string | null }[] = await live().select(
      'records.id',
      'records.product',
    );
    query.whereIn(
      'records.id',
      named
        .filter(row => sameProduct(row.product ?? '', product))
        .map(row => row.id),
    );
  }
  return await readLicenses(knex, query);
}

/**
 * Those of these licences that were not retired on a day, whoever may read
 * them: to count with, and not to be shown.
 *
 * @param asOf - ISO calendar date
 */
export async function readLicensesNamed(
  knex: Knex,
  refs: readonly string[],
  asOf: string,
): Promise<PooledLicense[]> {
  if (refs.length === 0) {
    return [];
  }
  const licenses = await readLicenses(
    knex,
    knex('records')
      .where('records.kind', 'License')
      .whereIn('records.ref', textList(knex, refs)),
  );
  return licenses.filter(license => isLiveOn(license, asOf));
}

async function readLicenses(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<PooledLicense[]> {
  const rows: Row[] = await query.orderBy('records.id').select(
    'records.id',
    'records.ref',
    'records.namespace',
    'records.name',
    'records.title',
    // Most of a spec are its seats. SQLite cuts them off cheaply; PostgreSQL
    // takes longer for it than they take to be read.
    isPostgres(knex)
      ? 'records.spec'
      : knex.raw(`json_remove(records.spec, '$.assignments') as spec`),
    'records.financials',
    'records.retired_at',
  );
  return rows.map(fromRow);
}

/** Whether a licence was not retired on a day, an ISO calendar date. */
export function isLiveOn(
  { retiredAt }: Pick<PooledLicense, 'retiredAt'>,
  day: string,
): boolean {
  return retiredAt === null || retiredAt >= addDays(day, 1);
}

function sameProduct(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function fromRow(row: Row): PooledLicense {
  const { assignments: _, ...spec } = jsonObject(row.spec);
  const entity: Entity = {
    apiVersion: ITAM_API_VERSION,
    kind: 'License',
    metadata: { name: row.name, namespace: row.namespace },
    spec: {
      ...spec,
      ...(row.financials === null
        ? {}
        : { financials: jsonObject(row.financials) }),
    },
  };
  if (!isLicenseEntity(entity)) {
    throw new Error(`The stored spec of ${row.ref} cannot be read`);
  }
  return {
    id: integerFromRow(row.id),
    ref: row.ref,
    title: row.title,
    spec: entity.spec,
    retiredAt: row.retired_at,
  };
}

function jsonObject(text: string): JsonObject {
  const value: JsonValue = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('An object was expected in a stored licence');
  }
  return value;
}

/**
 * Ids of the licences owned by a group or one below it, or by a user, now.
 */
export async function readLicensesOwnedBelow(
  knex: Knex,
  ownerRef: string,
): Promise<Set<number>> {
  const query = knex('records').where('records.kind', 'License');
  query.where(inner => whereBelow(inner, 'records.owner_ref', [ownerRef]));
  const rows: { id: unknown }[] = await query.select('records.id');
  return new Set(rows.map(row => integerFromRow(row.id)));
}
