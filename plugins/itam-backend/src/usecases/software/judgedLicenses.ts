import {
  judgeLicenses,
  LICENSE_VERDICTS,
  licensePolicyOf,
  type LicenseVerdict,
  type StatedLicense,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { countLicenses } from '../../stores/software/serviceSoftware';
import type { SoftwareConfig } from './evaluateServices';
import { licensesFromStored } from './statedLicenses';

/** Licences that components of a service state, and what the policy says. */
export interface JudgedLicenses {
  /** As they are stored. */
  licenses: string;
  stated: StatedLicense[];
  verdict: LicenseVerdict;
  components: number;
}

/** The licences of a service, the worst first, then the most frequent. */
export async function judgedLicenses(
  database: Knex,
  softwareId: number,
  { policies }: SoftwareConfig,
): Promise<JudgedLicenses[]> {
  const policy = licensePolicyOf(policies.settings);
  const counts = await countLicenses(database, softwareId);
  return counts
    .map(({ licenses, components }) => {
      const stated = licensesFromStored(licenses);
      return {
        licenses,
        stated,
        verdict: judgeLicenses(stated, policy),
        components,
      };
    })
    .sort(
      (a, b) =>
        LICENSE_VERDICTS.indexOf(b.verdict) -
        LICENSE_VERDICTS.indexOf(a.verdict),
    );
}
