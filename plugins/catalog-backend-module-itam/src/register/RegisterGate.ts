import {
  circuitBreaker,
  CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  timeout,
  TimeoutPolicy,
  TimeoutStrategy,
} from 'cockatiel';
import { DeclarationRefusedError, RegisterUnavailableError } from './errors';

// The catalog's pipeline fetches no further work while more than five entities
// are in flight, so calls that hang must stay below that.
const MOST_CALLS_IN_FLIGHT = 4;
const LONGEST_WAIT_FOR_TURN_MS = 1_000;
const FAILURES_THAT_OPEN = 3;

type Call<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Guards the catalog's processing loop against a register that is slow, hung
 * or gone: a timeout per call, a bounded number of calls at once, and a
 * circuit that opens after a few failures in a row and is then tried by one
 * call at a time. Nothing is retried here, and every call that cannot be made
 * fails at once with {@link RegisterUnavailableError}.
 */
export class RegisterGate {
  readonly #timeout: TimeoutPolicy;
  readonly #circuit: CircuitBreakerPolicy;
  readonly #waiting: Array<() => void> = [];
  #inFlight = 0;
  #reachable = true;

  constructor(options: { timeoutMs: number; longestPauseMs: number }) {
    this.#timeout = timeout(options.timeoutMs, TimeoutStrategy.Aggressive);
    this.#circuit = circuitBreaker(
      handleWhen(error => !(error instanceof DeclarationRefusedError)),
      {
        breaker: new ConsecutiveBreaker(FAILURES_THAT_OPEN),
        halfOpenAfter: new ExponentialBackoff({
          initialDelay: Math.min(1_000, options.longestPauseMs),
          maxDelay: options.longestPauseMs,
        }),
      },
    );
  }

  /** Whether deliveries go through at present. */
  get takesDeliveries(): boolean {
    return this.#circuit.state === CircuitState.Closed;
  }

  /** One delivery from inside entity processing. */
  async deliver<T>(call: Call<T>): Promise<T> {
    this.#refuseIfBroken();
    await this.#takeTurn();
    try {
      // The circuit may have opened while waiting.
      this.#refuseIfBroken();
      return await this.#circuit.execute(() => this.#withTimeout(call));
    } catch (error) {
      throw error instanceof DeclarationRefusedError
        ? error
        : new RegisterUnavailableError();
    } finally {
      this.#passTurn();
    }
  }

  /**
   * A call from a background task. It goes out whatever the circuit says, and
   * an unreachable register spares deliveries the trial.
   */
  async probe<T>(call: Call<T>): Promise<T> {
    try {
      const answer = await this.#withTimeout(call);
      this.#reachable = true;
      return answer;
    } catch {
      this.#reachable = false;
      throw new RegisterUnavailableError();
    }
  }

  #withTimeout<T>(call: Call<T>): Promise<T> {
    return this.#timeout.execute(({ signal }) => call(signal));
  }

  #refuseIfBroken() {
    const { state } = this.#circuit;
    if (
      state === CircuitState.HalfOpen ||
      (state !== CircuitState.Closed && !this.#reachable)
    ) {
      throw new RegisterUnavailableError();
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#inFlight < MOST_CALLS_IN_FLIGHT) {
      this.#inFlight += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined = undefined;
      const onTurn = () => {
        clearTimeout(timer);
        resolve();
      };
      timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(onTurn), 1);
        reject(new RegisterUnavailableError());
      }, LONGEST_WAIT_FOR_TURN_MS);
      this.#waiting.push(onTurn);
    });
  }

  /** Hands the turn to the next in line, which keeps the count. */
  #passTurn() {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#inFlight -= 1;
    }
  }
}
