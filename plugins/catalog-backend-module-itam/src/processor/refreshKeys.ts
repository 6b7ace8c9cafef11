import { createHash } from 'node:crypto';

const SHARDS = 16;

/** Refresh key of every ITAM entity. */
export const ALL_REFRESH_KEY = 'itam:all';

/** Refresh key of one ITAM entity; the ref in its canonical form. */
export function refreshKeyOf(ref: string): string {
  return `itam:${ref}`;
}

function shardKey(shard: number): string {
  return `itam:shard-${shard}`;
}

/** Refresh keys that together reach every ITAM entity, a share each. */
export function shardRefreshKeys(): string[] {
  return Array.from({ length: SHARDS }, (_, shard) => shardKey(shard));
}

/** All refresh keys of an ITAM entity. */
export function refreshKeysFor(ref: string): string[] {
  const shard = createHash('sha256').update(ref).digest()[0] % SHARDS;
  return [ALL_REFRESH_KEY, refreshKeyOf(ref), shardKey(shard)];
}
