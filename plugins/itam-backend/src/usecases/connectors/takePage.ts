import type {
  SourceFailure,
  SourceRecord,
  SourceUnknown,
} from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import {
  insertProblems,
  insertUnknown,
  type RunProblem,
} from '../../stores/connectors/connectorProblems';
import {
  noteSeen,
  readSourced,
  writeSourced,
  type SourcedRecord,
} from '../../stores/connectors/connectorRecords';
import {
  noCounts,
  type RunCounts,
} from '../../stores/connectors/connectorRuns';
import { textList } from '../../database/idList';
import { integerFromRow } from '../../database/bigints';
import { inputProblem } from '../records/inputProblems';
import type { ChangeActor } from '../registration/changeRecords';
import { writeManyRegistered } from '../registration/writeManyRegistered';
import {
  assessSources,
  fieldsOf,
  type AssessedSource,
  type SourceAssessment,
} from './assessSources';
import { ownedFields } from './fieldClaims';
import { digestOf } from './fieldDigests';
import { withLinkedCells } from './linkedCells';

const COUNT_OF = {
  create: 'created',
  change: 'changed',
  unchanged: 'unchanged',
  error: 'failed',
} as const;

/** A page of a stream, to be taken into the register. */
export interface PageToTake {
  assessment: SourceAssessment;
  runId: number;
  dry: boolean;
  by: ChangeActor;
  records: readonly SourceRecord[];
  failures: readonly SourceFailure[];
  unknown: readonly SourceUnknown[];
  /** Refs of records whose costs cannot be computed, found out before. */
  uncomputable: ReadonlySet<string>;
}

/**
 * Takes a page of a source into the register, in a transaction that no other
 * change of records overlaps. A dry run writes nothing but its counts and
 * problems. Records the run has met before are not taken again.
 *
 * Throws UncomputableRecords.
 */
export async function takePage(
  trx: Knex.Transaction,
  page: PageToTake,
): Promise<RunCounts> {
  const { assessment, runId, dry, by } = page;
  const { connector, stream } = assessment;
  const key = { connectorId: connector.id, stream: stream.id };
  const { fresh, same } = await sorted(trx, page);
  const assessed = await assessSources(trx, assessment, fresh);
  refuseUncomputable(assessed, page.uncomputable);
  const counts = noCounts();
  counts.unchanged += same.length;
  counts.failed += page.failures.length;
  counts.conflicting += same.filter(hasConflicts).length;
  for (const one of assessed) {
    counts[COUNT_OF[one.outcome]] += 1;
    if (one.retiredByOthers || Object.keys(one.claims.conflicts).length > 0) {
      counts.conflicting += 1;
    }
  }
  await insertProblems(trx, runId, [
    ...page.failures.map(
      ({ sourceId, message }): RunProblem => ({
        kind: 'failed',
        stream: stream.id,
        sourceId,
        ref: null,
        message,
      }),
    ),
    ...same.filter(hasConflicts).map(
      ({ sourceId, ref, conflicts }): RunProblem => ({
        kind: 'conflict',
        stream: stream.id,
        sourceId,
        ref,
        message: conflictMessage(Object.keys(conflicts), 'register'),
      }),
    ),
    ...assessed.flatMap(one => problemsOf(assessment, one)),
  ]);
  counts.unknown += await insertUnknown(trx, runId, stream.id, page.unknown);
  if (dry) {
    return counts;
  }
  const writes = assessed.flatMap(({ write, changes }) =>
    write ? [{ ...write, changes }] : [],
  );
  await writeManyRegistered(
    trx,
    assessment.config,
    writes,
    by,
    `From ${connector.title}`,
  );
  const seen = { runId, at: by.at.toISOString() };
  await writeSourced(
    trx,
    assessed.flatMap(one => linkOf(assessment, one, seen) ?? []),
  );
  await noteSeen(
    trx,
    key,
    [
      ...same.map(({ sourceId }) => sourceId),
      ...page.failures.map(({ sourceId }) => sourceId),
      ...assessed
        .filter(({ outcome }) => outcome === 'error')
        .map(({ source }) => source.sourceId),
    ],
    seen,
  );
  return counts;
}

/**
 * The records that have to be looked at, and those of which the source says
 * the same as last time and whose record nobody has changed since.
 */
