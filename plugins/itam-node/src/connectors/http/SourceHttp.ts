import { setTimeout as wait } from 'node:timers/promises';
import { backoffMs, retryAfterMs, type BackoffOptions } from './backoff';
import { readLimited } from './readLimited';
import { SourceError } from './SourceError';

const MEBIBYTE = 1_048_576;
/** Statuses that pass. */
const PASSING: readonly number[] = [408, 425, 429, 500, 502, 503, 504];
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Others turn a question into a request without one. */
const KEEPING_METHOD: readonly number[] = [307, 308];
const MOST_REDIRECTS = 3;

/**
 * How a source is asked.
 *
 * @public
 */
export interface SourceHttpOptions {
  /** Address of the source from the configuration; all requests stay there. */
  baseUrl: string;
  /**
   * The value of the `Authorization` header. Asked with `renew` after the
   * source refused the one before.
   */
  authorization: (renew: boolean) => Promise<string>;
  /** How often a request is tried; 6 when absent. */
  tries?: number;
  /** How long one try may take; a minute when absent. */
  timeoutMs?: number;
  /** A source that asks to wait longer is given up; 5 minutes when absent. */
  mostWaitMs?: number;
  /** Largest answer; 64 MiB when absent. */
  mostBytes?: number;
  /** Waits between tries. */
  backoff?: BackoffOptions;
  /** The clock; the system's when absent. */
  now?: () => number;
  /** Waits; a timer when absent. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1; random when absent. */
  random?: () => number;
}

/**
 * An answer of a source.
 *
 * @public
 */
export interface SourceAnswer {
  /** HTTP status, a successful one. */
  status: number;
  /** Headers of the answer. */
  headers: Headers;
  /** Parsed JSON. */
  body: unknown;
}

/**
 * Asks a source for JSON.
 *
 * @remarks
 * A source that is busy (429) or out of order for now is asked again, a
 * bounded number of times: after the time it names in `Retry-After`, else
 * after a wait that doubles, with some chance in it. All requests stay at the
 * origin of the configured address, redirects too.
 *
 * @public
 */
export class SourceHttp {
  readonly #options: SourceHttpOptions;
  readonly #base: URL;

  constructor(options: SourceHttpOptions) {
    this.#options = options;
    this.#base = new URL(options.baseUrl);
    if (!this.#base.pathname.endsWith('/')) {
      this.#base.pathname += '/';
    }
  }

  /** Address of a path at the source. Throws SourceError for another origin. */
  url(path: string): URL {
    let url: URL;
    try {
      url = new URL(path, this.#base);
    } catch {
      throw new SourceError(
        'The source names an address that is none',
        'answer',
      );
    }
    if (url.origin !== this.#base.origin) {
      throw new SourceError(
        'The source names an address at another host, which is not asked',
        'answer',
      );
    }
    return url;
  }

  /**
   * Asks for JSON.
   *
   * Throws {@link SourceError}, and what `signal` was aborted with.
   */
  async get(path: string, signal: AbortSignal): Promise<SourceAnswer> {
    return await this.#ask(path, undefined, signal);
  }

  /**
   * Asks for JSON with a question in the body, such as a search. It is tried
   * again as `get` is, so it must be a question that changes nothing.
   *
   * Throws {@link SourceError}, and what `signal` was aborted with.
   */
  async post(
    path: string,
    question: unknown,
    signal: AbortSignal,
  ): Promise<SourceAnswer> {
    return await this.#ask(path, JSON.stringify(question), signal);
  }

  async #ask(
    path: string,
    question: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceAnswer> {
    const url = this.url(path);
    const { tries = 6 } = this.#options;
    let renewed = false;
    for (let tried = 1; ; tried++) {
      signal.throwIfAborted();
      const answer = await this.#tryOnce(url, question, signal, renewed);
      if (answer.kind === 'answer') {
        return answer.answer;
      }
      if (answer.kind === 'unauthorized' && !renewed) {
        renewed = true;
        continue;
      }
      if (answer.kind === 'unauthorized') {
        throw new SourceError(
          `${url.pathname}: the source refuses our credentials (401)`,
          'refused',
          { status: 401 },
        );
      }
      if (tried >= tries) {
        throw new SourceError(
          `${url.pathname}: ${answer.why}, ${tried} times`,
          'unavailable',
          answer.answered,
        );
      }
      await this.#pause(url, answer.answered, tried, signal);
    }
  }

  async #pause(
    url: URL,
    answered: SourceError['answered'],
    tried: number,
    signal: AbortSignal,
  ): Promise<void> {
    const {
      mostWaitMs = 300_000,
      backoff = { firstMs: 1_000, mostMs: 60_000 },
      random = Math.random,
      sleep = sleepFor,
    } = this.#options;
    const { retryAfterMs: asked } = answered;
    if (asked !== undefined && asked > mostWaitMs) {
      throw new SourceError(
        `${url.pathname}: the source asks to wait ${Math.ceil(
          asked / 1_000,
        )} seconds, which is too long`,
        'unavailable',
        answered,
      );
    }
    const own = backoffMs(backoff, tried, random);
    // Never before the time it asks for; with chance, so that many do not
    // come back at once.
    await sleep(
      asked === undefined ? own : asked + Math.min(own, 1_000),
      signal,
    );
  }

