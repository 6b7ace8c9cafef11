import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseItamSpec } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import {
  declarationRevision,
  declaredPart,
} from '../../stores/declarations/declarationRevision';
import { stage } from '../../stores/declarations/stagedDeclarations';
import { readSetting } from '../../stores/settings/readSetting';
import { requiredEpoch } from './declarationState';

/**
 * What a catalog file declares, as the catalog's processor delivers it.
 */
export interface Declaration {
  /** Ref of the entity. */
  ref: string;
  /** The whole entity as validated, financials included. */
  entity: Entity;
  /** Where it is declared. */
  location?: string;
}

/**
 * Stages a declaration until the catalog has stored its entity with the
 * revision returned. Changes no record.
 *
 * Throws ItamValidationError (an InputError) with all problems of an entity
 * that is not valid, and InputError when the ref is another entity's.
 */
export async function stageDeclaration(
  deps: { database: Knex },
  declaration: Declaration,
  asOf: Date,
): Promise<{ revision: string; epoch: string }> {
  const { database } = deps;
  const { ref } = parseItamSpec(declaration.entity);
  if (ref !== declaration.ref.toLowerCase()) {
    throw new InputError(
      `The entity declared for ${declaration.ref} is ${ref}`,
    );
  }
  const secret = await readSetting(database, settingKeys.secret);
  if (secret === undefined) {
    throw new Error('The register has not been prepared yet');
  }
  const declared = declaredPart(declaration.entity);
  const revision = declarationRevision(secret, declared);
  await database.transaction(async trx => {
    // What is in force already has nothing to wait for.
    const active: unknown = await trx('records')
      .where({ ref, revision, origin: 'declared' })
      .whereNull('retired_at')
      .first('id');
    if (!active) {
      await stage(trx, {
        ref,
        revision,
        payload: JSON.stringify(declared),
        location: declaration.location ?? locationOf(declared),
        stagedAt: asOf.toISOString(),
      });
    }
    await trx('wanted_declarations').where('ref', ref).delete();
  });
  return { revision, epoch: await requiredEpoch(database) };
}

function locationOf(entity: Entity): string | null {
  return (
    entity.metadata.annotations?.['backstage.io/managed-by-location'] ?? null
  );
}
