import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import {
  lockKeys,
  requireKeys,
  withChangeLock,
  withExclusiveLock,
} from '../../database/locks';
import {
  readStaged,
  type StagedDeclaration,
} from '../../stores/declarations/stagedDeclarations';
import { loadCostContext } from '../../stores/records/loadCostContext';
import { recomputeAffected } from '../costs/recomputeAffected';
import { DeclarationRefused, refKey } from './registerChecks';
import { lockedKeys, writeRevision } from './writeRevision';

/** Gives a transaction up for the sake of these refs. */
class Uncomputable extends Error {
  constructor(readonly refs: string[]) {
    super('Costs cannot be computed');
    this.name = 'Uncomputable';
  }
}

/**
 * A revision of a ref that the catalog has stored.
 */
export interface ConfirmedRevision {
  ref: string;
  revision: string;
}

/**
 * Puts a staged revision in force: the record, its history, its costs and
 * those of every record that depends on it, in one transaction.
 *
 * Returns false when the revision is no longer staged. Throws
 * {@link DeclarationRefused}, and changes nothing, when the register refuses
 * it.
 */
export async function activateRevision(
  deps: { database: Knex; config: RegisterConfig },
  confirmed: ConfirmedRevision,
  asOf: Date,
): Promise<boolean> {
  return await withChangeLock(deps.database, async (trx, mode, held) => {
    const { ref, revision } = confirmed;
    const staged = await readStaged(trx, ref, revision);
    if (!staged) {
      return false;
    }
    const own = lockedKeys(staged);
    await lockKeys(trx, own);
    const written = await writeRevision(trx, staged, asOf);
    if (written.touchesOthers) {
      // What is computed, and what it is computed from, has to stay still.
      const context = await loadCostContext(trx, written.affected);
      requireKeys(mode, held, [...own, ...[...context.looksAt].map(refKey)]);
    }
    const uncomputable = await recomputeAffected(
      trx,
      deps.config,
      written.affected,
      asOf,
    );
    if (uncomputable.includes(ref)) {
      throw uncomputableRefusal();
    }
    return true;
  });
}

/**
 * Puts many staged revisions in force in one transaction, and computes what
 * depends on them once. What the register refuses is left out and returned;
 * what is no longer staged is passed over.
 */
export async function activateTogether(
  deps: { database: Knex; config: RegisterConfig },
  confirmed: readonly ConfirmedRevision[],
  asOf: Date,
): Promise<Map<string, DeclarationRefused>> {
  const refused = new Map<string, DeclarationRefused>();
  for (;;) {
    const taken = confirmed.filter(({ ref }) => !refused.has(ref));
    const uncomputable = await tryTogether(deps, taken, refused, asOf);
    if (uncomputable.length === 0) {
      return refused;
    }
    uncomputable.forEach(ref => refused.set(ref, uncomputableRefusal()));
  }
}

/** Returns the refs for whose sake the transaction was given up. */
async function tryTogether(
  deps: { database: Knex; config: RegisterConfig },
  confirmed: readonly ConfirmedRevision[],
  refused: Map<string, DeclarationRefused>,
  asOf: Date,
): Promise<string[]> {
  try {
    await withExclusiveLock(deps.database, async trx => {
      const affected = new Set<string>();
      for (const { ref, revision } of confirmed) {
        const staged = await readStaged(trx, ref, revision);
        const outcome = staged && (await writeOrRefuse(trx, staged, asOf));
        if (outcome instanceof DeclarationRefused) {
          refused.set(ref, outcome);
        } else {
          outcome?.forEach(one => affected.add(one));
        }
      }
      const uncomputable = await recomputeAffected(
        trx,
        deps.config,
        affected,
        asOf,
      );
      const declared = confirmed
        .map(({ ref }) => ref)
        .filter(ref => uncomputable.includes(ref) && !refused.has(ref));
      if (declared.length > 0) {
        throw new Uncomputable(declared);
      }
    });
    return [];
  } catch (error) {
    if (error instanceof Uncomputable) {
      return error.refs;
    }
    throw error;
  }
}

async function writeOrRefuse(
  trx: Knex.Transaction,
  staged: StagedDeclaration,
  asOf: Date,
): Promise<Set<string> | DeclarationRefused> {
  try {
    return await trx.transaction(
      async inner => (await writeRevision(inner, staged, asOf)).affected,
    );
  } catch (error) {
    if (error instanceof DeclarationRefused) {
      return error;
    }
    throw error;
  }
}

function uncomputableRefusal(): DeclarationRefused {
  return new DeclarationRefused({
    incident: 'error',
    message:
      'spec.financials.depreciation: cannot be computed; it needs months, or a default for its class in the configuration, and a salvage not above the cost',
  });
}
