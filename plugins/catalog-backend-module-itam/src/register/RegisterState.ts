/** An entity whose delivery could not be made. */
export interface MissedDelivery {
  ref: string;
  /** Whether it was, as far as is known, never delivered before. */
  isNew: boolean;
}

/**
 * What the catalog side knows of the register: its epoch, which refs it asks
 * for, and which deliveries failed. Every replica keeps its own; losing it
 * costs a redelivery or one more pass, never data.
 */
export class RegisterState {
  readonly #wanted = new Set<string>();
  readonly #missed = new Map<string, MissedDelivery>();
  readonly #mostMissed: number;
  #epoch?: string;
  #redeliveredEpoch?: string;
  #redeliverAll = false;

  constructor(options?: { mostMissed?: number }) {
    this.#mostMissed = options?.mostMissed ?? 10_000;
  }

  /** Undefined until the register has answered for the first time. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** Whether the ref has to be sent even though nothing changed. */
  isWanted(ref: string): boolean {
    return this.#wanted.has(ref);
  }

  /** Takes over an answer of the register. */
  update(state: { epoch: string; wanted: readonly string[] }) {
    this.#noteEpoch(state.epoch);
    this.#wanted.clear();
    for (const ref of state.wanted) {
      this.#wanted.add(ref);
    }
  }

  /** A delivery succeeded and the register answered with its epoch. */
  noteDelivered(ref: string, epoch: string) {
    this.#wanted.delete(ref);
    this.#missed.delete(ref);
    this.#noteEpoch(epoch);
  }

  /** A delivery could not be made; the entity is to be processed again. */
  noteMissed(missed: MissedDelivery) {
    if (this.#missed.size < this.#mostMissed) {
      this.#missed.set(missed.ref, missed);
    } else {
      this.#redeliverAll = true;
    }
  }

  /**
   * An entity was last delivered to another epoch than the present one, which
   * means that the register was replaced while nobody watched. Many entities
   * will say so; one redelivery serves them all.
   */
  noteOtherEpoch() {
    if (this.#epoch !== undefined && this.#redeliveredEpoch !== this.#epoch) {
      this.#redeliveredEpoch = this.#epoch;
      this.#redeliverAll = true;
    }
  }

  /** Deliveries that failed, at most so many; they are then forgotten. */
  takeMissed(most: number): MissedDelivery[] {
    const taken = [...this.#missed.values()].slice(0, most);
    for (const { ref } of taken) {
      this.#missed.delete(ref);
    }
    return taken;
  }

  /** Whether everything has to be processed again; true once per cause. */
  takeRedeliverAll(): boolean {
    const taken = this.#redeliverAll;
    this.#redeliverAll = false;
    return taken;
  }

  #noteEpoch(epoch: string) {
    const isNew = this.#epoch !== undefined && this.#epoch !== epoch;
    this.#epoch = epoch;
    if (isNew) {
      this.noteOtherEpoch();
    }
  }
}
