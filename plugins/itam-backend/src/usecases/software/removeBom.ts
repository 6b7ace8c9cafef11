import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import { deleteSoftware } from '../../stores/software/serviceSoftware';
import { syncFindings } from '../../stores/findings/syncFindings';
import { matchFound, type SoftwareConfig } from './evaluateServices';
import { findProducts } from './findProducts';

/**
 * Takes the bill of materials of a service away: its components, the findings
 * about their licences, and what it says of products. Also of a service that
 * has left the catalog.
 *
 * Throws NotFoundError (404) where there is none.
 */
export async function removeBom(
  deps: { knex: Knex; config: SoftwareConfig },
  serviceRef: string,
  at: Date,
): Promise<void> {
  await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    if (!(await deleteSoftware(trx, serviceRef))) {
      throw new NotFoundError(`No bill of materials of ${serviceRef}`);
    }
    await syncFindings(
      trx,
      [
        {
          ref: serviceRef,
          recordId: null,
          itemId: null,
          serviceRef,
          findings: [],
        },
      ],
      at,
    );
    const found = await findProducts(trx, deps.config, serviceRef, undefined);
    await matchFound(trx, deps.config, found, at);
  });
}
