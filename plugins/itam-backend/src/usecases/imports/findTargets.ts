import type { ImportProblem } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  recordsByIdentity,
  type IdentifiedRecord,
} from '../../stores/queries/recordsByIdentity';
import { inputProblem } from '../records/inputProblems';
import type { RowIdentity } from './readRow';

/** The record that a row is about. */
export interface Target {
  /** Undefined for a new record. */
  ref: string | undefined;
  problems: ImportProblem[];
}

/**
 * Finds the record each row is about: by its tag, else by its serial number
 * and manufacturer, else by its id. A retired record is one of last resort.
 * Identities that name different records are problems of the row.
 */
export async function findTargets(
  database: Knex,
  rows: readonly RowIdentity[],
): Promise<Target[]> {
  const known = await recordsByIdentity(database, {
    refs: unique(rows.map(({ ref }) => ref)),
    tags: unique(rows.map(({ tag }) => tag)),
    serialNumbers: unique(rows.map(({ serial }) => serial?.serialNumber)),
  });
  const byTag = grouped(known, record => record.tag);
  const bySerial = grouped(known, record =>
    record.serialNumber !== null && record.manufacturer !== null
      ? serialKey(record.manufacturer, record.serialNumber)
      : null,
  );
  const byRef = new Map(known.map(record => [record.ref, record]));
  return rows.map(row => {
    const candidates = [
      { field: 'tag', one: pick(byTag.get(row.tag ?? '')) },
      {
        field: 'serialNumber',
        one: pick(
          row.serial &&
            bySerial.get(
              serialKey(row.serial.manufacturer, row.serial.serialNumber),
            ),
        ),
      },
      { field: 'name', one: row.ref ? byRef.get(row.ref) : undefined },
    ].flatMap(({ field, one }) => (one ? [{ field, one }] : []));
    const living = candidates.filter(({ one }) => !one.retired);
    const target = (living[0] ?? candidates[0])?.one.ref;
    const problems = living
      .filter(({ one }) => one.ref !== target)
      .map(({ field }) => disagreement(field));
    if (
      row.refGiven &&
      target !== undefined &&
      target !== row.ref &&
      problems.length === 0
    ) {
      // Its own retired record, or none, has the id: ids do not change.
      problems.push(disagreement('name'));
    }
    return { ref: target, problems };
  });
}

function disagreement(field: string): ImportProblem {
  return {
    ...inputProblem(
      field === 'name' ? 'metadata.name' : `spec.${field}`,
      'identifiers-disagree',
      'identifiers of one record: tag, serial number and id belong to different ones',
    ),
    field,
  };
}

/** The living record; a retired one only when there is no other. */
function pick(
  records: readonly IdentifiedRecord[] | undefined,
): IdentifiedRecord | undefined {
  const living = records?.find(({ retired }) => !retired);
  return living ?? (records?.length === 1 ? records[0] : undefined);
}

function serialKey(manufacturer: string, serialNumber: string): string {
  return JSON.stringify([manufacturer, serialNumber]);
}

function grouped(
  records: readonly IdentifiedRecord[],
  keyOf: (record: IdentifiedRecord) => string | null,
): Map<string, IdentifiedRecord[]> {
  const groups = new Map<string, IdentifiedRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== null) {
      groups.set(key, [...(groups.get(key) ?? []), record]);
    }
  }
  return groups;
}

function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap(text => text ?? []))];
}
