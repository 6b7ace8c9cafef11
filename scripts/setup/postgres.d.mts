/** A PostgreSQL of one's own, whose data is thrown away after it. */
export interface OwnPostgres {
  /** Of the database `postgres`. */
  connectionString: string;
  /** Ends it as an administrator (fast) or a crash (immediate) would. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number>;

/** Starts it on a free port of the loopback interface. */
export function startPostgres(): Promise<OwnPostgres>;
