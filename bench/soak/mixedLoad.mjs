// What people do all at once in a soak, and what must be true of it afterwards.
import { setTimeout as pause } from 'node:timers/promises';
import { personaToken } from '../../scripts/setup/portal.mjs';
import { DECLARED, writeCatalogFile } from './catalogFile.mjs';

const READS = [
  '/api/itam/records?limit=50&sort=title',
  '/api/itam/records?format=csv&kind=License',
  '/api/itam/records?q=lap&limit=20',
  '/api/itam/costs?of=component:default/payments-api&by=record',
  '/api/itam/costs?of=group:default/commerce&by=service&basis=used',
  '/api/itam/costs?of=all&by=owner',
  '/api/itam/renewals?limit=20',
  '/api/itam/licenses/position',
  '/api/itam/findings?limit=20',
  '/api/itam/health',
  '/api/catalog/entities/by-query?limit=50',
  '/api/catalog/entity-facets?facet=kind',
];
const READERS = 3;
const WRITERS = 2;
const WRITE_EVERY_MS = 120;
const IMPORT_EVERY_MS = 10_000;
const IMPORT_ROWS = 200;
/** Older imports are taken back: a register that grows is no leak. */
const IMPORTS_KEPT = 3;
const EDIT_EVERY_MS = 8_000;
const TOKEN_FOR_MS = 60_000;
const SETTLE_MS = 300_000;
/** Records whose history is read at the end. */
const COMPARED = 100;

/** Numbers from 0 to below 1, the same for the same seed. */
function randomFrom(seed) {
  let state = Math.trunc(seed);
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 0x100000000;
    return state / 0x100000000;
  };
}

function laptop(tag, title) {
  return {
    title,
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      status: 'in-use',
      owner: 'group:default/payments',
      services: [{ ref: 'component:default/payments-api' }],
      tag,
      inService: '2026-01-01',
      financials: {
        purchase: { amount: '1200.00', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line', months: 36 },
      },
    },
  };
}

function importFile(prefix) {
  const header =
    'tag,title,class,type,stage,status,owner,assignee,inService,financials.purchase.amount,financials.purchase.currency,financials.purchase.date,financials.depreciation.method,financials.depreciation.months';
  const rows = Array.from(
    { length: IMPORT_ROWS },
    (_, at) =>
      `${prefix}-${at},L ${at},hardware,laptop,maintenance,in-use,group:default/payments,user:default/erin,2026-01-01,900.00,EUR,2026-01-01,straight-line,36`,
  );
  return [header, ...rows, ''].join('\n');
}

const pathOf = ref => `/api/itam/records/${ref.replace(':', '/')}`;

export class MixedLoad {
  failures = [];
  #counts = { reads: 0, writes: 0, imports: 0, takenBack: 0, edits: 0 };
  /** What was acknowledged last, by ref. */
  #acknowledged = new Map();
  #token = { text: Promise.resolve(''), at: 0 };
  #until = 0;
  #edit = 0;

  constructor(portal, { seed, folder, ended }) {
    this.portal = portal;
    this.random = randomFrom(seed);
    this.folder = folder;
    this.ended = ended;
  }

