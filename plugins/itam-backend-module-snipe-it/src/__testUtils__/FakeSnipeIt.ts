import type { IncomingMessage, ServerResponse } from 'node:http';
// The frame that all such servers share.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  LoopbackServer,
  send,
} from '@backstage-itam/plugin-itam-backend/testUtils';

export { send };

/** A row as the API gives it. */
export type FakeRow = { id: number } & Record<string, unknown>;

/** More are not given at once. */
const MAX_RESULTS = 500;

/**
 * The API of an installation as its documentation and code say it behaves: an
 * offset beyond the end is answered with the start of the list, lists are
 * sorted as asked, seats are not, and refusals come with status 200.
 */
export class FakeSnipeIt extends LoopbackServer {
  /** Lists by their path, such as `hardware` and `licenses/3/seats`. */
  readonly lists = new Map<string, FakeRow[]>();

  protected override answer(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
  ): void {
    if (req.headers.authorization !== 'Bearer snipe-secret') {
      send(res, 401, { error: 'Unauthenticated.' });
      return;
    }
    const path = url.pathname.replace('/api/v1/', '');
    const list = this.lists.get(path);
    if (!list) {
      send(res, 200, {
        status: 'error',
        messages: 'License does not exist.',
        payload: null,
      });
      return;
    }
    const number = (name: string, fallback: number) =>
      Number(url.searchParams.get(name) ?? fallback);
    const isSorted = url.searchParams.get('sort') === 'id';
    const rows = isSorted ? [...list].sort((a, b) => a.id - b.id) : list;
    const asked = number('offset', 0);
    const offset = asked > rows.length ? 0 : asked;
    const limit = Math.min(number('limit', 50), MAX_RESULTS);
    send(res, 200, {
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
    });
  }
}
