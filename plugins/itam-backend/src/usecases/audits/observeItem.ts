import { ConflictError } from '@backstage/errors';
import {
  isLifecycleStatus,
  ItamValidationError,
  RecordNotFoundError,
  type ObservationInput,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import {
  findAuditItems,
  insertUnexpected,
  readAuditItem,
  writeObservation,
  type ItemName,
} from '../../stores/audits/auditItems';
import type {
  Observed,
  StoredAuditItem,
} from '../../stores/audits/auditItemRow';
import { raiseAuditVersion } from '../../stores/audits/audits';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { addPending } from '../../stores/policies/pendingEvaluations';
import { recordColumns, type RecordRow } from '../../stores/queries/recordRow';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';
import type { ReadContext } from '../records/readContext';
import { renderAuditItem } from './renderAudit';
import { lockOpenAudit } from './requireAudit';

/**
 * Records what was found of one thing. What the audit did not expect is added
 * as unexpected, with its record where the caller may read one.
 *
 * Throws ItamValidationError (400), NotFoundError (404) for an audit or a ref
 * there is not, ConflictError (409) for a closed audit and for a tag or serial
 * number that several things have, and IdempotencyKeyReusedError (422).
 *
 * @param input - With refs in their canonical spelling
 */
export async function observeItem(
  deps: { knex: Knex },
  context: ReadContext,
  auditId: number,
  input: ObservationInput,
  by: { actor: string; at: Date },
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const name = nameIn(input, context.today);
  return await deps.knex.transaction(async trx => {
    const audit = await lockOpenAudit(trx, auditId);
    return await answerOnce(trx, repeatable, async () => {
      const item = await itemNamed(trx, context, auditId, name, input.outcome);
      await writeObservation(
        trx,
        item.id,
        observedOf(item, input, context.today),
        by,
      );
      await raiseAuditVersion(trx, audit);
      if (item.ref !== null) {
        await addPending(trx, [{ kind: 'reader', ref: item.ref }]);
      }
      return {
        status: 200,
        text: JSON.stringify(
          renderAuditItem(await readAuditItem(trx, item.id)),
        ),
      };
    });
  });
}

/** Throws ItamValidationError with all problems of an observation at once. */
function nameIn(input: ObservationInput, today: string): ItemName {
  const { ref, tag, serialNumber, status, seenOn, outcome } = input;
  const names: ItemName[] = [
    ...(ref === undefined ? [] : [{ by: 'ref', ref } as const]),
    ...(tag === undefined ? [] : [{ by: 'tag', tag: tag.trim() } as const]),
    ...(serialNumber === undefined
      ? []
      : [{ by: 'serial', serialNumber: serialNumber.trim() } as const]),
  ];
  const problems: ValidationProblem[] = [
    ...lineProblems('tag', tag),
    ...lineProblems('serialNumber', serialNumber),
    ...lineProblems('location', input.location),
    ...lineProblems('condition', input.condition),
    ...lineProblems('note', input.note),
    ...(status === undefined || isLifecycleStatus(status)
      ? []
      : [
          inputProblem(
            'status',
            'status',
            'a status of an asset, such as in-use',
          ),
        ]),
    ...dayProblems('seenOn', seenOn, { to: today, why: 'today or earlier' }),
  ];
  if (names.length !== 1) {
    problems.push(
      inputProblem('ref', 'name', 'one of ref, tag and serialNumber'),
    );
  }
  if (outcome === 'not-found') {
    for (const field of [
      'location',
      'holder',
      'status',
      'condition',
      'seenOn',
    ] as const) {
      if (input[field] !== undefined) {
        problems.push(
          inputProblem(field, 'not-found', 'nothing, where it was not found'),
        );
      }
    }
  }
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'the observation', problems });
  }
  return names[0];
}

