import { credentialsOf } from '../startRegister';
import { CURSOR, type DrawnRequest } from './drawnRequests';
import { absentName, hiddenNames, unreadableNames } from './hiddenRecords';
import { judge, type HiddenAmounts } from './judgeAnswer';
import type { KeptConnection, WireAnswer } from './keptConnection';

const CURSORS_KEPT = 10;

/** One thing wrong, with the shortest request that shows it. */
export interface Finding {
  problem: string;
  request: string;
  answer: string;
}

/** What a run of requests met. */
export class FuzzRun {
  readonly #findings = new Map<string, Finding>();
  readonly #cursors: string[] = [];
  /** Names somebody wrote into a record: readers of that may read them. */
  readonly #written = new Set<string>();
  readonly #statuses = new Map<string, Map<number, number>>();

  constructor(
    private readonly connection: KeptConnection,
    private readonly amounts: HiddenAmounts,
  ) {}

  /** Sends a request, and its twin about a record that does not exist. */
  async ask(drawn: DrawnRequest): Promise<void> {
    const request = this.#withCursor(drawn);
    const answer = await this.#send(request);
    this.#count(request, answer);
    this.#keepCursor(answer);
    this.#keepWritten(request, answer);
    for (const problem of judge(request, answer, this.amounts, this.#written)) {
      this.#found(problem, request, answer);
    }
    await this.#askTwin(request, answer);
  }

  /** Everything found, one line each. */
  get findings(): string[] {
    return [...this.#findings.values()].map(
      ({ problem, request, answer }) => `${problem}\n  ${request}\n  ${answer}`,
    );
  }

  /** How often each operation answered with which status. */
  get statuses(): ReadonlyMap<string, ReadonlyMap<number, number>> {
    return this.#statuses;
  }

  /** Forbidden and unknown records are answered alike. */
  async #askTwin(request: DrawnRequest, answer: WireAnswer): Promise<void> {
    const name = unreadableNames(request.persona).find(
      hidden =>
        request.target.includes(hidden) || request.body?.includes(hidden),
    );
    if (
      name === undefined ||
      request.persona === 'anonymous' ||
      // A key answers its first body only.
      'idempotency-key' in request.headers
    ) {
      return;
    }
    const twin = {
      ...request,
      target: request.target.replaceAll(name, absentName),
      body: request.body?.replaceAll(name, absentName),
    };
    const other = await this.#send(twin);
    const same =
      (other.status === answer.status &&
        (answer.status < 400 ||
          other.text === answer.text.replaceAll(name, absentName))) ||
      // The first of two equal writes has raised the version.
      (changed(request, answer) && other.status === 412);
    if (!same) {
      this.#found(
        `tells ${request.persona} that a hidden record exists`,
        request,
        { ...answer, text: `${answer.text}\n  ${other.status} ${other.text}` },
      );
    }
  }

  async #send(request: DrawnRequest): Promise<WireAnswer> {
    return await this.connection.send({
      method: request.operation.method,
      target: request.target,
      headers: {
        ...request.headers,
        authorization: credentialsOf(request.persona),
      },
      body: request.body,
    });
  }

  #withCursor(drawn: DrawnRequest): DrawnRequest {
    return {
      ...drawn,
      target: drawn.target.replace(
        CURSOR,
        (_, back: string, change: string) => {
          const cursor = this.#cursors.at(-1 - Number(back)) ?? 'bm9uZQ.bm9uZQ';
          return encodeURIComponent(changedCursor(cursor, change));
        },
      ),
    };
  }

  #keepCursor({ text }: WireAnswer): void {
    const cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1];
    if (cursor !== undefined) {
      this.#cursors.push(cursor);
      this.#cursors.splice(0, this.#cursors.length - CURSORS_KEPT);
    }
  }

  #keepWritten(request: DrawnRequest, answer: WireAnswer): void {
    if (changed(request, answer)) {
      hiddenNames
        .filter(name => request.body?.toLowerCase().includes(name))
        .forEach(name => this.#written.add(name));
    }
  }

  #count({ operation }: DrawnRequest, { status }: WireAnswer): void {
    const counts = this.#statuses.get(operation.id) ?? new Map();
    counts.set(status, (counts.get(status) ?? 0) + 1);
    this.#statuses.set(operation.id, counts);
  }

  #found(problem: string, request: DrawnRequest, answer: WireAnswer): void {
    const { operation, persona, target, headers, body = '' } = request;
    const key = `${operation.id} ${problem}`;
    const told = `${persona}: ${operation.method.toUpperCase()} ${target} ${JSON.stringify(
      headers,
    )} ${body.slice(0, 1500)}`;
    const before = this.#findings.get(key);
    if (!before || told.length < before.request.length) {
      this.#findings.set(key, {
        problem: key,
        request: told,
        answer: `${answer.status} ${answer.text.slice(0, 600)}`,
      });
    }
  }
}

/** Whether a request changed anything. */
function changed({ operation }: DrawnRequest, { status }: WireAnswer): boolean {
  return operation.method !== 'get' && status < 300;
}

function changedCursor(cursor: string, change: string): string {
  switch (change) {
    case 'edited': {
      const middle = Math.floor(cursor.length / 2);
      const other = cursor[middle] === 'A' ? 'B' : 'A';
      return cursor.slice(0, middle) + other + cursor.slice(middle + 1);
    }
    case 'cut':
      return cursor.slice(0, -3);
    case 'padded':
      return `${cursor}==`;
    default:
      return cursor;
  }
}
