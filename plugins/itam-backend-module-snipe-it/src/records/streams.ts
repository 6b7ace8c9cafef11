import {
  SourceError,
  sourceUserRef,
  type SourceFailure,
  type SourceHttp,
  type SourcePage,
  type SourcePageRequest,
  type SourceRecord,
  type SourceStream,
} from '@backstage-itam/plugin-itam-node';
import { ListReader, type ListPosition } from '../client/ListReader';
import { readSeats } from '../client/readSeats';
import type { SnipeItConfig } from '../config/SnipeItConfig';
import { lineAt } from './fields';
import { hardwareRecord } from './hardware';
import { licenseRecord } from './license';

/** Licences at once, each of which is asked for its seats. */
const LICENSES_AT_ONCE = 50;

/** The assets of an installation. */
export class HardwareStream implements SourceStream {
  readonly id = 'hardware';
  readonly kind = 'Asset';
  // Lists cannot be narrowed to what changed.
  readonly incremental = false;
  readonly #reader: ListReader;

  constructor(http: SourceHttp, readonly config: SnipeItConfig) {
    this.#reader = new ListReader(http, config.pageSize);
  }

  async readPage({ cursor, signal }: SourcePageRequest): Promise<SourcePage> {
    const { rows, next } = await this.#reader.read(
      'hardware',
      positionOf(cursor),
      signal,
    );
    return {
      records: rows.map(({ id, row }) => hardwareRecord(id, row, this.config)),
      ...(next ? { next: JSON.stringify(next) } : {}),
    };
  }
}

/** The licences of an installation, with the holders of their seats. */
export class LicenseStream implements SourceStream {
  readonly id = 'licenses';
  readonly kind = 'License';
  readonly incremental = false;
  readonly #http: SourceHttp;
  readonly #reader: ListReader;
  readonly #users: ListReader;
  #userRefs: Map<number, string> | undefined;

  constructor(http: SourceHttp, readonly config: SnipeItConfig) {
    this.#http = http;
    this.#reader = new ListReader(
      http,
      Math.min(config.pageSize, LICENSES_AT_ONCE),
    );
    this.#users = new ListReader(http, config.pageSize);
  }

  async readPage({ cursor, signal }: SourcePageRequest): Promise<SourcePage> {
    if (cursor === undefined) {
      this.#userRefs = undefined;
    }
    const { rows, next } = await this.#reader.read(
      'licenses',
      positionOf(cursor),
      signal,
    );
    const records: SourceRecord[] = [];
    const failures: SourceFailure[] = [];
    for (const { id, row } of rows) {
      try {
        const seats = await readSeats(this.#http, id, signal);
        const users = await this.#usersOnce(signal);
        records.push(licenseRecord(id, row, seats, users, this.config));
      } catch (error) {
        if (!(error instanceof SourceError) || error.reason === 'unavailable') {
          throw error;
        }
        failures.push({ sourceId: String(id), message: error.message });
      }
    }
    return {
      records,
      failures,
      ...(next ? { next: JSON.stringify(next) } : {}),
    };
  }

  /** Refs of users by their id: seats name people, not their user names. */
  async #usersOnce(signal: AbortSignal): Promise<Map<number, string>> {
    if (!this.#userRefs) {
      const { userKey, userNamespace } = this.config;
      const refs = new Map<number, string>();
      for (const { id, row } of await this.#users.readAll('users', signal)) {
        const ref = sourceUserRef(lineAt(row, userKey), userNamespace);
        if (ref !== '') {
          refs.set(id, ref);
        }
      }
      this.#userRefs = refs;
    }
    return this.#userRefs;
  }
}

function positionOf(cursor: string | undefined): ListPosition {
  if (cursor === undefined) {
    return { offset: 0 };
  }
  const { offset, last }: ListPosition = JSON.parse(cursor);
  return { offset, ...(last === undefined ? {} : { last }) };
}