  async #tryOnce(
    url: URL,
    question: string | undefined,
    signal: AbortSignal,
    renewed: boolean,
  ): Promise<
    | { kind: 'answer'; answer: SourceAnswer }
    | { kind: 'unauthorized' }
    | { kind: 'again'; why: string; answered: SourceError['answered'] }
  > {
    const { timeoutMs = 60_000, now = Date.now } = this.#options;
    const authorization = await this.#options.authorization(renewed);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    let response: Response;
    let text: string;
    try {
      response = await this.#follow(url, question, authorization, limited);
      text = await readLimited(
        response,
        this.#options.mostBytes ?? 64 * MEBIBYTE,
      );
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) {
        throw error;
      }
      return {
        kind: 'again',
        why: limited.aborted
          ? 'no answer in time'
          : 'the connection failed or was cut',
        answered: {},
      };
    }
    const { status, headers } = response;
    if (status === 401) {
      return { kind: 'unauthorized' };
    }
    if (PASSING.includes(status)) {
      return {
        kind: 'again',
        why: `the source answers ${status}`,
        answered: {
          status,
          retryAfterMs: retryAfterMs(headers.get('retry-after'), now()),
        },
      };
    }
    if (!response.ok) {
      throw new SourceError(
        `${url.pathname}: the source answers ${status}`,
        status === 403 ? 'refused' : 'answer',
        { status },
      );
    }
    try {
      return {
        kind: 'answer',
        answer: { status, headers, body: JSON.parse(text) },
      };
    } catch {
      throw new SourceError(
        `${url.pathname}: the source answers with something else than JSON`,
        'answer',
      );
    }
  }

  async #follow(
    from: URL,
    question: string | undefined,
    authorization: string,
    signal: AbortSignal,
  ): Promise<Response> {
    let url = from;
    for (let followed = 0; ; followed++) {
      const response = await fetch(url, {
        headers: {
          Accept: 'application/json',
          Authorization: authorization,
          ...(question === undefined
            ? {}
            : { 'Content-Type': 'application/json' }),
        },
        ...(question === undefined ? {} : { method: 'POST', body: question }),
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || location === null) {
        return response;
      }
      await response.body?.cancel();
      if (question !== undefined && !KEEPING_METHOD.includes(response.status)) {
        throw new SourceError(
          `${from.pathname}: the source redirects a question (${response.status}); is its address right?`,
          'answer',
        );
      }
      if (followed === MOST_REDIRECTS) {
        throw new SourceError(
          `${from.pathname}: the source redirects without end`,
          'answer',
        );
      }
      url = this.url(new URL(location, url).href);
    }
  }
}

async function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal });
}
