import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { useMemo } from 'react';
import { itamApiRef } from '../../api';
import { useLoad } from '../../loading';

const RECENT = 500;
const FALLBACK_CURRENCY = 'EUR';

/** Values that others wrote, to be chosen again. */
export interface Suggestions {
  vendor: readonly string[];
  manufacturer: readonly string[];
  model: readonly string[];
  location: readonly string[];
  /** The currency most records have. */
  currency: string;
}

/**
 * What the records changed last say, as suggestions; nothing while they are on
 * their way or when they cannot be read.
 */
export function useSuggestions(): Suggestions {
  const api = useApi(itamApiRef);
  const recent = useLoad('recent', () =>
    api.listRecords({ sort: 'updatedAt', order: 'desc', limit: RECENT }),
  );
  const records = recent.state === 'ready' ? recent.value.items : undefined;
  return useMemo(() => suggestionsOf(records ?? []), [records]);
}

function suggestionsOf(records: readonly RecordSummary[]): Suggestions {
  const all = (read: (record: RecordSummary) => string | undefined) =>
    [...new Set(records.flatMap(one => read(one) ?? []))].sort((a, b) =>
      a.localeCompare(b, 'en'),
    );
  const counts = new Map<string, number>();
  for (const { monthlyCost = [] } of records) {
    for (const { currency } of monthlyCost) {
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return {
    vendor: all(one => one.vendor),
    manufacturer: all(one => one.manufacturer),
    model: all(one => one.model),
    location: all(one => one.location),
    currency: most?.[0] ?? FALLBACK_CURRENCY,
  };
}
