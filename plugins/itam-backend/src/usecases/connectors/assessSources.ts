import { isError } from '@backstage/errors';
import {
  ITAM_API_VERSION,
  readValidSpec,
  type CostRecord,
  type ImportedRow,
  type ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import type {
  ItamConnector,
  SourceRecord,
  SourceStream,
} from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import {
  readSourced,
  readSourcesOf,
  type SourcedRecord,
} from '../../stores/connectors/connectorRecords';
import { datedStateToJson } from '../../stores/records/datedState';
import { findPartOfCycle } from '../../stores/records/recordConflicts';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { costProblems, type RowWrite } from '../imports/assessRows';
import { findTargets, type Target } from '../imports/findTargets';
import { giveNames } from '../imports/giveNames';
import { metadataFrom } from '../imports/metadataFrom';
import { newRecord } from '../imports/newRecord';
import { identityOf, keysOf, type RowIdentity } from '../imports/readRow';
import { inputProblem } from '../records/inputProblems';
import { changesOf } from '../registration/changesOf';
import { mergeRegistered } from '../registration/mergeRegistered';
import { metadataOf, refuseDeclared } from '../registration/registeredRecord';
import { claimFields, type FieldClaims } from './fieldClaims';
import type { FieldSource } from './fieldDigests';
import { readSource } from './readSource';

/** What records of a source are assessed for. */
export interface SourceAssessment {
  connector: Pick<ItamConnector, 'id' | 'title' | 'settings'>;
  stream: Pick<SourceStream, 'id' | 'kind'>;
  config: Pick<RegisterConfig, 'depreciation'>;
  /** ISO calendar date. */
  today: string;
}

/** What a record of a source would do. */
export interface AssessedSource {
  source: SourceRecord;
  outcome: 'create' | 'change' | 'unchanged' | 'error';
  problems: ImportProblem[];
  /** Paths that change, without values. */
  changes: string[];
  ref: string | null;
  /** What is known of it as a record of the source. */
  known: SourcedRecord | undefined;
  stored: StoredRecord | undefined;
  claims: FieldClaims;
  /** Somebody retired what the source still has. */
  retiredByOthers: boolean;
  /** For records that are created or changed. */
  write?: RowWrite;
}

const NO_CLAIMS: FieldClaims = { dropped: new Set(), conflicts: {}, kept: {} };

/** What is known of the record a source is about. */
interface Known {
  link: SourcedRecord | undefined;
  target: Target;
  stored: StoredRecord | undefined;
  /** All that fill the record. */
  sources: readonly SourcedRecord[];
}

/**
 * Finds out what records of a source would do to the register as it is now. A
 * record that is not known yet is looked for by its tag, else by its serial
 * number and manufacturer. Nothing is written.
 */
export async function assessSources(
  database: Knex,
  assessment: SourceAssessment,
  sources: readonly SourceRecord[],
): Promise<AssessedSource[]> {
  const { connector, stream } = assessment;
  const alone = sources.map(source =>
    readSource(stream.kind, connector.settings, source),
  );
  const identities = alone.map(read => identityOfSource(stream.kind, read));
  const known = await lookUp(database, assessment, sources, identities);
  const taken = new Map<string, string>();
  const assessed = sources.map((source, at) => {
    const { target } = known[at];
    const keys = keysOf(identities[at], target.ref);
    const twin = keys.map(key => taken.get(key)).find(one => one !== undefined);
    keys.forEach(key => taken.set(key, taken.get(key) ?? source.sourceId));
    return twin === undefined
      ? assessSource(assessment, source, alone[at], known[at])
      : refused(source, known[at], [
          inputProblem(
            'source',
            'identifier-taken',
            'a tag and serial number that no other record of the source has',
            `those of ${twin}`,
          ),
        ]);
  });
  await giveNames(
    database,
    assessed,
    assessed.map(() => ({ nameGiven: false })),
  );
  await refuseCycles(database, assessed);
  return assessed;
}

/** Names that were made up say nothing about which record it is. */
function identityOfSource(
  kind: SourceStream['kind'],
  read: ImportedRow,
): RowIdentity {
  const { tag, serial } = identityOf({ kind }, read);
  return {
    ...(tag === undefined ? {} : { tag }),
    ...(serial === undefined ? {} : { serial }),
    refGiven: false,
  };
}

async function lookUp(
  database: Knex,
  { connector, stream }: SourceAssessment,
  sources: readonly SourceRecord[],
  identities: readonly RowIdentity[],
): Promise<Known[]> {
  const links = await readSourced(
    database,
    connector.id,
    stream.id,
    sources.map(({ sourceId }) => sourceId),
  );
  const targets = await findTargets(database, identities);
  const refs = [
    ...new Set([
      ...[...links.values()].map(({ ref }) => ref),
      ...targets.flatMap(({ ref }) => ref ?? []),
    ]),
  ];
  const stored = await readStoredRecords(database, refs);
  const bySource = await readSourcesOf(database, refs);
  return sources.map(({ sourceId }, at) => {
    const link = links.get(sourceId);
    const target = targets[at];
    const ref = link?.ref ?? target.ref;
    return {
      link,
      target,
      stored: ref === undefined ? undefined : stored.get(ref),
      sources: bySource.filter(one => one.ref === ref),
    };
  });
}

function assessSource(
  assessment: SourceAssessment,
  source: SourceRecord,
  alone: ImportedRow,
  known: Known,
): AssessedSource {
  const { link, target, stored } = known;
  const problems = [...target.problems];
  if (link && target.ref !== undefined && target.ref !== link.ref) {
    problems.push(
      inputProblem(
        'source',
        'identifier-taken',
        'a tag and serial number that no other record has',
      ),
    );
  }
  if (!stored) {
    const all = [...problems, ...alone.problems];
    return all.length > 0
      ? refused(source, known, all)
      : created(assessment, source, alone, known);
  }
  const twin = known.sources.find(
    one =>
      one.connectorId === assessment.connector.id &&
      one.absentSince === null &&
      (one.stream !== assessment.stream.id || one.sourceId !== source.sourceId),
  );
  if (twin) {
    problems.push(
      inputProblem(
        'source',
        'identifier-taken',
        'a tag and serial number that no other record of the source has',
        `those of ${twin.sourceId}`,
      ),
    );
  }
  problems.push(...refusalOf(() => refuseDeclared(stored)));
  return problems.length > 0
    ? refused(source, known, problems)
    : changed(assessment, source, alone, { ...known, stored });
}

function created(
  { stream, config, today }: SourceAssessment,
  source: SourceRecord,
  read: ImportedRow,
  known: Known,
): AssessedSource {
  const write = newRecord(stream.kind, read, today);
  const problems = costProblems(write.record, { config, today });
  return problems.length > 0
    ? refused(source, known, problems)
    : {
        ...base(source, known, NO_CLAIMS),
        outcome: 'create',
        ref: write.record.ref,
        write,
      };
}

function changed(
  { connector, stream, config, today }: SourceAssessment,
  source: SourceRecord,
  alone: ImportedRow,
  known: Known & { stored: StoredRecord },
): AssessedSource {
  const { kind } = stream;
  const { link, stored } = known;
  const existing = fieldsOf(stored);
  const claims = claimFields(kind, source, {
    wanted: wantedFields(kind, alone),
    existing,
    owned: link?.owned ?? {},
    others: new Set(
      known.sources
        .filter(one => one.connectorId !== connector.id)
        .flatMap(({ owned }) => Object.keys(owned)),
    ),
    rule: connector.settings.conflicts,
  });
  const read = readSource(
    kind,
    connector.settings,
    source,
    existing,
    claims.dropped,
  );
  if (read.problems.length > 0) {
    return refused(source, known, read.problems);
  }
  const { name, namespace, record: before } = stored;
  const metadata = {
    ...metadataFrom({ ...read.metadata, name, namespace }),
    sourceLocation: stored.sourceLocation,
  };
  const parsed = readValidSpec({
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: { name, namespace },
    spec: read.spec,
  });
  const isRetired = stored.retiredAt !== null;
  const wasAbsent = known.sources.some(
    one => one.connectorId === connector.id && one.absentSince !== null,
  );
  if (isRetired && !wasAbsent) {
    return {
      ...base(source, known, claims),
      outcome: 'unchanged',
      retiredByOthers: true,
    };
  }
  const merged = mergeRegistered(before, parsed, today);
  const record: CostRecord = isRetired
    ? { ...merged, removedOn: null }
    : merged;
  const changes = changesOf(stored, record, metadata);
  if (
    !isRetired &&
    changes.length === 0 &&
    datedStateToJson(record) === datedStateToJson(before)
  ) {
    return { ...base(source, known, claims), outcome: 'unchanged' };
  }
  const problems = costProblems(record, { config, today });
  return problems.length > 0
    ? refused(source, known, problems)
    : {
        ...base(source, known, claims),
        outcome: 'change',
        changes,
        write: { record, metadata, stored },
      };
}

/** A stored record as its fields are looked up in. */
export function fieldsOf(stored: StoredRecord): FieldSource {
  const { title, description, name, namespace } = metadataOf(stored);
  return {
    spec: stored.record.spec,
    metadata: {
      name,
      namespace,
      ...(title === null ? {} : { title }),
      ...(description === null ? {} : { description }),
    },
  };
}

/** What the source says, in the spelling of the register where it is valid. */
function wantedFields(
  kind: SourceStream['kind'],
  { spec, metadata, problems }: ImportedRow,
): FieldSource {
  return problems.length > 0
    ? { spec, metadata }
    : {
        spec: readValidSpec({
          apiVersion: ITAM_API_VERSION,
          kind,
          metadata: {
            name: metadata.name ?? '',
            namespace: metadata.namespace ?? 'default',
          },
          spec,
        }).spec,
        metadata,
      };
}

function base(
  source: SourceRecord,
  { link, stored }: Known,
  claims: FieldClaims,
): Omit<AssessedSource, 'outcome'> {
  return {
    source,
    problems: [],
    changes: [],
    ref: stored?.record.ref ?? null,
    known: link,
    stored,
    claims,
    retiredByOthers: false,
  };
}

function refused(
  source: SourceRecord,
  known: Known,
  problems: ImportProblem[],
): AssessedSource {
  return {
    ...base(source, known, NO_CLAIMS),
    outcome: 'error',
    problems,
    ref: known.link?.ref ?? null,
  };
}

function refusalOf(check: () => void): ImportProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (isError(error)) {
      return [inputProblem('source', 'refused', error.message)];
    }
    throw error;
  }
}

async function refuseCycles(
  database: Knex,
  sources: AssessedSource[],
): Promise<void> {
  const pending = new Map(
    sources.flatMap(({ write }): [string, string | null][] =>
      write && write.record.kind !== 'License'
        ? [[write.record.ref, write.record.spec.partOf ?? null]]
        : [],
    ),
  );
  for (const one of sources) {
    if (!one.write || !pending.get(one.write.record.ref)) {
      continue;
    }
    if (await findPartOfCycle(database, one.write.record, pending)) {
      one.outcome = 'error';
      one.write = undefined;
      one.problems.push(
        inputProblem(
          'spec.partOf',
          'cycle',
          'a record that is not part of this one',
        ),
      );
    }
  }
}
