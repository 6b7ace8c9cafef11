import { setImmediate } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import {
  ITAM_API_VERSION,
  readValidSpec,
  requirementsFor,
  type CostRecord,
  type ImportedRow,
  type ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { rightsUnderMandate, type Mandate } from '../../permissions/mandate';
import type {
  RowOutcome,
  StoredImportRow,
} from '../../stores/imports/importRows';
import type { StoredImport } from '../../stores/imports/storedImport';
import { coveredRefs } from '../../stores/queries/recordsByIdentity';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { datedStateToJson } from '../../stores/records/datedState';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import { findPartOfCycle } from '../../stores/records/recordConflicts';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { recomputeSegments } from '../costs/recomputeSegments';
import { inputProblem } from '../records/inputProblems';
import { recordsWithVisibleCost } from '../records/visibleCosts';
import { changesOf } from '../registration/changesOf';
import { mergeRegistered } from '../registration/mergeRegistered';
import { metadataOf, refuseDeclared } from '../registration/registeredRecord';
import { refuseUnknownSteps } from '../registration/updateRecord';
import { findTargets, type Target } from './findTargets';
import { giveNames } from './giveNames';
import { metadataFrom } from './metadataFrom';
import { newRecord } from './newRecord';
import {
  identityOf,
  keysOf,
  moneyColumns,
  raggedProblems,
  readRow,
} from './readRow';

/** Rows after which other work of the process gets its turn. */
const ROWS_BETWEEN_TURNS = 10;

/** A record as a row wants it to be stored. */
export interface RowWrite {
  record: CostRecord;
  metadata: RecordMetadata;
  /** What is stored of it; undefined for a new one. */
  stored: StoredRecord | undefined;
}

/** What a row would do. */
export interface AssessedRow {
  row: StoredImportRow;
  outcome: RowOutcome;
  problems: ImportProblem[];
  /** Paths that change, without values. */
  changes: string[];
  ref: string | null;
  baseVersion: number | null;
  /** What no other row with other content may share. */
  keys: string[];
  /** For rows that create or update. */
  write?: RowWrite;
}

/** What rows are assessed for. */
export interface Assessment {
  stored: StoredImport;
  mandate: Mandate;
  config: Pick<RegisterConfig, 'depreciation'>;
  /** ISO calendar date. */
  today: string;
  /** Whether costs are computed by whoever asks, and need no look here. */
  costsFollow?: boolean;
}

/** What is known of the record a row is about. */
interface Known {
  target: Target;
  stored: StoredRecord | undefined;
  readable: boolean;
  priced: boolean;
  rights: ReadonlySet<string>;
}

/**
 * Finds out what rows would do to the register as it is now: which records
 * they create or change, and everything that is wrong with them. Looks at the
 * register as the uploader may; nothing is written.
 */
export async function assessRows(
  database: Knex,
  assessment: Assessment,
  rows: readonly StoredImportRow[],
  /** The rows as {@link readRows} read them, when somebody did before. */
  readBefore?: readonly ImportedRow[],
): Promise<AssessedRow[]> {
  const { stored: upload } = assessment;
  const alone = readBefore ?? (await readRows(upload, rows));
  const identities = alone.map(read => identityOf(upload, read));
  const known = await lookUp(
    database,
    assessment,
    await findTargets(database, identities),
  );
  const assessed: AssessedRow[] = [];
  for (const [at, row] of rows.entries()) {
    await turn(at);
    assessed.push({
      ...assessRow(assessment, row, alone[at], known[at]),
      keys: keysOf(identities[at], known[at].target.ref),
    });
  }
  await giveNames(database, assessed, alone);
  await refuseMissingEvidence(database, assessed);
  await refuseCycles(database, assessed);
  return assessed;
}

/** Reads rows by themselves, without looking at the register. */
export async function readRows(
  upload: Pick<StoredImport, 'kind' | 'columns' | 'settings'>,
  rows: readonly StoredImportRow[],
): Promise<ImportedRow[]> {
  const read: ImportedRow[] = [];
  for (const [at, row] of rows.entries()) {
    await turn(at);
    read.push(readRow(upload, row.cells));
  }
  return read;
}

async function turn(at: number): Promise<void> {
  if (at % ROWS_BETWEEN_TURNS === ROWS_BETWEEN_TURNS - 1) {
    await setImmediate();
  }
}

async function lookUp(
  database: Knex,
  { mandate, today }: Assessment,
  targets: readonly Target[],
): Promise<Known[]> {
  const { access } = mandate;
  const refs = [...new Set(targets.flatMap(({ ref }) => ref ?? []))];
  const records = await readStoredRecords(database, refs);
  const readable = await readReadableRecords(database, refs, access, today);
  const priced = await recordsWithVisibleCost(
    database,
    { access, today },
    refs,
  );
  const rights = await rightsUnderMandate(database, mandate, refs, today);
  return targets.map(target => ({
    target,
    stored: target.ref === undefined ? undefined : records.get(target.ref),
    readable: target.ref !== undefined && readable.has(target.ref),
    priced: target.ref !== undefined && priced.has(target.ref),
    rights: rights.get(target.ref ?? '') ?? new Set(),
  }));
}

function assessRow(
  assessment: Assessment,
  row: StoredImportRow,
  alone: ImportedRow,
  known: Known,
): Omit<AssessedRow, 'keys'> {
  const { stored: upload, mandate } = assessment;
  const { target, stored } = known;
  const ragged = raggedProblems(upload, row.cells);
  if (ragged.length > 0) {
    return refused(row, ragged);
  }
  if (!stored) {
    const problems = [...alone.problems, ...target.problems];
    if (!mandate.mayCreate) {
      problems.push(
        inputProblem('row', 'not-allowed', 'a record you may change'),
      );
    }
    return problems.length > 0
      ? refused(row, problems)
      : created(assessment, row, alone);
  }
  if (!known.readable) {
    return refused(row, [
      inputProblem(
        'row',
        'identifier-taken',
        'identifiers that no other record has',
      ),
    ]);
  }
  const hiddenMoney = known.priced ? [] : moneyColumns(upload, row.cells);
  if (hiddenMoney.length > 0) {
    return refused(
      row,
      hiddenMoney.map(column => ({
        ...inputProblem(
          'spec.financials',
          'not-allowed',
          'nothing: you may not change its money',
        ),
        column,
      })),
    );
  }
  const { title, description, ...names } = metadataOf(stored);
  const read = readRow(upload, row.cells, {
    spec: stored.record.spec,
    metadata: {
      name: names.name,
      namespace: names.namespace,
      ...(title === null ? {} : { title }),
      ...(description === null ? {} : { description }),
    },
  });
  const problems = [...read.problems, ...target.problems];
  return problems.length > 0
    ? refused(row, problems, stored.record.ref)
    : changed(assessment, row, read, known, stored);
}

function created(
  assessment: Assessment,
  row: StoredImportRow,
  read: ImportedRow,
): Omit<AssessedRow, 'keys'> {
  const { stored: upload, today } = assessment;
  const write = newRecord(upload.kind, read, today);
  const problems = costProblems(write.record, assessment);
  return problems.length > 0
    ? refused(row, problems)
    : {
        row,
        outcome: 'create',
        problems: [],
        changes: [],
        ref: write.record.ref,
        baseVersion: null,
        write,
      };
}

function changed(
  assessment: Assessment,
  row: StoredImportRow,
  { spec, metadata: read }: ImportedRow,
  { rights }: Known,
  stored: StoredRecord,
): Omit<AssessedRow, 'keys'> {
  const { stored: upload, today } = assessment;
  const { name, namespace, record: before } = stored;
  const parsed = readValidSpec({
    apiVersion: ITAM_API_VERSION,
    kind: upload.kind,
    metadata: { name, namespace },
    spec,
  });
  const metadata = {
    ...metadataFrom({ ...read, name, namespace }),
    sourceLocation: stored.sourceLocation,
  };
  const merged = mergeRegistered(before, parsed, today);
  const retired = stored.retiredAt !== null;
  const record = retired ? { ...merged, removedOn: null } : merged;
  const changes = changesOf(stored, record, metadata);
  const { ref } = record;
  const base = { row, ref, baseVersion: stored.version };
  if (
    !retired &&
    changes.length === 0 &&
    datedStateToJson(record) === datedStateToJson(before)
  ) {
    return { ...base, outcome: 'unchanged', problems: [], changes };
  }
  const problems = [
    ...refusalOf('row', () => refuseDeclared(stored)),
    ...(rights.has(retired ? 'delete' : 'update')
      ? []
      : [
          inputProblem(
            'row',
            'not-allowed',
            retired
              ? 'a record that is not retired, or that you may restore'
              : 'a record you may change',
          ),
        ]),
    ...(retired
      ? []
      : refusalOf('spec.status', () =>
          refuseUnknownSteps(before, record, new Set(rightsOf(rights))),
        )),
    ...costProblems(record, assessment),
  ];
  return problems.length > 0
    ? refused(row, problems, ref)
    : {
        ...base,
        outcome: retired ? 'create' : 'update',
        problems: [],
        changes,
        write: { record, metadata, stored },
      };
}

function rightsOf(rights: ReadonlySet<string>) {
  return (['update', 'delete', 'transition'] as const).filter(right =>
    rights.has(right),
  );
}

function refused(
  row: StoredImportRow,
  problems: ImportProblem[],
  ref: string | null = null,
): Omit<AssessedRow, 'keys'> {
  return {
    row,
    outcome: 'error',
    problems,
    changes: [],
    ref,
    baseVersion: null,
  };
}

/** What a check that throws for callers of single changes says to a row. */
function refusalOf(path: string, check: () => void): ImportProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (isError(error)) {
      return [inputProblem(path, 'refused', error.message)];
    }
    throw error;
  }
}

