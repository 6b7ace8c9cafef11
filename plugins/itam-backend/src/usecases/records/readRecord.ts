import {
  allowedTransitions,
  UnsupportedDepreciationError,
  type CostRecord,
  type LifecycleStage,
  type RecordDetail,
  type RefLabel,
} from '@backstage-itam/plugin-itam-common';
import { NotFoundError } from '@backstage/errors';
import { readKnownRefs } from '../../stores/queries/knownRefs';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import {
  readRecordLinks,
  type RecordLink,
  type RecordLinks,
} from '../../stores/queries/recordLinks';
import type { WriteDeps } from '../../permissions/writeAccess';
import { readHistory } from '../../stores/records/readHistory';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { renderHistory } from '../registration/listHistory';
import {
  readNextSteps,
  readRights,
  readStock,
} from '../registration/readRights';
import { labelOf } from './catalogLabels';
import { percentText } from './percentText';
import type { ReadContext, ReadDeps } from './readContext';
import { recordBookValue } from './recordBookValue';
import { readNeighbours } from './readNeighbours';
import { recordFindings } from './recordFindings';
import { recordOwnershipCost } from './recordOwnershipCost';
import { readRecordPosition } from './recordPosition';
import { contractRenewal, licenseRenewal } from './recordRenewal';
import { summariseRecords } from './summariseRecords';

/** The newest entries of the history that are shown. */
const HISTORY_AT_MOST = 200;

/**
 * One record with everything the caller may see of it.
 *
 * Throws NotFoundError, the same for records that do not exist and for those
 * the caller may not read.
 */
export async function readRecord(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  ref: string,
): Promise<RecordDetail> {
  const { knex } = deps;
  const { access, credentials, today } = context;
  const rows = await readReadableRecords(knex, [ref], access, today);
  const row = rows.get(ref);
  const stored = row && (await readStoredRecords(knex, [ref])).get(ref);
  if (!row || !stored) {
    throw new NotFoundError(`No record ${ref}`);
  }
  const { record } = stored;
  const [summary] = await summariseRecords(deps, context, [row]);
  const costVisible = summary.monthlyCost !== undefined;
  const [links, history, entry, rights, steps, stock] = await Promise.all([
    readRecordLinks(knex, row, access, today),
    readHistory(knex, ref, { limit: HISTORY_AT_MOST }),
    deps.labels.find(ref, credentials),
    readRights(deps, context, stored),
    readNextSteps(knex, stored, today),
    readStock(knex, stored),
  ]);
  const named = namedRefs(record, links);
  const linked = await readReadableRecords(
    knex,
    named.map(one => one.ref),
    access,
    today,
  );
  const names = await deps.labels.load(
    [...named, ...links.seats.map(seat => ({ ref: seat.to }))]
      .map(one => one.ref)
      .filter(one => !linked.has(one)),
    credentials,
  );
  const label = (one: string): RefLabel => {
    const title = linked.get(one)?.title;
    return title === undefined
      ? labelOf(one, names)
      : { ref: one, title, resolved: true };
  };
  const inCatalog = await readKnownRefs(
    knex,
    named.map(one => one.ref),
  );
  const { bookValue, problem } = bookValueOf(record, deps, context);
  const neighbours = costVisible ? await readNeighbours(knex, ref) : undefined;
  const { financials, ...spec } = record.spec;
  return {
    record: summary,
    description: stored.description ?? undefined,
    spec: { ...spec, ...(costVisible && financials ? { financials } : {}) },
    costVisible,
    inCatalog: entry !== undefined,
    sourceUrl: sourceUrlOf(stored.sourceLocation),
    editUrl: entry?.metadata.annotations?.['backstage.io/edit-url'],
    services: links.services.map(use => ({
      service: label(use.ref),
      sharePercent: percentText(use.shareBasisPoints),
      inheritedFrom: use.inheritedFrom ?? undefined,
    })),
    covers: links.covers.map(label),
    coveredBy: links.coveredBy.map(linkLabel),
    contract: row.contract_ref === null ? undefined : label(row.contract_ref),
    partOf: row.part_of_ref === null ? undefined : label(row.part_of_ref),
    parts: links.parts.map(linkLabel),
    licenses:
      record.kind === 'Contract' ? links.licenses.map(linkLabel) : undefined,
    nextStages: nextStagesOf(record),
    rights,
    nextSteps: steps,
    stock,
    findings: recordFindings(record, {
      today,
      costVisible,
      coveredByContract: links.coveredBy.length > 0,
      retired: stored.retiredAt !== null,
      unresolved: named.filter(
        one => !label(one.ref).resolved && !inCatalog.has(one.ref),
      ),
      depreciationProblem: problem,
      neighbours,
    }),
    bookValue: costVisible ? bookValue : undefined,
    ownershipCost:
      neighbours && recordOwnershipCost(deps, context, record, neighbours),
    renewal: renewalOf(record, today, costVisible),
    position: await readRecordPosition(deps, context, {
      id: stored.id,
      title: stored.title,
      retiredAt: stored.retiredAt,
      record,
      costVisible,
      seats: links.seats.map(seat => ({
        to: label(seat.to),
        from: seat.from ?? undefined,
        until: seat.until ?? undefined,
      })),
    }),
    history: history.map(renderHistory),
  };
}

/** Everything a record names, with where it does. */
function namedRefs(
  record: CostRecord,
  links: RecordLinks,
): { path: string; ref: string }[] {
  const { spec, kind } = record;
  const owner = record.owners.at(-1)?.value;
  return [
    ...(owner ? [{ path: 'spec.owner', ref: owner }] : []),
    ...(kind === 'Asset' && record.spec.assignee
      ? [{ path: 'spec.assignee', ref: record.spec.assignee }]
      : []),
    ...links.services.map(use => ({ path: 'spec.services', ref: use.ref })),
    ...links.covers.map(ref => ({ path: 'spec.covers', ref })),
    ...('partOf' in spec && spec.partOf
      ? [{ path: 'spec.partOf', ref: spec.partOf }]
      : []),
    ...(kind === 'License' && record.spec.contract
      ? [{ path: 'spec.contract', ref: record.spec.contract }]
      : []),
  ];
}

function bookValueOf(
  record: CostRecord,
  deps: ReadDeps,
  context: ReadContext,
): { bookValue?: RecordDetail['bookValue']; problem?: string } {
  if (record.kind !== 'Asset') {
    return {};
  }
  try {
    return {
      bookValue: recordBookValue(record, deps.config.depreciation, context),
    };
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return { problem: error.message };
    }
    throw error;
  }
}

function renewalOf(
  record: CostRecord,
  today: string,
  costVisible: boolean,
): RecordDetail['renewal'] {
  switch (record.kind) {
    case 'Contract':
      return contractRenewal(record.spec, today, costVisible);
    case 'License':
      return licenseRenewal(record.spec, today);
    default:
      return undefined;
  }
}

function nextStagesOf(record: CostRecord): LifecycleStage[] | undefined {
  if (record.kind !== 'Asset') {
    return undefined;
  }
  const { stage, status } = record.spec;
  return [
    ...new Set(
      allowedTransitions(stage, status)
        .map(({ toStage }) => toStage)
        .filter(toStage => toStage !== stage),
    ),
  ];
}

function linkLabel({ ref, title }: RecordLink): RefLabel {
  return { ref, title, resolved: true };
}

/** Only locations people can open; file paths say nothing to them. */
function sourceUrlOf(location: string | null): string | undefined {
  const url = location?.replace(/^url:/, '');
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
