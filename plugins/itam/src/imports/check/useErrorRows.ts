import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useLoad } from '../../loading';

/** As many as the register gives at once. */
const MOST_ROWS = 500;

/**
 * The first rows with errors, to find out what is wrong with many of them
 * alike; none while rows are being checked.
 */
export function useErrorRows(detail: ImportDetail): readonly ImportRowEntry[] {
  const api = useApi(itamApiRef);
  const { id, version, state, outcomes } = detail;
  const none = state !== 'checked' || !outcomes.error;
  const page = useLoad(`${id} ${version} ${none}`, async () =>
    none
      ? { items: [] }
      : await api.imports.listRows(id, { outcome: 'error', limit: MOST_ROWS }),
  );
  return page.state === 'ready' && !page.stale ? page.value.items : [];
}
