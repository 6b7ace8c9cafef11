import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../../stores/settings/readSetting';

/**
 * The secret that signs what the register hands out and takes back.
 *
 * Throws ServiceUnavailableError before the register has set itself up.
 */
export async function readRegisterSecret(knex: Knex): Promise<string> {
  const secret = await readSetting(knex, settingKeys.secret);
  if (!secret) {
    throw new ServiceUnavailableError('The register is starting');
  }
  return secret;
}
