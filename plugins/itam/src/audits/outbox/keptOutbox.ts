import type { Unsaved } from './outbox';

/**
 * Where the unsaved observations of one person in one audit are kept, so that
 * a closed browser or an empty battery loses none.
 */
export interface KeptOutbox {
  read(): Unsaved[];
  write(outbox: readonly Unsaved[]): void;
}

/**
 * Keeps them in the browser. A browser that keeps nothing, as in private
 * windows, still has them for as long as the page is open.
 */
export function keptOutbox(user: string, auditId: number): KeptOutbox {
  const name = `itam/audit-outbox/${user}/${auditId}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
        return Array.isArray(kept) ? kept.flatMap(readUnsaved) : [];
      } catch {
        return [];
      }
    },
    write: outbox => {
      try {
        if (outbox.length === 0) {
          localStorage.removeItem(name);
        } else {
          localStorage.setItem(name, JSON.stringify(outbox));
        }
      } catch {
        // It is in memory.
      }
    },
  };
}

function readUnsaved(kept: unknown): Unsaved[] {
  if (!isUnsaved(kept)) {
    return [];
  }
  // What was on its way when the page was closed may or may not have arrived.
  return [kept.state === 'sending' ? { ...kept, state: 'waiting' } : kept];
}

function isUnsaved(kept: unknown): kept is Unsaved {
  return (
    isObject(kept) &&
    typeof kept.key === 'string' &&
    typeof kept.state === 'string' &&
    isObject(kept.seen) &&
    typeof kept.seen.outcome === 'string' &&
    isObject(kept.target) &&
    (kept.target.by === 'item'
      ? typeof kept.target.itemId === 'number' && isObject(kept.target.name)
      : typeof kept.target.code === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
