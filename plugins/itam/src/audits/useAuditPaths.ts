import { auditsRouteRef } from '../routes';
import { useOptionalRoute } from '../ui';

/** What an address may hold; undefined is left out. */
type Search = Record<string, string | undefined>;

/** Pages under IT Assets › Audits & policies. */
export interface AuditPaths {
  audits(search?: Search): string;
  audit(id: number): string;
  policies(): string;
  findings(search?: Search): string;
}

/** Where the section is mounted in portals that do not say otherwise. */
const DEFAULT_PATH = '/it-assets/audits';

/**
 * Finds the pages of audits, policies and findings.
 */
export function useAuditPaths(): AuditPaths {
  const route = useOptionalRoute(auditsRouteRef);
  const base = route?.() ?? DEFAULT_PATH;
  return {
    audits: search => withSearch(base, search),
    audit: id => `${base}/${id}`,
    policies: () => `${base}/policies`,
    findings: search => withSearch(`${base}/findings`, search),
  };
}

function withSearch(path: string, search: Search = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
