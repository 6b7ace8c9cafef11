import type {
  ItamApi,
  RecordDetail,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { inParallel } from '../loading';

/** What somebody holds and owns. */
export interface Held {
  /** With what the reader may do with each. */
  held: RecordDetail[];
  owned: RecordSummary[];
}

const PAGE = 500;

/** Everything a person holds, has seats of, and owns. */
export async function readHeld(api: ItamApi, person: string): Promise<Held> {
  const [assets, licences, owned] = await Promise.all([
    readAll(api, { assignee: person, kind: 'Asset' }),
    readAll(api, { assignee: person, kind: 'License' }),
    readAll(api, { owner: person }),
  ]);
  const held = await inParallel([...assets, ...licences], ({ ref }) =>
    api.getRecord(ref),
  );
  return { held, owned };
}

async function readAll(
  api: ItamApi,
  query: RecordQuery,
): Promise<RecordSummary[]> {
  const items: RecordSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listRecords({
      ...query,
      sort: 'title',
      limit: PAGE,
      cursor,
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