/** Costs that could not be computed once the record is stored. */
export function costProblems(
  record: CostRecord,
  {
    config,
    today,
    costsFollow,
  }: Pick<Assessment, 'config' | 'today' | 'costsFollow'>,
): ImportProblem[] {
  const priced =
    record.kind === 'Asset' && record.spec.financials?.purchase !== undefined;
  if (costsFollow || !priced) {
    return [];
  }
  const alone = { record: () => undefined, licensesOf: () => [] };
  return recomputeSegments(record, alone, config, today) === undefined
    ? [
        inputProblem(
          'spec.financials.depreciation',
          'uncomputable',
          'months, or a default for its class in the configuration, and a salvage not above the cost',
        ),
      ]
    : [];
}

async function refuseMissingEvidence(
  database: Knex,
  rows: AssessedRow[],
): Promise<void> {
  const assets = rows.flatMap(row =>
    row.write?.record.kind === 'Asset'
      ? [{ row, record: row.write.record }]
      : [],
  );
  const covered = await coveredRefs(
    database,
    assets.map(({ record }) => record.ref),
  );
  for (const { row, record } of assets) {
    const missing = requirementsFor(record.spec.stage, record.spec, {
      coveredByContract: covered.has(record.ref),
    });
    if (missing.length > 0) {
      refuse(row, missing);
    }
  }
}

async function refuseCycles(
  database: Knex,
  rows: AssessedRow[],
): Promise<void> {
  const pending = new Map(
    rows.flatMap(({ write }): [string, string | null][] =>
      write && write.record.kind !== 'License'
        ? [[write.record.ref, write.record.spec.partOf ?? null]]
        : [],
    ),
  );
  for (const row of rows) {
    if (row.write && pending.get(row.write.record.ref)) {
      const cycle = await findPartOfCycle(database, row.write.record, pending);
      if (cycle) {
        refuse(row, [
          inputProblem(
            'spec.partOf',
            'cycle',
            'a record that is not part of this one',
          ),
        ]);
      }
    }
  }
}

function refuse(row: AssessedRow, problems: ImportProblem[]): void {
  row.outcome = 'error';
  row.problems.push(...problems);
  row.changes = [];
  row.write = undefined;
}
