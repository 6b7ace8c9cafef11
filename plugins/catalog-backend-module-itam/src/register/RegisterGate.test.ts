import { DeclarationRefusedError, RegisterUnavailableError } from './errors';
import { RegisterGate } from './RegisterGate';

const TIMEOUT_MS = 3_000;
const PAUSE_MS = 10_000;

/** Lets timers and the promises behind them run. */
const advance = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** The outcome of a promise so far, without waiting for it. */
function outcomeOf(promise: Promise<unknown>): { settled: string } {
  const outcome = { settled: 'no' };
  promise.then(
    () => (outcome.settled = 'resolved'),
    error => (outcome.settled = error.name),
  );
  return outcome;
}

const never = () => new Promise<never>(() => {});
const down = async () => {
  throw new RegisterUnavailableError();
};

describe('RegisterGate', () => {
  let gate: RegisterGate;

  beforeEach(() => {
    jest.useFakeTimers();
    gate = new RegisterGate({
      timeoutMs: TIMEOUT_MS,
      longestPauseMs: PAUSE_MS,
    });
  });

  afterEach(() => jest.useRealTimers());

  async function breakCircuit() {
    for (let failures = 0; failures < 3; failures += 1) {
      await expect(gate.deliver(down)).rejects.toThrow(
        RegisterUnavailableError,
      );
    }
    expect(gate.takesDeliveries).toBe(false);
  }

  it('hands on the answer', async () => {
    await expect(gate.deliver(async () => 'answer')).resolves.toBe('answer');
  });

  it('gives up a call that hangs, and aborts it', async () => {
    let signal: AbortSignal | undefined;
    const outcome = outcomeOf(
      gate.deliver(s => {
        signal = s;
        return never();
      }),
    );
    await advance(TIMEOUT_MS - 1);
    expect(outcome.settled).toBe('no');
    await advance(1);
    expect(outcome.settled).toBe('RegisterUnavailableError');
    expect(signal?.aborted).toBe(true);
  });

  it('has at most four calls in flight and lets no other wait for long', async () => {
    let calls = 0;
    const outcomes = Array.from({ length: 10 }, () =>
      outcomeOf(
        gate.deliver(() => {
          calls += 1;
          return never();
        }),
      ),
    );
    await advance(1_000);
    expect(calls).toBe(4);
    expect(outcomes.map(({ settled }) => settled)).toEqual([
      ...Array(4).fill('no'),
      ...Array(6).fill('RegisterUnavailableError'),
    ]);
    await advance(TIMEOUT_MS);
    expect(outcomes.every(({ settled }) => settled !== 'no')).toBe(true);
    expect(calls).toBe(4);
  });

  it('serves those who wait in their order', async () => {
    const order: number[] = [];
    const all = Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        gate.deliver(async () => {
          order.push(index);
          await new Promise(resolve => setTimeout(resolve, 100));
        }),
      ),
    );
    await advance(300);
    await all;
    expect(order).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it('fails at once after three failures in a row', async () => {
    await breakCircuit();
    const call = jest.fn(never);
    await expect(gate.deliver(call)).rejects.toThrow(RegisterUnavailableError);
    expect(call).not.toHaveBeenCalled();
  });

  it('does not let those who wait call once the circuit is open', async () => {
    const calls = jest.fn(down);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => gate.deliver(calls)),
    );
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toHaveBeenCalledTimes(4);
  });

  it('tries one call after a pause while the others fail at once', async () => {
    await breakCircuit();
    await advance(PAUSE_MS);
    let answer: (() => void) | undefined;
    const trial = outcomeOf(
      gate.deliver(() => new Promise<void>(resolve => (answer = resolve))),
    );
    await advance(0);
    const other = jest.fn(never);
    await expect(gate.deliver(other)).rejects.toThrow(RegisterUnavailableError);
    expect(other).not.toHaveBeenCalled();

    answer?.();
    await advance(0);
    expect(trial.settled).toBe('resolved');
    expect(gate.takesDeliveries).toBe(true);
    await expect(gate.deliver(async () => 'again')).resolves.toBe('again');
  });

  it('spares deliveries the trial while probes fail', async () => {
    await breakCircuit();
    await expect(gate.probe(down)).rejects.toThrow(RegisterUnavailableError);
    await advance(PAUSE_MS);
    const call = jest.fn(async () => 'answer');
    await expect(gate.deliver(call)).rejects.toThrow(RegisterUnavailableError);
    expect(call).not.toHaveBeenCalled();

    await expect(gate.probe(async () => 'state')).resolves.toBe('state');
    await expect(gate.deliver(call)).resolves.toBe('answer');
  });

  it('does not count a refusal as a failure', async () => {
    for (let refusals = 0; refusals < 5; refusals += 1) {
      await expect(
        gate.deliver(async () => {
          throw new DeclarationRefusedError(409, 'held elsewhere');
        }),
      ).rejects.toThrow('held elsewhere');
    }
    expect(gate.takesDeliveries).toBe(true);
  });

  it('replaces unforeseen errors, whose text might quote', async () => {
    await expect(
      gate.deliver(async () => {
        throw new Error('cannot send 73551.37');
      }),
    ).rejects.toThrow(new RegisterUnavailableError().message);
  });
});
