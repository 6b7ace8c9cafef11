import type {
  ItamApi,
  NewAudit,
  RecordQuery,
} from '@backstage-itam/plugin-itam-common';

const RECORDS_AT_A_TIME = 500;
/** More are not read only to be counted. */
const MOST_PAGES = 10;

/** How many records a scope has now, and places that are in it. */
export interface Expected {
  records: number;
  /** Whether there are more than were counted. */
  orMore: boolean;
  places: string[];
}

/**
 * Counts the records in a scope as the register will when the audit is opened.
 * Its list cannot be asked for a place, so places are compared here.
 */
export async function expectedRecords(
  api: ItamApi,
  scope: NewAudit['scope'],
): Promise<Expected> {
  const { location, ...rest } = scope;
  const query: RecordQuery = { ...rest, limit: RECORDS_AT_A_TIME };
  const places = new Set<string>();
  let inPlace = 0;
  let total = 0;
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await api.listRecords({ ...query, cursor });
    total = page.totalItems;
    for (const record of page.items) {
      if (record.location !== undefined) {
        places.add(record.location);
      }
      if (location && record.location?.startsWith(location)) {
        inPlace += 1;
      }
    }
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor !== undefined && pages < MOST_PAGES);
  return {
    records: location ? inPlace : total,
    orMore: Boolean(location) && cursor !== undefined,
    places: [...places].sort((a, b) =>
      a.localeCompare(b, undefined, { numeric: true }),
    ),
  };
}
