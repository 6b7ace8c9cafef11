import { InputError, NotFoundError } from '@backstage/errors';
import type { ConnectorProblemPage } from '@backstage-itam/plugin-itam-common';
import type { Access } from '../../permissions/access';
import { readProblems } from '../../stores/connectors/connectorProblems';
import { readRun } from '../../stores/connectors/connectorRuns';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { readRegisterSecret } from '../records/registerSecret';
import { connectorOf, type ConnectorReadDeps } from './listConnectors';

const HIDDEN = 'Not shown to you';

/**
 * What was wrong with records of a run, in the order it was met. What it says
 * of records the caller may not read is left out.
 *
 * Throws NotFoundError (404), and InputError (400) for a cursor of another
 * list.
 */
export async function listRunProblems(
  deps: ConnectorReadDeps,
  context: { access: Access; today: string },
  question: {
    connectorId: string;
    runId: number;
    cursor?: string;
    limit: number;
  },
): Promise<ConnectorProblemPage> {
  const { knex } = deps;
  const { connectorId, runId, cursor, limit } = question;
  connectorOf(deps, connectorId);
  if (!(await readRun(knex, connectorId, runId))) {
    throw new NotFoundError('No such run');
  }
  const secret = await readRegisterSecret(knex);
  const list = ['connector-problems', connectorId, runId];
  const rows = await readProblems(knex, runId, {
    after:
      cursor === undefined
        ? 0
        : positionOf(readSignedCursor(list, cursor, secret)),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const readable = await readReadableRecords(
    knex,
    shown.flatMap(({ ref }) => ref ?? []),
    context.access,
    context.today,
  );
  const last = shown.at(-1);
  const seesAll =
    context.access.records.kind === 'all' &&
    context.access.contracts.kind === 'all';
  return {
    items: shown.map(({ kind, stream, sourceId, ref, message }) => ({
      kind,
      stream,
      sourceId,
      ...(ref !== null && readable.has(ref) ? { ref } : {}),
      message:
        seesAll || (ref !== null && readable.has(ref)) ? message : HIDDEN,
    })),
    ...(last && rows.length > limit
      ? { nextCursor: writeSignedCursor(list, [last.id], secret) }
      : {}),
  };
}

function positionOf([id]: unknown[]): number {
  if (typeof id === 'number') {
    return id;
  }
  throw new InputError('The cursor does not belong to this list');
}
