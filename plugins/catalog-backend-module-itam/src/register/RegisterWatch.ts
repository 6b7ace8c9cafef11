import type { LoggerService } from '@backstage/backend-plugin-api';
import { refreshKeyOf, shardRefreshKeys } from '../processor/refreshKeys';
import type { DeclarationState } from './answers';
import type { DeclarationApi } from './DeclarationClient';
import type { RegisterGate } from './RegisterGate';
import type { RegisterState } from './RegisterState';

// One tick asks for little, so that a recovery does not push the other kinds'
// entities to the end of the catalog's queue.
const REFS_PER_TICK = 100;
const TRIAL_REFS_PER_TICK = 5;
const ASK_AGAIN_AFTER_MS = 60_000;
// While a backend starts, the register is not there yet: that is no outage.
const FAILURES_THAT_COUNT = 3;

interface RegisterWatchOptions {
  client: Pick<DeclarationApi, 'getState'>;
  gate: RegisterGate;
  state: RegisterState;
  refresher: { refresh(keys: string[]): Promise<boolean> };
  /** Has the catalog process an entity again that has no refresh keys yet. */
  refreshNew(ref: string): Promise<void>;
  logger: LoggerService;
}

/**
 * Follows the register's state and has the catalog process again what the
 * register lacks: the refs it asks for, deliveries that failed, and after a
 * change of epoch everything, one share of the entities per tick.
 */
export class RegisterWatch {
  readonly #options: RegisterWatchOptions;
  readonly #askedAtMs = new Map<string, number>();
  #pendingShards: string[] = [];
  #failures = 0;

  constructor(options: RegisterWatchOptions) {
    this.#options = options;
  }

  /** One tick; answers whether the register could be reached. */
  async tick(nowMs: number): Promise<boolean> {
    const { state } = this.#options;
    const answer = await this.#readState();
    if (!answer) {
      return false;
    }
    state.update(answer);
    await this.#refreshWanted(answer.wanted, nowMs);
    await this.#refreshMissed();
    await this.#refreshShard();
    return true;
  }

  async #readState(): Promise<DeclarationState | undefined> {
    const { client, gate, logger } = this.#options;
    try {
      const answer = await gate.probe(signal => client.getState(signal));
      if (this.#failures >= FAILURES_THAT_COUNT) {
        logger.info('The ITAM register answers again');
      }
      this.#failures = 0;
      return answer;
    } catch {
      this.#failures += 1;
      if (this.#failures === FAILURES_THAT_COUNT) {
        logger.warn(
          'The ITAM register does not answer; its entities keep their last good state until it does',
        );
      }
      return undefined;
    }
  }

  /**
   * A ref stays wanted until its declaration arrives, which may be never: its
   * file may be gone. So it is asked for now and then, not on every tick.
   */
  async #refreshWanted(wanted: readonly string[], nowMs: number) {
    const stillWanted = new Set(wanted);
    for (const ref of this.#askedAtMs.keys()) {
      if (!stillWanted.has(ref)) {
        this.#askedAtMs.delete(ref);
      }
    }
    const due = wanted
      .filter(
        ref =>
          nowMs - (this.#askedAtMs.get(ref) ?? -Infinity) >= ASK_AGAIN_AFTER_MS,
      )
      .slice(0, REFS_PER_TICK);
    if (await this.#options.refresher.refresh(due.map(refreshKeyOf))) {
      due.forEach(ref => this.#askedAtMs.set(ref, nowMs));
    }
  }

  /** While the circuit is open a few entities serve as its trial. */
  async #refreshMissed() {
    const { gate, refresher, refreshNew, state } = this.#options;
    const missed = state.takeMissed(
      gate.takesDeliveries ? REFS_PER_TICK : TRIAL_REFS_PER_TICK,
    );
    const keys = missed.map(({ ref }) => refreshKeyOf(ref));
    if (!(await refresher.refresh(keys))) {
      missed.forEach(one => state.noteMissed(one));
      return;
    }
    for (const { ref } of missed.filter(({ isNew }) => isNew)) {
      // If this fails, the catalog's own schedule comes round to it.
      await refreshNew(ref).catch(() => {});
    }
  }

  async #refreshShard() {
    const { gate, refresher, state, logger } = this.#options;
    if (state.takeRedeliverAll()) {
      if (this.#pendingShards.length === 0) {
        logger.info(
          'The ITAM register lacks declarations; processing all of its entities again',
        );
      }
      this.#pendingShards = shardRefreshKeys();
    }
    const [shard] = this.#pendingShards;
    if (shard && gate.takesDeliveries) {
      if (await refresher.refresh([shard])) {
        this.#pendingShards.shift();
      }
    }
  }
}
