import {
  readPooledLicenses,
  type PooledLicense,
} from '../../stores/queries/licensePool';
import type { ReadContext, ReadDeps } from '../records/readContext';

/**
 * The licences of a licence's pool: all of its product and metric that the
 * caller may read. A retired licence is in no pool; its own figures are still
 * its own.
 *
 * @param asOf - ISO calendar date; those retired since are in it
 */
export async function readPool(
  deps: Pick<ReadDeps, 'knex'>,
  context: ReadContext,
  of: PooledLicense,
  asOf: string,
): Promise<PooledLicense[]> {
  const { metric, product } = of.spec;
  const licenses = await readPooledLicenses(deps.knex, context.access, {
    asOf,
    today: context.today,
    product,
  });
  const pool = licenses.filter(({ spec }) => spec.metric === metric);
  return pool.some(({ id }) => id === of.id) ? pool : [of];
}
