import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PublicationScope } from '@backstage-itam/plugin-itam-common';
import type { IncidentForwarder } from '../incidents/IncidentForwarder';
import type { RegisterGate } from '../register/RegisterGate';
import type { Delivery } from './Delivery';
import { FullPass } from './FullPass';
import type { PublicationApi } from './PublicationClient';
import type { PublishedEntityProvider } from './PublishedEntityProvider';
import { REGISTER_ORIGIN } from './registerLocation';
import type { ShownEntities } from './ShownEntities';

/** A run ends after that long, and the next one goes on. */
const LONGEST_RUN_MS = 20_000;
// While a backend starts, register and catalog are not there yet.
const FAILURES_THAT_COUNT = 3;
/** The feed does not tell of a contract that nothing names any more. */
const PASS_AFTER_LEAVING_MS = 60_000;
/** What the alarm is listed under on the register's health page. */
const ALARM_REF = 'location:default/itam-register';

interface PublicationFollowerOptions {
  client: PublicationApi;
  gate: Pick<RegisterGate, 'probe'>;
  provider: Pick<
    PublishedEntityProvider,
    'apply' | 'isConnected' | 'removeAll'
  >;
  delivery: Pick<Delivery, 'deliver' | 'readBack'>;
  shown: Pick<ShownEntities, 'refsFromRegister'>;
  incidents: Pick<IncidentForwarder, 'report'>;
  logger: LoggerService;
  scope: PublicationScope;
  fullPassMs: number;
  guardShare: number;
  /** The clock, in milliseconds. */
  now: () => number;
}

/**
 * Keeps the catalog's entities of registered records in step with the
 * register: everything at the start, from time to time (services of dated
 * lists come and go without a change) and when the register was replaced or
 * went back in time; changes in between.
 *
 * The position in the changes is kept in memory. A run that fails repeats them,
 * and with several replicas, each of which has a position of its own, a change
 * may be delivered once by each: what is delivered is always the present state.
 */
export class PublicationFollower {
  readonly #options: PublicationFollowerOptions;
  readonly #client: PublicationApi;
  #pass?: FullPass;
  #position?: { after: number; epoch: string };
  #passDueMs = -Infinity;
  #failures = 0;
  #isEmptied = false;

  constructor(options: PublicationFollowerOptions) {
    const { client, gate } = options;
    this.#options = options;
    this.#client = {
      listChanges: (after, signal) =>
        gate.probe(timeout =>
          client.listChanges(after, AbortSignal.any([signal, timeout])),
        ),
      listPublished: (cursor, signal) =>
        gate.probe(timeout =>
          client.listPublished(cursor, AbortSignal.any([signal, timeout])),
        ),
    };
  }

  /** One run. Never throws: what failed is tried again by the next one. */
  async run(signal: AbortSignal): Promise<void> {
    const { logger, provider } = this.#options;
    if (!provider.isConnected) {
      return;
    }
    try {
      await this.#work(signal);
      if (this.#failures >= FAILURES_THAT_COUNT) {
        logger.info('Registered assets are published again');
      }
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures % FAILURES_THAT_COUNT === 0) {
        // The page it waits for may be one of a register that is gone.
        this.#pass = undefined;
      }
      if (this.#failures === FAILURES_THAT_COUNT) {
        logger.warn(
          `Registered assets are not published at present; what the catalog shows of them stays as it is: ${error}`,
        );
      }
    }
  }

  async #work(signal: AbortSignal): Promise<void> {
    const { delivery, now, scope } = this.#options;
    if (scope === 'none') {
      await this.#empty();
      return;
    }
    const endMs = now() + LONGEST_RUN_MS;
    const mayGoOn = () => !signal.aborted && now() < endMs;
    let goesOn = true;
    while (goesOn && mayGoOn()) {
      if (!this.#position || now() >= this.#passDueMs) {
        this.#pass ??= this.#newPass();
      }
      goesOn = this.#pass
        ? await this.#continuePass(this.#pass, signal)
        : await this.#follow(signal);
    }
    if (mayGoOn()) {
      await delivery.readBack(now());
    }
  }

  #newPass(): FullPass {
    const { delivery, guardShare, provider, shown } = this.#options;
    return new FullPass({
      client: this.#client,
      delivery,
      guardShare,
      provider,
      shown,
    });
  }

  /** Answers whether there is more to do. */
  async #continuePass(pass: FullPass, signal: AbortSignal): Promise<boolean> {
    const { fullPassMs, incidents, logger, now } = this.#options;
    const result = await pass.step(now(), signal);
    if (!result) {
      return true;
    }
    const { after, alarm, epoch } = result;
    this.#pass = undefined;
    this.#position = { after, epoch };
    this.#passDueMs = now() + fullPassMs;
    if (alarm !== '') {
      logger.error(alarm);
      incidents.report({
        kind: 'error',
        ref: ALARM_REF,
        location: REGISTER_ORIGIN,
        messages: [alarm],
      });
    }
    return true;
  }

  /** Answers whether there is more to do. */
  async #follow(signal: AbortSignal): Promise<boolean> {
    const { delivery, now } = this.#options;
    const { after = 0, epoch } = this.#position ?? {};
    const page = await this.#client.listChanges(after, signal);
    if (page.epoch !== epoch || page.last < after) {
      this.#position = undefined;
      return true;
    }
    if (await delivery.deliver(page.items, now())) {
      this.#passDueMs = Math.min(
        this.#passDueMs,
        now() + PASS_AFTER_LEAVING_MS,
      );
    }
    this.#position = { after: page.last, epoch };
    return page.more;
  }

  /** That nothing is published is said by the configuration, not an answer. */
  async #empty(): Promise<void> {
    if (!this.#isEmptied) {
      await this.#options.provider.removeAll();
      this.#isEmptied = true;
    }
  }
}
