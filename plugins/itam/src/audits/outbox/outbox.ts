import type { ObservationInput } from '@backstage-itam/plugin-itam-common';

/** What an observation is about: an item of the audit, or a code read there. */
export type Target =
  | { by: 'item'; itemId: number; name: ObservationName }
  | { by: 'code'; code: string };

/** How the register is told what an observation is about. */
export type ObservationName = Pick<
  ObservationInput,
  'ref' | 'tag' | 'serialNumber'
>;

/** What was seen, without what it is about. */
export type Seen = Omit<ObservationInput, keyof ObservationName>;

/** An observation that the register has not confirmed. */
export interface Unsaved {
  /** Sent with it, so that it counts once however often it is sent. */
  key: string;
  target: Target;
  seen: Seen;
  /**
   * `waiting` for its turn, `sending`, `failed` on the way and to be sent
   * again, or `refused` by the register.
   */
  state: 'waiting' | 'sending' | 'failed' | 'refused';
  /** The register's words when it refused. */
  message?: string;
}

/** Tells whether two observations are about the same thing. */
export function isSameTarget(a: Target, b: Target): boolean {
  if (a.by === 'item') {
    return b.by === 'item' && a.itemId === b.itemId;
  }
  return b.by === 'code' && a.code === b.code;
}

/**
 * Adds an observation. It takes the place of earlier ones of the same thing
 * that are not on their way.
 */
export function withObservation(
  outbox: readonly Unsaved[],
  added: Pick<Unsaved, 'key' | 'target' | 'seen'>,
): Unsaved[] {
  return [
    ...outbox.filter(
      one => one.state === 'sending' || !isSameTarget(one.target, added.target),
    ),
    { ...added, state: 'waiting' },
  ];
}

/** The first that can be sent; what is refused needs a person. */
export function nextToSend(outbox: readonly Unsaved[]): Unsaved | undefined {
  return outbox.find(({ state }) => state === 'waiting' || state === 'failed');
}

/** Changes the state of one observation. */
export function withState(
  outbox: readonly Unsaved[],
  key: string,
  state: Unsaved['state'],
  message?: string,
): Unsaved[] {
  return outbox.map(one =>
    one.key === key ? { ...one, state, message } : one,
  );
}

/** Takes an observation away that is saved, or given up. */
export function without(outbox: readonly Unsaved[], key: string): Unsaved[] {
  return outbox.filter(one => one.key !== key);
}
