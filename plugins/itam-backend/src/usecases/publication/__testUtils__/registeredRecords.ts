import type { Entity } from '@backstage/catalog-model';
import {
  mergeDeclared,
  parseItamSpec,
  plainDateOf,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { appendHistory } from '../../../stores/records/appendHistory';
import { readStoredRecords } from '../../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../../stores/records/writeRegisteredRecord';
import { mergeRegistered } from '../../registration/mergeRegistered';

const ACTOR = 'user:default/manager';

/** Writes a registered record, new or changed, with its history. */
export async function writeRegistered(
  database: Knex,
  entity: Entity,
  asOf: Date,
  effectiveFrom: string = plainDateOf(asOf),
): Promise<void> {
  await database.transaction(trx =>
    writeRegisteredIn(trx, entity, asOf, effectiveFrom),
  );
}

/** The same inside a transaction that is not over yet. */
export async function writeRegisteredIn(
  trx: Knex.Transaction,
  entity: Entity,
  asOf: Date,
  effectiveFrom: string = plainDateOf(asOf),
): Promise<void> {
  const parsed = parseItamSpec(entity);
  const { ref, kind, spec } = parsed;
  const stored = (await readStoredRecords(trx, [ref])).get(ref);
  const { name, title, description } = entity.metadata;
  await writeRegisteredRecord(trx, {
    record: stored
      ? mergeRegistered(stored.record, parsed, effectiveFrom)
      : mergeDeclared(undefined, ref, kind, spec, effectiveFrom),
    metadata: {
      namespace: 'default',
      name,
      title: title ?? null,
      description: description ?? null,
      sourceLocation: null,
    },
    stored,
    holder: { from: effectiveFrom, by: ACTOR, at: asOf },
    asOf,
  });
  await note(trx, ref, stored ? 'changed' : 'registered', asOf);
}

/** Retires a registered record. */
export async function retireRegistered(
  database: Knex,
  ref: string,
  asOf: Date,
): Promise<void> {
  await database.transaction(async trx => {
    await trx('records')
      .where({ ref })
      .update({ retired_at: asOf.toISOString() });
    await note(trx, ref, 'retired', asOf);
  });
}

async function note(
  trx: Knex.Transaction,
  ref: string,
  action: 'changed' | 'registered' | 'retired',
  asOf: Date,
): Promise<void> {
  await appendHistory(trx, {
    ref,
    at: asOf,
    actor: ACTOR,
    action,
    changes: [],
    revision: null,
  });
}
