import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  numberedName,
  type ImportedRow,
  type ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { inputProblem } from '../records/inputProblems';
import { holdersOf } from '../registration/freeName';
import type { RowWrite } from './assessRows';

/** Numbers tried at once for a name that is taken. */
const NAMES_AT_ONCE = 100;
const NAMES_AT_MOST = 10_000;

/** A row that may write a new record. */
export interface NamedRow {
  outcome: string;
  problems: ImportProblem[];
  ref: string | null;
  write?: RowWrite;
}

/**
 * Sees to it that new records have names of their own: those that were made
 * up get a number where they are taken; those that were given are refused.
 */
export async function giveNames(
  database: Knex,
  rows: readonly NamedRow[],
  read: readonly Pick<ImportedRow, 'nameGiven'>[],
): Promise<void> {
  const fresh = rows.flatMap((row, at) =>
    row.write && row.write.stored === undefined
      ? [{ row, write: row.write, nameGiven: read[at].nameGiven }]
      : [],
  );
  const held = await holdersOf(
    database,
    fresh.map(({ write }) => write.record.ref),
  );
  const taken = new Set(held.keys());
  for (const { row, write, nameGiven } of fresh) {
    const { ref } = write.record;
    if (!taken.has(ref)) {
      taken.add(ref);
      continue;
    }
    if (nameGiven && held.has(ref)) {
      row.outcome = 'error';
      row.write = undefined;
      row.problems.push({
        ...inputProblem('metadata.name', 'taken', 'an id no record has'),
        field: 'name',
      });
      continue;
    }
    const name = await freeName(database, write, taken);
    const freeRef = refOf(write, name);
    taken.add(freeRef);
    row.ref = freeRef;
    row.write = {
      ...write,
      record: { ...write.record, ref: freeRef },
      metadata: { ...write.metadata, name },
    };
  }
}

function refOf(
  { record, metadata }: NonNullable<NamedRow['write']>,
  name: string,
): string {
  return stringifyEntityRef({
    kind: record.kind,
    namespace: metadata.namespace,
    name,
  });
}

async function freeName(
  database: Knex,
  write: NonNullable<NamedRow['write']>,
  taken: ReadonlySet<string>,
): Promise<string> {
  const { name } = write.metadata;
  for (let first = 2; first <= NAMES_AT_MOST; first += NAMES_AT_ONCE) {
    const names = Array.from({ length: NAMES_AT_ONCE }, (_, index) =>
      numberedName(name, first + index),
    );
    const held = await holdersOf(
      database,
      names.map(one => refOf(write, one)),
    );
    const free = names.find(one => {
      const ref = refOf(write, one);
      return !held.has(ref) && !taken.has(ref);
    });
    if (free !== undefined) {
      return free;
    }
  }
  throw new Error(`Too many records are named ${name}`);
}
