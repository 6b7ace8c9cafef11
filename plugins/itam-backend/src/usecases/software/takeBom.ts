import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  ItamValidationError,
  LICENSE_VERDICTS,
  type SoftwareAnswer,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import {
  readSoftware,
  replaceSoftware,
} from '../../stores/software/serviceSoftware';
import { lineProblems } from '../records/inputProblems';
import { evaluateServices, type SoftwareConfig } from './evaluateServices';
import { judgedLicenses } from './judgedLicenses';
import { newComponent } from './newComponent';
import { readBom } from './readBom';

/** Organisation is no service. */
const NO_SERVICES: readonly string[] = ['group', 'user'];

/**
 * Takes the bill of materials of a service in the place of the one before,
 * judges its licences, and matches its products. The same again of the same revision changes nothing.
 *
 * Throws NotFoundError (404) for a service that the catalog does not have,
 * ItamValidationError and InputError (400) for what cannot be read.
 */
export async function takeBom(
  deps: { knex: Knex; config: SoftwareConfig },
  serviceRef: string,
  { text, revision }: { text: string; revision: string | null },
  by: { actor: string; at: Date },
): Promise<SoftwareAnswer> {
  const problems = lineProblems('revision', revision ?? undefined);
  if (problems.length > 0) {
    throw new ItamValidationError({
      ref: 'the bill of materials',
      problems,
    });
  }
  const node: { kind: string } | undefined = await deps
    .knex('nodes')
    .where('ref', serviceRef)
    .first('kind');
  if (!node || NO_SERVICES.includes(node.kind)) {
    throw new NotFoundError(`The catalog has no service ${serviceRef}`);
  }
  const { specVersion, components } = readBom(text);
  const digest = createHash('sha256').update(text).digest('base64url');
  return await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    const before = await readSoftware(trx, serviceRef);
    const isSame = before?.digest === digest && before.revision === revision;
    if (!isSame) {
      await replaceSoftware(
        trx,
        {
          serviceRef,
          revision,
          specVersion,
          digest,
          uploadedAt: by.at.toISOString(),
          uploadedBy: by.actor,
        },
        components.map(newComponent),
      );
      await evaluateServices(trx, deps.config, [serviceRef], by.at);
    }
    const stored = await readSoftware(trx, serviceRef);
    const judged = stored
      ? await judgedLicenses(trx, stored.id, deps.config)
      : [];
    return {
      service: serviceRef,
      state: stateOf(before !== undefined, isSame),
      components: components.length,
      verdicts: LICENSE_VERDICTS.map(verdict => ({
        verdict,
        components: judged
          .filter(one => one.verdict === verdict)
          .reduce((sum, one) => sum + one.components, 0),
      })),
    };
  });
}

function stateOf(isKnown: boolean, isSame: boolean): SoftwareAnswer['state'] {
  if (isSame) {
    return 'unchanged';
  }
  return isKnown ? 'replaced' : 'new';
}