async function itemNamed(
  trx: Knex.Transaction,
  context: ReadContext,
  auditId: number,
  name: ItemName,
  outcome: ObservationInput['outcome'],
): Promise<StoredAuditItem> {
  const { access, today } = context;
  const items = await findAuditItems(trx, { auditId, access, today }, name);
  requireOne(items, name);
  if (items.length === 1) {
    return items[0];
  }
  if (outcome === 'not-found' && name.by !== 'ref') {
    throw new ItamValidationError({
      ref: 'the observation',
      problems: [
        inputProblem(
          'outcome',
          'unexpected',
          'found, for what the audit does not expect',
        ),
      ],
    });
  }
  const record = await recordNamed(trx, context, name);
  if (!record && name.by === 'ref') {
    throw new RecordNotFoundError({ ref: name.ref });
  }
  const known = record && (await itemOfRecord(trx, context, auditId, record));
  if (known) {
    return known;
  }
  const id = await insertUnexpected(trx, auditId, {
    recordId: record?.id ?? null,
    ref: record?.ref ?? null,
    title: record?.title ?? nameText(name),
    tag: name.by === 'tag' ? name.tag : record?.tag ?? null,
    serialNumber:
      name.by === 'serial' ? name.serialNumber : record?.serial_number ?? null,
    location: record?.location ?? null,
    holder: record?.assignee_ref ?? null,
    status: record?.status ?? null,
  });
  return await readAuditItem(trx, id);
}

/** A tag may have changed since the audit was opened. */
async function itemOfRecord(
  trx: Knex.Transaction,
  { access, today }: ReadContext,
  auditId: number,
  { ref }: RecordRow,
): Promise<StoredAuditItem | undefined> {
  const [item] = await findAuditItems(
    trx,
    { auditId, access, today },
    { by: 'ref', ref },
  );
  return item;
}

async function recordNamed(
  trx: Knex.Transaction,
  { access, today }: ReadContext,
  name: ItemName,
): Promise<RecordRow | undefined> {
  const query: Knex.QueryBuilder =
    trx('records').whereNull('records.retired_at');
  switch (name.by) {
    case 'ref':
      query.where('records.ref', name.ref);
      break;
    case 'tag':
      query.where('records.tag', name.tag);
      break;
    default:
      query.where('records.serial_number', name.serialNumber);
  }
  whereReadable(query, access, today);
  const rows: RecordRow[] = await query.limit(2).select(recordColumns);
  requireOne(rows, name);
  return rows.at(0);
}

function requireOne(found: readonly unknown[], name: ItemName): void {
  if (found.length > 1) {
    throw new ConflictError(
      `Several have ${nameText(name)}; name one by its ref`,
    );
  }
}

function nameText(name: ItemName): string {
  switch (name.by) {
    case 'ref':
      return name.ref;
    case 'tag':
      return `tag ${name.tag}`;
    default:
      return `serial number ${name.serialNumber}`;
  }
}

function observedOf(
  item: StoredAuditItem,
  input: ObservationInput,
  today: string,
): Observed {
  const location = input.location?.trim();
  const isElsewhere =
    location !== undefined && !isSamePlace(location, item.location);
  return {
    outcome: outcomeOf(item, input, isElsewhere),
    foundLocation: location ?? null,
    foundHolder: input.holder ?? null,
    foundStatus: input.status ?? null,
    condition: input.condition?.trim() ?? null,
    note: input.note?.trim() ?? null,
    seenOn: input.outcome === 'found' ? input.seenOn ?? today : null,
  };
}

function outcomeOf(
  { expected }: StoredAuditItem,
  { outcome }: ObservationInput,
  isElsewhere: boolean,
): Observed['outcome'] {
  if (!expected) {
    return 'unexpected';
  }
  return outcome === 'found' && isElsewhere ? 'elsewhere' : outcome;
}

/** Letter case and outer spaces aside. */
function isSamePlace(a: string, b: string | null): boolean {
  return a.trim().toLowerCase() === (b ?? '').trim().toLowerCase();
}