async function sorted(
  trx: Knex.Transaction,
  { assessment, runId, records }: PageToTake,
): Promise<{ fresh: SourceRecord[]; same: SourcedRecord[] }> {
  const { connector, stream } = assessment;
  const once = [...new Map(records.map(one => [one.sourceId, one])).values()];
  const known = await readSourced(
    trx,
    connector.id,
    stream.id,
    once.map(({ sourceId }) => sourceId),
  );
  const linked = await withLinkedCells(
    trx,
    connector.id,
    once.filter(({ sourceId }) => known.get(sourceId)?.runId !== runId),
  );
  const versions = await livingVersions(
    trx,
    [...known.values()].map(({ ref }) => ref),
  );
  const fresh: SourceRecord[] = [];
  const same: SourcedRecord[] = [];
  for (const source of linked) {
    const link = known.get(source.sourceId);
    if (
      link &&
      link.absentSince === null &&
      link.digest === sourceDigest(assessment, source) &&
      link.version === versions.get(link.ref)
    ) {
      same.push(link);
    } else {
      fresh.push(source);
    }
  }
  return { fresh, same };
}

/** Equal as long as the source says the same and it is read the same way. */
function sourceDigest(
  { connector, stream }: SourceAssessment,
  { cells, defaults, url }: SourceRecord,
): string {
  const { reading, conflicts, defaults: own } = connector.settings;
  return digestOf([
    cells,
    defaults ?? {},
    url ?? null,
    reading,
    conflicts,
    own[stream.kind] ?? {},
  ]);
}

async function livingVersions(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, number>> {
  const rows: { ref: string; version: unknown }[] = await trx('records')
    .whereIn('ref', textList(trx, refs))
    .whereNull('retired_at')
    .select('ref', 'version');
  return new Map(rows.map(row => [row.ref, integerFromRow(row.version)]));
}

function linkOf(
  assessment: SourceAssessment,
  one: AssessedSource,
  seen: { runId: number; at: string },
): SourcedRecord | undefined {
  const { source, write, stored, claims, known, retiredByOthers } = one;
  const { connector, stream } = assessment;
  const ref = write?.record.ref ?? stored?.record.ref;
  if (one.outcome === 'error' || ref === undefined) {
    return undefined;
  }
  if (retiredByOthers && !known) {
    // Somebody retired it before the source was connected.
    return undefined;
  }
  const { title, description, name, namespace } = write?.metadata ?? {
    title: null,
    description: null,
    name: '',
    namespace: '',
  };
  const record =
    write || !stored
      ? {
          spec: write?.record.spec ?? {},
          metadata: {
            name,
            namespace,
            ...(title === null ? {} : { title }),
            ...(description === null ? {} : { description }),
          },
        }
      : fieldsOf(stored);
  return {
    connectorId: connector.id,
    stream: stream.id,
    sourceId: source.sourceId,
    ref,
    url: source.url ?? null,
    owned: ownedFields(stream.kind, source, record, claims),
    conflicts:
      connector.settings.conflicts === 'register' ? claims.conflicts : {},
    digest: sourceDigest(assessment, source),
    version: write ? (stored?.version ?? 0) + 1 : stored?.version ?? 0,
    runId: seen.runId,
    seenAt: seen.at,
    absentSince: null,
  };
}

function problemsOf(
  { connector, stream }: SourceAssessment,
  one: AssessedSource,
): RunProblem[] {
  const about = {
    stream: stream.id,
    sourceId: one.source.sourceId,
    ref: one.ref,
  };
  if (one.outcome === 'error') {
    return [
      {
        ...about,
        kind: 'failed',
        message: one.problems.map(({ message }) => message).join('; '),
      },
    ];
  }
  if (one.retiredByOthers) {
    return [
      {
        ...about,
        kind: 'conflict',
        message: `Retired in the register, and ${connector.title} still has it`,
      },
    ];
  }
  const fields = Object.keys(one.claims.conflicts);
  return fields.length === 0
    ? []
    : [
        {
          ...about,
          kind: 'conflict',
          message: conflictMessage(fields, connector.settings.conflicts),
        },
      ];
}

function conflictMessage(
  fields: readonly string[],
  rule: 'register' | 'source',
): string {
  const what = `Changed in the register: ${fields.join(', ')}`;
  return rule === 'register'
    ? `${what}. The register's value stays`
    : `${what}. The source's value was written over it`;
}

function hasConflicts({ conflicts }: SourcedRecord): boolean {
  return Object.keys(conflicts).length > 0;
}

function refuseUncomputable(
  assessed: AssessedSource[],
  refs: ReadonlySet<string>,
): void {
  for (const one of assessed) {
    if (one.write && refs.has(one.write.record.ref)) {
      one.outcome = 'error';
      one.write = undefined;
      one.problems.push(
        inputProblem(
          'spec.financials.depreciation',
          'uncomputable',
          'months, or a default for its class in the configuration, and a salvage not above the cost',
        ),
      );
    }
  }
}
