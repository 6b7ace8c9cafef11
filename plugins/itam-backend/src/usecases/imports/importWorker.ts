import type {
  AuditorService,
  LoggerService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { describeFailure } from '../../logging/describeFailure';
import { readMandate } from '../../permissions/mandate';
import { deleteImportKeys } from '../../stores/imports/importKeys';
import {
  claimImport,
  LeaseLost,
  releaseImport,
  writeUnderLease,
  type ImportLease,
} from '../../stores/imports/importLease';
import { countImportRows } from '../../stores/imports/countImportRows';
import {
  readImport,
  type StoredImport,
} from '../../stores/imports/storedImport';
import { checkImport } from './checkImport';
import { commitImport } from './commitImport';
import { takeBack } from './takeBack';

/** How long a silent process keeps the work. */
const LEASE_MS = 60_000;
/** Failures after which an import is given up. */
const MAX_FAILURES = 5;
/** Wait after a failure, times the number of failures. */
const RETRY_AFTER_MS = 5_000;

const FAILED =
  'The register failed to go on with the import; its log says why. Delete the import and upload the file again';

/** What the worker works with. */
export interface WorkerDeps {
  knex: Knex;
  config: RegisterConfig;
  logger: LoggerService;
  permissionsRegistry: PermissionsRegistryService;
  auditor: AuditorService;
  /** The clock. */
  now: () => Date;
  leaseMs?: number;
  /** Rows done in one transaction of many. */
  rowsAtATime?: number;
}

/**
 * Does the work of imports in the background of a process: dry runs, commits
 * and undoing. Each import is worked on by one process at a time; what a
 * stopped or stale one left is taken up by the next.
 */
export class ImportWorker {
  private running: Promise<void> | undefined;
  private again = false;
  private readonly stopped = new AbortController();

  constructor(private readonly deps: WorkerDeps) {}

  /** Has the worker look for work soon. */
  wake(): void {
    this.again = true;
    this.running ??= this.loop().finally(() => {
      this.running = undefined;
      if (this.again && !this.stopped.signal.aborted) {
        this.wake();
      }
    });
  }

  /** Waits until there is nothing left to do. */
  async idle(): Promise<void> {
    while (this.running) {
      await this.running;
    }
  }

  /** Stops at the next opportunity; what is left is for another process. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.idle();
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopped;
    const { knex, logger, now, leaseMs = LEASE_MS } = this.deps;
    this.again = false;
    try {
      while (!signal.aborted) {
        const claimed = await claimImport(knex, { leaseMs, now });
        if (!claimed) {
          return;
        }
        await this.work(claimed.stored, claimed.lease);
      }
    } catch (error) {
      // The database may be away; the schedule looks again.
      logger.warn(`Imports wait: ${describeFailure(error)}`);
    }
  }

  /** Audit logs say what became of what was asked for. */
  private async tell({ id, createdBy, state: before }: StoredImport) {
    const { knex, auditor } = this.deps;
    const after = (await readImport(knex, id))?.state;
    if (before === 'checking' || after === undefined) {
      return;
    }
    const { results } = await countImportRows(knex, id);
    const event = await auditor.createEvent({
      eventId: `import-${after}`,
      severityLevel: 'medium',
      meta: { importId: id, actor: createdBy, ...Object.fromEntries(results) },
    });
    await event.success();
  }

  private async work(stored: StoredImport, lease: ImportLease): Promise<void> {
    const { knex, logger } = this.deps;
    const { signal } = this.stopped;
    try {
      await workOnImport(this.deps, stored, lease, signal);
      if (signal.aborted) {
        await releaseImport(knex, lease);
      } else {
        await this.tell(stored);
      }
    } catch (error) {
      if (error instanceof LeaseLost) {
        return;
      }
      logger.warn(`Import ${stored.id} failed: ${describeFailure(error)}`);
      const failures = stored.failures + 1;
      await writeUnderLease(
        knex,
        lease,
        failures >= MAX_FAILURES
          ? { failures, state: 'failed', message: FAILED, lease_until: null }
          : {
              failures,
              lease_until: new Date(
                this.deps.now().getTime() + failures * RETRY_AFTER_MS,
              ).toISOString(),
            },
      ).catch(lost => {
        if (!(lost instanceof LeaseLost)) {
          throw lost;
        }
      });
    }
  }
}

/**
 * Goes on with an import until it is done or the signal says to stop.
 *
 * Throws LeaseLost when another process has taken the work.
 */
export async function workOnImport(
  deps: Pick<
    WorkerDeps,
    'knex' | 'config' | 'permissionsRegistry' | 'now' | 'rowsAtATime'
  >,
  stored: StoredImport,
  lease: ImportLease,
  signal: AbortSignal,
): Promise<void> {
  const { knex, config, now, rowsAtATime } = deps;
  if (stored.mandate === null) {
    throw new Error('An import without a mandate cannot be worked on');
  }
  const mandate = readMandate(deps, stored.mandate);
  const at = now();
  const by = { actor: stored.createdBy, at, today: plainDateOf(at) };
  const assessment = { stored, mandate, config, today: by.today };
  const { id: importId, rowCount, rowsDone } = stored;
  const back = { importId, rowCount, rowsDone, config, lease, by, signal };
  switch (stored.state) {
    case 'checking':
      await checkImport(knex, assessment, lease, signal, rowsAtATime);
      break;
    case 'committing':
      await commitImport(knex, {
        assessment,
        lease,
        by,
        signal,
        atomicRows: config.imports.atomicRows,
        rowsAtATime,
      });
      break;
    case 'taking-back':
      if (await takeBack(knex, back)) {
        await knex.transaction(async trx => {
          await deleteImportKeys(trx, stored.id);
          await writeUnderLease(trx, lease, {
            state: 'checking',
            rows_done: 0,
            lease_until: null,
          });
        });
      }
      break;
    case 'undoing':
      if (await takeBack(knex, { ...back, mandate })) {
        await writeUnderLease(knex, lease, {
          state: 'undone',
          lease_until: null,
        });
      }
      break;
    default:
  }
}
