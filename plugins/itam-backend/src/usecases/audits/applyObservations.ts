import { isError } from '@backstage/errors';
import type { AssetSpec } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import {
  loadRecordRights,
  type WriteDeps,
} from '../../permissions/writeAccess';
import type {
  AuditApplied,
  StoredAuditItem,
} from '../../stores/audits/auditItemRow';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { readStoredRecords } from '../../stores/records/storedRecord';
import type { ReadContext } from '../records/readContext';
import { changeRecords, type ChangeActor } from '../registration/changeRecords';
import { changesOf } from '../registration/changesOf';
import { jsonObjectOf } from '../registration/jsonObjectOf';
import { mergeRegistered } from '../registration/mergeRegistered';
import { checkedRecord } from '../registration/recordEntity';
import { lockRegistered, metadataOf } from '../registration/registeredRecord';

/** Errors that say something about the record, not about the register. */
const REFUSALS: readonly string[] = [
  'ConflictError',
  'InputError',
  'NotFoundError',
  'RecordNotFoundError',
  'ItamValidationError',
];

/**
 * Carries where and when assets were seen into their records, each in a change
 * of its own, with the name of the audit as its reason. Files declare the rest,
 * and change it. Returns what became of each item, by its id; what was not
 * seen, or is no asset of the register, is absent.
 */
export async function applyObservations(
  deps: WriteDeps & { knex: Knex; config: RegisterConfig },
  context: ReadContext,
  auditName: string,
  items: readonly StoredAuditItem[],
  by: ChangeActor,
): Promise<Map<number, AuditApplied>> {
  const seen = items.flatMap(({ id, ref, seenOn, foundLocation }) =>
    ref?.startsWith('asset:') && seenOn !== null
      ? [{ id, ref, seenOn, foundLocation }]
      : [],
  );
  const refs = seen.map(({ ref }) => ref);
  const { knex } = deps;
  const readable = await readReadableRecords(
    knex,
    refs,
    context.access,
    context.today,
  );
  const rights = await loadRecordRights(deps, context, [...readable.keys()]);
  const applied = new Map<number, AuditApplied>();
  for (const one of seen) {
    const { ref } = one;
    const row = readable.get(ref);
    if (row?.origin === 'declared') {
      applied.set(one.id, 'declared');
    } else if (!row || !rights.get(ref)?.has('update')) {
      applied.set(one.id, 'refused');
    } else {
      applied.set(one.id, await applyOne(deps, auditName, one, by));
    }
  }
  return applied;
}

async function applyOne(
  deps: { knex: Knex; config: RegisterConfig },
  auditName: string,
  seen: { ref: string; seenOn: string; foundLocation: string | null },
  by: ChangeActor,
): Promise<AuditApplied> {
  try {
    const stored = (await readStoredRecords(deps.knex, [seen.ref])).get(
      seen.ref,
    );
    if (
      stored?.record.kind === 'Asset' &&
      seenSpec(stored.record.spec, seen) === undefined
    ) {
      return 'unchanged';
    }
    return await changeRecords(deps, by, async change => {
      const current = await lockRegistered(change, seen.ref, () => {});
      const { record: before } = current;
      const spec =
        before.kind === 'Asset' ? seenSpec(before.spec, seen) : undefined;
      if (spec === undefined) {
        return 'unchanged';
      }
      const metadata = metadataOf(current);
      const { parsed } = checkedRecord({
        kind: 'Asset',
        namespace: current.namespace,
        name: current.name,
        title: metadata.title ?? undefined,
        description: metadata.description ?? undefined,
        spec: jsonObjectOf(spec),
      });
      const record = mergeRegistered(before, parsed, by.today);
      await change.write({
        record,
        metadata,
        stored: current,
        action: 'changed',
        changes: changesOf(current, record, metadata),
        reason: `Audit: ${auditName}`,
        holder: { from: by.today },
      });
      return 'applied';
    });
  } catch (error) {
    if (isError(error) && REFUSALS.includes(error.name)) {
      return 'refused';
    }
    throw error;
  }
}

/** The spec with what was seen; undefined when it says so already. */
function seenSpec(
  spec: AssetSpec,
  { seenOn, foundLocation }: { seenOn: string; foundLocation: string | null },
): AssetSpec | undefined {
  const location = foundLocation ?? spec.location;
  const lastSeen =
    spec.lastSeen !== undefined && spec.lastSeen > seenOn
      ? spec.lastSeen
      : seenOn;
  return location === spec.location && lastSeen === spec.lastSeen
    ? undefined
    : {
        ...spec,
        lastSeen,
        ...(location === undefined ? {} : { location }),
      };
}
