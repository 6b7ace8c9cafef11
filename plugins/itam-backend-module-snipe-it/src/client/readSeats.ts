import { SourceError, type SourceHttp } from '@backstage-itam/plugin-itam-node';
import { listOf, type ListRow } from './ListReader';

const SEATS_AT_ONCE = 500;
const TRIES = 3;

/**
 * The seats of a licence. Their list cannot be sorted by id, so it is read
 * again when seats came or went while it was read.
 *
 * Throws SourceError.
 */
export async function readSeats(
  http: SourceHttp,
  licenseId: number,
  signal: AbortSignal,
): Promise<ListRow[]> {
  const path = `licenses/${licenseId}/seats`;
  for (let tried = 0; tried < TRIES; tried++) {
    const seats = new Map<number, ListRow>();
    const totals = new Set<number>();
    for (let offset = 0; ; ) {
      const parameters = new URLSearchParams({
        limit: String(SEATS_AT_ONCE),
        offset: String(offset),
        order: 'asc',
      });
      const { body } = await http.get(`api/v1/${path}?${parameters}`, signal);
      const { rows, total } = listOf(path, body);
      rows.forEach(row => seats.set(row.id, row));
      totals.add(total);
      offset += rows.length;
      if (rows.length === 0 || offset >= total) {
        break;
      }
    }
    if (totals.size === 1 && totals.has(seats.size)) {
      return [...seats.values()].sort((a, b) => a.id - b.id);
    }
  }
  throw new SourceError(
    `${path}: the seats change while they are read`,
    'unavailable',
  );
}
