import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';

/** A view of the register under a name. */
export interface SavedFilter {
  name: string;
  /** The address's parameters. */
  search: string;
}

const BUCKET = 'itam.register';
const KEY = 'savedFilters';

/**
 * The reader's own saved filters, kept where the portal keeps their settings.
 */
export function useSavedFilters(): {
  filters: SavedFilter[];
  save(filter: SavedFilter): Promise<void>;
  remove(name: string): Promise<void>;
} {
  const bucket = useApi(storageApiRef).forBucket(BUCKET);
  const [filters, setFilters] = useState(() =>
    readFilters(bucket.snapshot(KEY).value),
  );
  useEffect(() => {
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setFilters(readFilters(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const write = async (next: SavedFilter[]) => {
    setFilters(next);
    await bucket.set(
      KEY,
      next.map(({ name, search }) => ({ name, search })),
    );
  };
  return {
    filters,
    save: filter =>
      write(
        [...filters.filter(({ name }) => name !== filter.name), filter].sort(
          (a, b) => a.name.localeCompare(b.name),
        ),
      ),
    remove: name => write(filters.filter(one => one.name !== name)),
  };
}

function readFilters(value: unknown): SavedFilter[] {
  return Array.isArray(value) ? value.flatMap(readFilter) : [];
}

function readFilter(value: unknown): SavedFilter[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const name: unknown = Reflect.get(value, 'name');
  const search: unknown = Reflect.get(value, 'search');
  return typeof name === 'string' && typeof search === 'string'
    ? [{ name, search }]
    : [];
}
