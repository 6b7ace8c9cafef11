import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  numberedName,
  RecordHeldError,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { textList } from '../../database/idList';
import { refKey } from '../declarations/registerChecks';
import type { OpenChange } from './changeRecords';

/** Numbers tried with one question. */
const NAMES_AT_ONCE = 100;
const NAMES_AT_MOST = 10_000;

/** What a name is looked for. */
export interface WantedName {
  kind: ItamKind;
  namespace: string;
  name: string;
}

/**
 * Takes a name that was asked for.
 *
 * Throws RecordHeldError (409) when a record or a staged declaration has it.
 */
export async function takeName(
  change: OpenChange,
  wanted: WantedName,
): Promise<string> {
  const ref = stringifyEntityRef(wanted);
  await change.lock([refKey(ref)]);
  const heldBy = (await holdersOf(change.trx, [ref])).get(ref);
  if (heldBy) {
    throw new RecordHeldError({ ref, heldBy });
  }
  return wanted.name;
}

/**
 * Takes a name that was made up: with a number when it is taken.
 *
 * Throws ConflictError when thousands of that name exist.
 */
export async function takeFreeName(
  change: OpenChange,
  wanted: WantedName,
): Promise<string> {
  const refOf = (name: string) => stringifyEntityRef({ ...wanted, name });
  for (let first = 1; first <= NAMES_AT_MOST; first += NAMES_AT_ONCE) {
    const names = Array.from({ length: NAMES_AT_ONCE }, (_, index) =>
      first + index === 1
        ? wanted.name
        : numberedName(wanted.name, first + index),
    );
    const held = await holdersOf(change.trx, names.map(refOf));
    for (const name of names) {
      const ref = refOf(name);
      if (!held.has(ref)) {
        await change.lock([refKey(ref)]);
        // Somebody may have taken it before it was locked.
        if (!(await holdersOf(change.trx, [ref])).has(ref)) {
          return name;
        }
      }
    }
  }
  throw new ConflictError(
    `Too many records are named ${wanted.name}; give the record a name`,
  );
}

/** Of these refs, who holds those that are held. */
export async function holdersOf(
  trx: Knex,
  refs: string[],
): Promise<Map<string, 'declared' | 'registered'>> {
  const records: { ref: string; origin: string }[] = await trx('records')
    .whereIn('ref', textList(trx, refs))
    .select('ref', 'origin');
  const staged: { ref: string }[] = await trx('declarations')
    .whereIn('ref', textList(trx, refs))
    .select('ref');
  return new Map([
    ...staged.map(({ ref }): [string, 'declared'] => [ref, 'declared']),
    ...records.map(({ ref, origin }): [string, 'declared' | 'registered'] => [
      ref,
      origin === 'declared' ? 'declared' : 'registered',
    ]),
  ]);
}