  async run(seconds) {
    this.#until = Date.now() + seconds * 1_000;
    await Promise.all([
      ...Array.from({ length: READERS }, () => this.#reader()),
      ...Array.from({ length: WRITERS }, (_, at) => this.#writer(at)),
      this.#importer(),
      this.#editor(),
    ]);
  }

  summary() {
    const { reads, writes, imports, takenBack, edits } = this.#counts;
    return (
      `${reads} reads, ${writes} writes, ${imports} imports of ${IMPORT_ROWS} rows, ` +
      `${takenBack} of them taken back, ${edits} edits of a catalog file, ${this.failures.length} failures`
    );
  }

  /** What differs from what was acknowledged; empty when all is well. */
  async differences() {
    const refs = [...this.#acknowledged.keys()];
    const step = Math.max(1, Math.floor(refs.length / COMPARED));
    const found = [];
    // One after the other: it is no load any more.
    for (const ref of refs.filter((_, at) => at % step === 0)) {
      found.push(...(await this.#compare(ref)));
    }
    const deadline = Date.now() + SETTLE_MS;
    for (;;) {
      const { record } = await this.#json(pathOf(DECLARED));
      if (record.title === `Server, edit ${this.#edit}`) break;
      if (Date.now() > deadline) {
        found.push(
          `Edit ${
            this.#edit
          } of the catalog file did not arrive; the record is "${
            record.title
          }"`,
        );
        break;
      }
      await pause(500);
    }
    return found;
  }

  async #compare(ref) {
    const { title, version } = this.#acknowledged.get(ref);
    const { record } = await this.#json(pathOf(ref));
    const { items } = await this.#json(`${pathOf(ref)}/history?limit=500`);
    return [
      ...(record.title === title && record.version === version
        ? []
        : [`${ref} is not as it was acknowledged`]),
      ...(items.length === version
        ? []
        : [`${ref} has version ${version}, and ${items.length} changes`]),
    ];
  }

  #going() {
    return Date.now() < this.#until && !this.ended();
  }

  async #reader() {
    while (this.#going()) {
      const path = READS[Math.floor(this.random() * READS.length)];
      if (await this.#ask(path)) this.#counts.reads++;
    }
  }

  async #writer(at) {
    const own = [];
    for (let turn = 0; this.#going(); turn++) {
      await pause(WRITE_EVERY_MS);
      // Two changes for each record that is added.
      const ref =
        own.length > 0 && turn % 3 !== 0
          ? own[Math.floor(this.random() * own.length)]
          : undefined;
      if (ref === undefined) {
        const tag = `SOAK-W${at}-${turn}`;
        const answer = await this.#ask('/api/itam/records', {
          method: 'POST',
          body: { kind: 'Asset', ...laptop(tag, tag) },
        });
        if (answer) {
          own.push(answer.record.ref);
          this.#note(answer.record, tag);
        }
        continue;
      }
      const { version, tag } = this.#acknowledged.get(ref);
      const answer = await this.#ask(pathOf(ref), {
        method: 'PUT',
        body: laptop(tag, `${tag} in turn ${turn}`),
        headers: { 'If-Match': `"${version}"` },
      });
      if (answer) this.#note(answer.record, tag);
    }
  }

  #note({ ref, title, version }, tag) {
    this.#acknowledged.set(ref, { title, version, tag });
    this.#counts.writes++;
  }

  async #importer() {
    const committed = [];
    for (let turn = 0; this.#going(); turn++) {
      await pause(Math.min(IMPORT_EVERY_MS, this.#until - Date.now()));
      if (!this.#going()) return;
      const uploaded = await this.#ask('/api/itam/imports?kind=Asset', {
        method: 'POST',
        body: importFile(`SOAK-I${turn}`),
      });
      const checked = uploaded && (await this.#import(uploaded.id, 'checked'));
      if (!checked) continue;
      const path = `/api/itam/imports/${uploaded.id}`;
      await this.#ask(`${path}/commit`, {
        method: 'POST',
        body: {},
        headers: { 'If-Match': `"${checked.version}"` },
      });
      const written = await this.#import(uploaded.id, 'committed');
      if (!written) continue;
      this.#counts.imports++;
      committed.push(written);
      if (committed.length > IMPORTS_KEPT) {
        await this.#takeBack(committed.shift());
      }
    }
  }

  async #takeBack({ id, version }) {
    await this.#ask(`/api/itam/imports/${id}/undo`, {
      method: 'POST',
      body: {},
      headers: { 'If-Match': `"${version}"` },
    });
    if (await this.#import(id, 'undone')) this.#counts.takenBack++;
  }

  /** An import once it is in a state; undefined when it does not get there. */
  async #import(id, state) {
    const deadline = Date.now() + SETTLE_MS;
    while (Date.now() < deadline && !this.ended()) {
      const found = await this.#ask(`/api/itam/imports/${id}`);
      if (!found) return undefined;
      if (found.state === state) return found;
      if (found.state === 'failed') break;
      await pause(250);
    }
    this.failures.push(`An import did not get ${state}`);
    return undefined;
  }

  async #editor() {
    while (this.#going()) {
      this.#edit++;
      writeCatalogFile(this.folder, this.#edit);
      this.#counts.edits++;
      await pause(EDIT_EVERY_MS);
    }
  }

  async #json(path) {
    const answer = await this.#ask(path);
    if (!answer) throw new Error(`${path} did not answer`);
    return answer;
  }

  /** The answer, or undefined after an error, which is kept. */
  async #ask(path, { method = 'GET', body, headers } = {}) {
    try {
      const isText = typeof body === 'string';
      const response = await fetch(this.portal.url + path, {
        method,
        headers: {
          Authorization: `Bearer ${await this.#tokenNow()}`,
          ...(body && {
            'Content-Type': isText ? 'text/csv' : 'application/json',
          }),
          ...headers,
        },
        body: isText ? body : body && JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(
          `${response.status} ${text.replace(/\s+/g, ' ').slice(0, 160)}`,
        );
      }
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return isJson && text ? JSON.parse(text) : { text };
    } catch (error) {
      this.failures.push(`${method} ${path}: ${error.message}`);
      return undefined;
    }
  }

  /** One token for all; asked for anew while it still counts. */
  async #tokenNow() {
    if (Date.now() - this.#token.at > TOKEN_FOR_MS) {
      this.#token = {
        at: Date.now(),
        text: personaToken(this.portal.url, 'amir'),
      };
    }
    return await this.#token.text;
  }
}
