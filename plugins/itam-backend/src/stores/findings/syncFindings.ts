import {
  plainDateOf,
  type PolicyFinding,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bulkInsert } from '../../database/bulkInsert';
import { textList } from '../../database/idList';
import { appendFindingHistory } from './findingHistory';
import {
  findingColumns,
  findingFromRow,
  isFinancial,
  severityRank,
  type FindingRow,
  type FindingState,
  type StoredFinding,
} from './findingRow';

/** What findings are about: a record, a discovered item or a service. */
export interface FindingSubject {
  /** Ref of the record or service, or `discovery:<id>`. */
  ref: string;
  recordId: number | null;
  itemId: number | null;
  /** Of a service, whose components it is about. */
  serviceRef?: string;
  /** What it breaks now. */
  findings: readonly PolicyFinding[];
}

const columnTypes = {
  record_id: 'integer',
  item_id: 'integer',
  service_ref: 'text',
  subject_ref: 'text',
  rule: 'text',
  subject: 'text',
  area: 'text',
  severity: 'integer',
  message: 'text',
  variant: 'text',
  variant_values: 'text',
  path: 'text',
  financial: 'boolean',
  state: 'text',
  first_seen: 'text',
  changed_at: 'text',
  version: 'integer',
} as const;

interface StateChange {
  id: number;
  state: FindingState;
  reason?: string;
}

/**
 * Brings the stored findings of subjects to what they break now: new ones are
 * open, those found again are open again, those that are over are resolved,
 * and those set aside until a day that has passed are open again. States are
 * kept in the history.
 */
export async function syncFindings(
  trx: Knex.Transaction,
  subjects: readonly FindingSubject[],
  asOf: Date,
): Promise<void> {
  const at = asOf.toISOString();
  const refs = subjects.map(({ ref }) => ref);
  const stored = await readFindingsOf(trx, refs);
  const states: StateChange[] = [];
  const added: { subject: FindingSubject; finding: PolicyFinding }[] = [];
  for (const subject of subjects) {
    for (const finding of subject.findings) {
      const key = keyOf(subject.ref, finding);
      const before = stored.get(key);
      stored.delete(key);
      if (before) {
        states.push(...(await follow(trx, before, finding, asOf)));
      } else {
        added.push({ subject, finding });
      }
    }
  }
  for (const gone of stored.values()) {
    if (gone.state !== 'resolved') {
      await writeState(trx, gone, at, { state: 'resolved' });
      states.push({ id: gone.id, state: 'resolved' });
    }
  }
  await insertFindings(trx, added, at);
  if (added.length > 0) {
    const now = await readFindingsOf(trx, refs);
    for (const { subject, finding } of added) {
      const inserted = now.get(keyOf(subject.ref, finding));
      if (inserted) {
        states.push({ id: inserted.id, state: 'open' });
      }
    }
  }
  await appendFindingHistory(
    trx,
    states.map(({ id, state, reason }) => ({
      findingId: id,
      at,
      actor: null,
      state,
      reason: reason ?? null,
      until: null,
    })),
  );
}

/** Carries what a finding says now into the stored one. */
async function follow(
  trx: Knex.Transaction,
  before: StoredFinding,
  finding: PolicyFinding,
  asOf: Date,
): Promise<StateChange[]> {
  const at = asOf.toISOString();
  if (
    before.message !== finding.message ||
    before.variant !== finding.variant ||
    JSON.stringify(before.values) !== JSON.stringify(finding.values) ||
    before.severity !== finding.severity ||
    before.area !== finding.area ||
    before.path !== (finding.path ?? null)
  ) {
    await trx('findings')
      .where('id', before.id)
      .update({
        message: finding.message,
        variant: finding.variant,
        variant_values: JSON.stringify(finding.values),
        severity: severityRank(finding.severity),
        area: finding.area,
        path: finding.path ?? null,
        financial: isFinancial(finding),
      });
  }
  if (before.state === 'resolved') {
    await writeState(trx, before, at, { state: 'open', first_seen: at });
    return [{ id: before.id, state: 'open' }];
  }
  if (
    before.state === 'accepted' &&
    (before.acceptedUntil ?? '') < plainDateOf(asOf)
  ) {
    await writeState(trx, before, at, { state: 'open' });
    return [
      {
        id: before.id,
        state: 'open',
        reason: `It was set aside until ${before.acceptedUntil}`,
      },
    ];
  }
  return [];
}

async function writeState(
  trx: Knex.Transaction,
  { id, version }: StoredFinding,
  at: string,
  values: { state: FindingState; first_seen?: string },
): Promise<void> {
  await trx('findings')
    .where('id', id)
    .update({
      ...values,
      changed_at: at,
      reason: null,
      accepted_by: null,
      accepted_until: null,
      version: version + 1,
    });
}

async function insertFindings(
  trx: Knex.Transaction,
  added: readonly { subject: FindingSubject; finding: PolicyFinding }[],
  at: string,
): Promise<void> {
  await bulkInsert(
    trx,
    'findings',
    columnTypes,
    added.map(({ subject, finding }) => [
      subject.recordId,
      subject.itemId,
      subject.serviceRef ?? null,
      subject.ref,
      finding.rule,
      finding.subject,
      finding.area,
      severityRank(finding.severity),
      finding.message,
      finding.variant,
      JSON.stringify(finding.values),
      finding.path ?? null,
      isFinancial(finding),
      'open',
      at,
      at,
      1,
    ]),
  );
}

async function readFindingsOf(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, StoredFinding>> {
  const rows: FindingRow[] = await trx('findings')
    .whereIn('subject_ref', textList(trx, refs))
    .select(findingColumns);
  return new Map(
    rows
      .map(findingFromRow)
      .map(finding => [keyOf(finding.subjectRef, finding), finding]),
  );
}

function keyOf(
  ref: string,
  { rule, subject }: { rule: string; subject: string },
): string {
  return JSON.stringify([ref, rule, subject]);
}
