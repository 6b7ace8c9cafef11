/** A PostgreSQL of one's own. */
export interface OwnPostgres {
  /** Of the database `postgres`. */
  connectionString: string;
  /** Ends it as an administrator (fast) or a crash (immediate) would. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number>;

/**
 * Starts it on a free port of the loopback interface. Its data is thrown away
 * when it is stopped, unless it is kept in a folder, to be started from again.
 *
 * A durable one waits for the disk at every commit, as a company's does.
 */
export function startPostgres(options?: {
  keepIn?: string;
  durable?: boolean;
}): Promise<OwnPostgres>;
