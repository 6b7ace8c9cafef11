import {
  DuplicateIdentifierError,
  PartOfCycleError,
  RecordHeldError,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  findPartOfCycle,
  findTakenIdentifier,
} from '../../stores/records/recordConflicts';
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
  const taken = await findTakenIdentifier(database, record);
  if (taken) {
    throw duplicate(record.ref, taken.field, taken.holder);
  }
  const cycle = await findPartOfCycle(database, record);
  if (cycle) {
    throw new DeclarationRefused({
      incident: 'error',
      message: new PartOfCycleError({ cycle }).message,
    });
  }
}

/**
 * Key of a record that has to stay still.
 */
export function refKey(ref: string): string {
  return `ref ${ref}`;
}

/**
 * What has to stay still while a record is checked and written.
 */
export function identifierKeys(record: CostRecord): string[] {
  const keys = [refKey(record.ref)];
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
