import {
  countsFound,
  isEffective,
  licensePools,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readLicensedItems } from '../../stores/discoveries/licensedItems';
import {
  readLicensesNamed,
  type PooledLicense,
} from '../../stores/queries/licensePool';
import type { PoolItem } from '../../stores/queries/licensePoolFound';

/**
 * The discovered products that each pool counts on a day. A product that
 * several pools in effect could count is counted by none, since nobody says
 * which; so is one of a pool of which only a part is asked about.
 *
 * @param asOf - ISO calendar date
 */
export async function readPoolItems(
  knex: Knex,
  pools: readonly PooledLicense[][],
  asOf: string,
): Promise<PoolItem[]> {
  const given = pools.flat();
  const items = await readLicensedItems(
    knex,
    given
      .filter(({ spec }) => countsFound(spec.metric) && isEffective(spec, asOf))
      .map(({ ref }) => ref),
  );
  if (items.length === 0) {
    return [];
  }
  const isGiven = new Set(given.map(({ ref }) => ref));
  const others = await readLicensesNamed(
    knex,
    [...new Set(items.flatMap(({ licenses }) => licenses))].filter(
      ref => !isGiven.has(ref),
    ),
    asOf,
  );
  // Given ones come first, so that their pools keep their numbers.
  const poolOf = new Map(
    licensePools([...given, ...others]).flatMap((pool, number) =>
      pool
        .filter(
          ({ spec }) => countsFound(spec.metric) && isEffective(spec, asOf),
        )
        .map(({ ref }) => [ref, number] as const),
    ),
  );
  return items.flatMap(({ id, licenses }) => {
    const counting = licenses.filter(ref => poolOf.has(ref));
    const numbers = new Set(counting.flatMap(ref => poolOf.get(ref) ?? []));
    const [pool] = numbers;
    return numbers.size === 1 && counting.every(ref => isGiven.has(ref))
      ? [{ itemId: id, pool }]
      : [];
  });
}
