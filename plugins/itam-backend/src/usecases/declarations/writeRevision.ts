import type { Entity } from '@backstage/catalog-model';
import {
  costAffects,
  mergeDeclared,
  parseItamSpec,
  plainDateOf,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { declaredEntityFromJson } from '../../stores/declarations/declaredEntity';
import type { StagedDeclaration } from '../../stores/declarations/stagedDeclarations';
import { appendHistory } from '../../stores/records/appendHistory';
import { changedPaths } from '../../stores/records/changedPaths';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { mentionsOf } from '../../stores/records/loadCostContext';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { writeDeclaredRecord } from '../../stores/records/writeDeclaredRecord';
import { checkAgainstRegister, identifierKeys } from './registerChecks';

/**
 * What has to be computed anew after a record was written.
 */
export interface WrittenRevision {
  /** Refs of the record and of all whose costs may have changed with it. */
  affected: Set<string>;
  /** Whether the costs of other records depend on this one, or its on theirs. */
  touchesOthers: boolean;
}

/**
 * What has to stay still while a staged revision is checked and written.
 */
export function lockedKeys(staged: StagedDeclaration): string[] {
  return identifierKeys(declaredRecord(staged, undefined, '1970-01-01').record);
}

/**
 * Writes the record a staged revision declares, with its history; what was
 * staged, wanted or reported of the ref up to it is settled. Costs are the
 * caller's to compute.
 *
 * Throws `DeclarationRefused` when the register refuses it.
 */
export async function writeRevision(
  trx: Knex.Transaction,
  staged: StagedDeclaration,
  asOf: Date,
): Promise<WrittenRevision> {
  const { ref, revision } = staged;
  const stored = (await readStoredRecords(trx, [ref])).get(ref);
  if (stored && isInForce(stored, revision)) {
    await settle(trx, staged);
    return { affected: new Set(), touchesOthers: false };
  }
  const { record, entity } = declaredRecord(
    staged,
    stored?.record,
    plainDateOf(asOf),
  );
  await checkAgainstRegister(trx, record, stored);
  const metadata = metadataOf(entity, staged.location);
  // Who mentions the record stays the same; what it says itself may not.
  const affected = await recordsAffectedBy(trx, [ref, ...costAffects(record)]);
  await writeDeclaredRecord(trx, { record, metadata, revision, stored, asOf });
  await appendHistory(trx, {
    ref,
    at: asOf,
    actor: 'catalog',
    action: actionOf(stored),
    changes: stored ? changesOf(stored, record, metadata) : [],
    revision,
  });
  await settle(trx, staged);
  return {
    affected,
    touchesOthers:
      affected.size > 1 ||
      mentionsOf(record).length > 0 ||
      (stored !== undefined && mentionsOf(stored.record).length > 0),
  };
}

function declaredRecord(
  staged: StagedDeclaration,
  previous: CostRecord | undefined,
  date: string,
): { record: CostRecord; entity: Entity } {
  const entity = declaredEntityFromJson(staged.payload);
  const { kind, spec } = parseItamSpec(entity);
  return {
    entity,
    record: mergeDeclared(previous, staged.ref, kind, spec, date),
  };
}

function isInForce(stored: StoredRecord, revision: string): boolean {
  return (
    stored.origin === 'declared' &&
    stored.revision === revision &&
    stored.retiredAt === null
  );
}

function metadataOf(entity: Entity, location: string | null): RecordMetadata {
  const { name, namespace, title, description, annotations } = entity.metadata;
  return {
    namespace: namespace?.toLowerCase() ?? 'default',
    name,
    title: title ?? null,
    description: description ?? null,
    sourceLocation:
      annotations?.['backstage.io/source-location'] ??
      annotations?.['backstage.io/managed-by-location'] ??
      location,
  };
}

function actionOf(
  stored: StoredRecord | undefined,
): 'declared' | 'changed' | 'restored' {
  if (!stored) {
    return 'declared';
  }
  return stored.retiredAt === null ? 'changed' : 'restored';
}

function changesOf(
  stored: StoredRecord,
  record: CostRecord,
  metadata: RecordMetadata,
): string[] {
  return changedPaths(
    {
      title: stored.title,
      description: stored.description,
      sourceLocation: stored.sourceLocation,
      spec: stored.record.spec,
    },
    {
      title: metadata.title ?? metadata.name,
      description: metadata.description,
      sourceLocation: metadata.sourceLocation,
      spec: record.spec,
    },
  );
}

/**
 * Nothing about the ref is open any more, up to this declaration. Only the
 * claim of another file stays: that the holder's own declaration is in force
 * does not end it, and the catalog tells of it once.
 */
async function settle(
  trx: Knex.Transaction,
  staged: StagedDeclaration,
): Promise<void> {
  const { ref, stagedAt } = staged;
  // A later one may still be confirmed.
  await trx('declarations')
    .where('ref', ref)
    .where('staged_at', '<=', stagedAt)
    .delete();
  await trx('incidents')
    .where('ref', ref)
    .where(open =>
      open
        .whereNot('source', 'catalog')
        .orWhereNot('kind', 'conflict')
        .orWhere('claimant', staged.location ?? ''),
    )
    .delete();
  await trx('wanted_declarations').where('ref', ref).delete();
  await trx('absent_records').where('ref', ref).delete();
}
