import {
  DuplicateIdentifierError,
  PartOfCycleError,
  RecordHeldError,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { StoredRecord } from '../../stores/records/storedRecord';

/**
 * A declaration the register refuses for what other records say.
 */
export class DeclarationRefused extends Error {
  /** Whether it is wrong, or claims a ref that is held. */
  readonly incident: 'error' | 'conflict';
  /** Ref or origin of who has what was claimed; not part of the message. */
  readonly holder: string | null;

  constructor(facts: {
    incident: 'error' | 'conflict';
    message: string;
    holder?: string;
  }) {
    super(facts.message);
    this.name = 'DeclarationRefused';
    this.incident = facts.incident;
    this.holder = facts.holder ?? null;
  }
}

/**
 * Checks a declared record against all others.
 *
 * Throws {@link DeclarationRefused} when its ref is registered, when its tag,
 * or its serial number of the same manufacturer, is another living record's,
 * or when it would be part of itself.
 */
export async function checkAgainstRegister(
  database: Knex,
  record: CostRecord,
  stored: StoredRecord | undefined,
): Promise<void> {
  if (stored && stored.origin !== 'declared') {
    throw new DeclarationRefused({
      incident: 'conflict',
      message: new RecordHeldError({ ref: record.ref, heldBy: stored.origin })
        .message,
      holder: stored.origin,
    });
  }
  if (record.kind === 'Asset') {
    await checkIdentifiers(database, record.ref, record.spec);
  }
  if (record.kind !== 'License' && record.spec.partOf !== undefined) {
    await checkPartOf(database, record.ref, record.spec.partOf);
  }
}

/**
 * What has to stay still while a record is checked and written.
 */
export function identifierKeys(record: CostRecord): string[] {
  const keys = [`ref ${record.ref}`];
  if (record.kind === 'Asset') {
    const { tag, serialNumber, manufacturer } = record.spec;
    if (tag !== undefined) {
      keys.push(`tag ${tag}`);
    }
    if (serialNumber !== undefined && manufacturer !== undefined) {
      keys.push(`serial ${manufacturer} ${serialNumber}`);
    }
  }
  return keys;
}

async function checkIdentifiers(
  database: Knex,
  ref: string,
  spec: { tag?: string; serialNumber?: string; manufacturer?: string },
): Promise<void> {
  const others = () =>
    database<{ ref: string; retired_at: string | null }>('records')
      .whereNot('ref', ref)
      .whereNull('retired_at')
      .orderBy('ref');
  if (spec.tag !== undefined) {
    const holder = await others().where('tag', spec.tag).first('ref');
    if (holder) {
      throw duplicate(ref, 'tag', holder.ref);
    }
  }
  if (spec.serialNumber !== undefined && spec.manufacturer !== undefined) {
    const holder = await others()
      .where('serial_number', spec.serialNumber)
      .where('manufacturer', spec.manufacturer)
      .first('ref');
    if (holder) {
      throw duplicate(ref, 'serialNumber', holder.ref);
    }
  }
}

function duplicate(
  ref: string,
  field: 'tag' | 'serialNumber',
  holder: string,
): DeclarationRefused {
  return new DeclarationRefused({
    incident: 'error',
    message: new DuplicateIdentifierError({ ref, field }).message,
    holder,
  });
}

async function checkPartOf(
  database: Knex,
  ref: string,
  partOf: string,
): Promise<void> {
  const path = [ref];
  let current: string | null = partOf;
  while (current !== null && !path.includes(current)) {
    path.push(current);
    const row: { part_of_ref: string | null } | undefined = await database(
      'records',
    )
      .where('ref', current)
      .first('part_of_ref');
    current = row?.part_of_ref ?? null;
  }
  if (current === ref) {
    throw new DeclarationRefused({
      incident: 'error',
      message: new PartOfCycleError({ cycle: path }).message,
    });
  }
}
