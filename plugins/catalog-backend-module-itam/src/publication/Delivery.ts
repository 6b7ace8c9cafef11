import type { Entity } from '@backstage/catalog-model';
import type { IncidentForwarder } from '../incidents/IncidentForwarder';
import type { PublishedState } from './publicationAnswers';
import type { PublishedEntityProvider } from './PublishedEntityProvider';
import { REGISTER_LOCATION_KEY } from './registerLocation';
import { contractOf, type Shown, type ShownEntities } from './ShownEntities';

const LOOK_AGAIN_AFTER_MS = 60_000;
// What is beyond waits for the next full pass.
const MOST_WATCHED = 1_000;
const MOST_LOOKED_AT_ONCE = 200;
/** Looks after which an entity that the catalog does not show is let go. */
const MOST_LOOKS = 10;

interface Watched {
  entity: Entity;
  looks: number;
  nextLookMs: number;
  isContested: boolean;
}

/**
 * Delivers states to the catalog and reads back whose entity it then shows.
 *
 * A ref that another source holds is not taken from it: the conflict is
 * reported with both claimants, and looked at again until the ref is free.
 */
export class Delivery {
  readonly #provider: Pick<PublishedEntityProvider, 'apply'>;
  readonly #shown: Pick<ShownEntities, 'holdersOf'>;
  readonly #incidents: Pick<IncidentForwarder, 'report'>;
  readonly #readBackAfterMs: number;
  readonly #watched = new Map<string, Watched>();

  constructor(options: {
    provider: Pick<PublishedEntityProvider, 'apply'>;
    shown: Pick<ShownEntities, 'holdersOf'>;
    incidents: Pick<IncidentForwarder, 'report'>;
    /** How long the catalog has to process an entity. */
    readBackAfterMs: number;
  }) {
    this.#provider = options.provider;
    this.#shown = options.shown;
    this.#incidents = options.incidents;
    this.#readBackAfterMs = options.readBackAfterMs;
  }

  /**
   * Delivers states, in one mutation; throws when the catalog fails. Answers
   * whether a licence left a contract, which may have been shown for it.
   */
  async deliver(
    states: readonly PublishedState[],
    nowMs: number,
  ): Promise<boolean> {
    const holders = await this.#shown.holdersOf(
      states.filter(({ entity }) => entity).map(({ ref }) => ref),
    );
    const deliverable: PublishedState[] = [];
    for (const state of states) {
      const { ref, entity } = state;
      const shown = holders.get(ref);
      if (entity && shown?.by === 'other') {
        this.#contest(ref, entity, shown.holder, nowMs);
        continue;
      }
      deliverable.push(state);
      if (entity && shown?.by === 'nobody') {
        this.#watch(ref, {
          entity,
          looks: this.#watched.get(ref)?.looks ?? 0,
          nextLookMs: nowMs + this.#readBackAfterMs,
          isContested: false,
        });
      } else {
        this.#watched.delete(ref);
      }
    }
    await this.#provider.apply(deliverable);
    return deliverable.some(({ ref, entity }) =>
      leftContract(holders.get(ref), entity),
    );
  }

  /** Looks at what was delivered lately, and delivers what has become free. */
  async readBack(nowMs: number): Promise<void> {
    const due = [...this.#watched]
      .filter(([, { nextLookMs }]) => nextLookMs <= nowMs)
      .slice(0, MOST_LOOKED_AT_ONCE);
    if (due.length === 0) {
      return;
    }
    const holders = await this.#shown.holdersOf(due.map(([ref]) => ref));
    const free: PublishedState[] = [];
    for (const [ref, watched] of due) {
      const shown = holders.get(ref) ?? { by: 'nobody' };
      if (shown.by === 'register') {
        this.#watched.delete(ref);
      } else if (shown.by === 'other') {
        this.#contest(ref, watched.entity, shown.holder, nowMs);
      } else if (watched.isContested) {
        free.push({ ref, entity: watched.entity });
      } else if (watched.looks + 1 >= MOST_LOOKS) {
        // The catalog tells of its reasons by itself.
        this.#watched.delete(ref);
      } else {
        watched.looks += 1;
        watched.nextLookMs = nowMs + this.#readBackAfterMs;
      }
    }
    if (free.length > 0) {
      await this.deliver(free, nowMs);
    }
  }

  #contest(ref: string, entity: Entity, holder: string, nowMs: number) {
    this.#incidents.report({
      kind: 'conflict',
      ref,
      location: `itam:${ref}`,
      holder,
      claimant: REGISTER_LOCATION_KEY,
    });
    this.#watch(ref, {
      entity,
      looks: 0,
      nextLookMs: nowMs + LOOK_AGAIN_AFTER_MS,
      isContested: true,
    });
  }

  #watch(ref: string, watched: Watched) {
    if (this.#watched.has(ref) || this.#watched.size < MOST_WATCHED) {
      this.#watched.set(ref, watched);
    }
  }
}

function leftContract(
  shown: Shown | undefined,
  entity: Entity | undefined,
): boolean {
  return (
    shown?.by === 'register' &&
    shown.contract !== undefined &&
    entity !== undefined &&
    contractOf(entity).contract !== shown.contract
  );
}
