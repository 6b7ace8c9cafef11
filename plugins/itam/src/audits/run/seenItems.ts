import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import type { ObservationName, Seen, Unsaved } from '../outbox/outbox';

/** An item as it was seen, also where the register does not know yet. */
export interface SeenItem {
  id: string;
  item: AuditItemEntry;
  unsaved?: Unsaved;
}

/**
 * The items with what was noted since they were read, by place and name; codes
 * that nothing is known of yet come first.
 *
 * @param read - As the register listed them
 * @param saved - As the register confirmed them since
 */
export function seenItems(
  read: readonly AuditItemEntry[],
  saved: readonly AuditItemEntry[],
  unsaved: readonly Unsaved[],
): SeenItem[] {
  const items = new Map(read.map(item => [item.id, item]));
  for (const item of saved) {
    const known = items.get(item.id);
    if (!known || (item.observedAt ?? '') >= (known.observedAt ?? '')) {
      items.set(item.id, item);
    }
  }
  const noted = new Map<number, Unsaved>();
  const codes: SeenItem[] = [];
  for (const one of unsaved) {
    if (one.target.by === 'item') {
      noted.set(one.target.itemId, one);
    } else {
      codes.push({
        id: one.key,
        item: unexpectedItem(one.target.code, one.seen, codes.length),
        unsaved: one,
      });
    }
  }
  const known = [...items.values()].sort(byPlace).map((item): SeenItem => {
    const one = noted.get(item.id);
    return {
      id: String(item.id),
      item: one ? withSeen(item, one.seen) : item,
      unsaved: one,
    };
  });
  return [...codes, ...known];
}

/** How the register is told of an item; undefined for one without a name. */
export function nameOfItem(item: AuditItemEntry): ObservationName | undefined {
  if (item.ref !== undefined) {
    return { ref: item.ref };
  }
  if (item.tag !== undefined) {
    return { tag: item.tag };
  }
  return item.serialNumber === undefined
    ? undefined
    : { serialNumber: item.serialNumber };
}

function withSeen(item: AuditItemEntry, seen: Seen): AuditItemEntry {
  return {
    ...item,
    outcome: outcomeOf(item, seen),
    foundLocation: seen.location,
    foundHolder: seen.holder,
    foundStatus: seen.status,
    condition: seen.condition,
    note: seen.note,
  };
}

function outcomeOf(
  item: AuditItemEntry,
  seen: Seen,
): AuditItemEntry['outcome'] {
  if (!item.expected) {
    return 'unexpected';
  }
  const isElsewhere =
    seen.location !== undefined &&
    plain(seen.location) !== plain(item.location ?? '');
  return seen.outcome === 'found' && isElsewhere ? 'elsewhere' : seen.outcome;
}

function unexpectedItem(
  code: string,
  seen: Seen,
  index: number,
): AuditItemEntry {
  return withSeen(
    {
      id: -1 - index,
      expected: false,
      title: code,
      tag: code,
      outcome: 'unexpected',
      discrepancies: [],
    },
    seen,
  );
}

function byPlace(a: AuditItemEntry, b: AuditItemEntry): number {
  const order = { numeric: true };
  return (
    // What nobody expected is few and new: it comes first.
    Number(a.expected) - Number(b.expected) ||
    (a.location ?? '').localeCompare(b.location ?? '', undefined, order) ||
    a.title.localeCompare(b.title, undefined, order) ||
    a.id - b.id
  );
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('en-US');
}
