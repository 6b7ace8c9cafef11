import {
  formatAmount,
  type DiscoveryEntry,
} from '@backstage-itam/plugin-itam-common';
import { countItems } from '../../stores/discoveries/itemCounts';
import type { StoredItem } from '../../stores/discoveries/itemRow';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import type { ReadContext, ReadDeps } from '../records/readContext';

/**
 * Whether the caller may see what was spent: it belongs to no record, service
 * or group, so that nothing less than all costs will do.
 */
export function maySeeSpend({ access }: ReadContext): boolean {
  return access.costs.kind === 'all';
}

/** Items as answers have them. */
export async function renderItems(
  { knex }: Pick<ReadDeps, 'knex'>,
  context: ReadContext,
  items: readonly StoredItem[],
): Promise<DiscoveryEntry[]> {
  const counts = await countItems(
    knex,
    items.map(({ id }) => id),
  );
  const readable = await readReadableRecords(
    knex,
    items.flatMap(({ kind, matches }) => (kind === 'software' ? matches : [])),
    context.access,
    context.today,
  );
  return items.map(item => {
    const { devices, users, services, lines, spent } = counts(item.id);
    return {
      id: item.id,
      kind: item.kind,
      name: item.name,
      publisher: item.publisher ?? undefined,
      state: item.state,
      matchedBy: item.matchedBy ?? undefined,
      matches: item.matches.filter(
        one => item.kind === 'spend' || readable.has(one),
      ),
      mappedTo: item.mappedTo ?? undefined,
      reason: item.reason ?? undefined,
      decidedBy: item.decidedBy ?? undefined,
      decidedAt: item.decidedAt ?? undefined,
      devices,
      users,
      services,
      lines,
      spent:
        item.kind === 'spend' && maySeeSpend(context)
          ? spent.map(({ minor, currency }) => ({
              amount: formatAmount(minor, currency),
              currency,
            }))
          : undefined,
      firstSeen: item.firstSeen,
      lastSeen: item.lastSeen,
      version: item.version,
    };
  });
}
