import type { ItamConnector } from '@backstage-itam/plugin-itam-node';
import { engines } from '../../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../../__testUtils__/testRegister';
import { wholeRegister } from '../../../permissions/wholeRegister';
import { readProblems } from '../../../stores/connectors/connectorProblems';
import { readRuns } from '../../../stores/connectors/connectorRuns';
import { readStoredRecords } from '../../../stores/records/storedRecord';
import { jsonObjectOf } from '../../registration/jsonObjectOf';
import { updateRecord } from '../../registration/updateRecord';
import { runConnector } from '../runConnector';

/** Who changes what a connector brought. */
export const PERSON = {
  actor: 'user:default/amir',
  at: TODAY,
  today: '2026-05-20',
};

/** The minutes of a day. */
export const DAY = 24 * 60;

/** Runs of connectors over a register, and what they did there. */
export class ConnectorRuns {
  /** The time of the next run: minutes after that of the first. */
  minutes = 0;
  readonly #open: () => Promise<TestRegister>;
  #register: TestRegister | undefined;

  constructor(open: () => Promise<TestRegister>) {
    this.#open = open;
  }

  /** Begins again with an empty register. */
  async start() {
    this.#register = await this.#open();
    this.minutes = 0;
  }

  get register(): TestRegister {
    if (!this.#register) {
      throw new Error('The register is opened before each test only');
    }
    return this.#register;
  }

  async run(connector: ItamConnector, signal?: AbortSignal) {
    return await runConnector(
      {
        database: this.register.database,
        config: this.register.config,
        logger: this.register.logger,
        now: () => minutesAfter(TODAY, this.minutes),
      },
      connector,
      signal ?? new AbortController().signal,
    );
  }

  async last() {
    return (await readRuns(this.register.database, 'listed', 1))[0];
  }

  /** Problems of the last run. */
  async problems() {
    return await readProblems(this.register.database, (await this.last()).id, {
      after: 0,
      limit: 100,
    });
  }

  async stored(ref: string) {
    const records = await readStoredRecords(this.register.database, [ref]);
    const record = records.get(ref);
    if (!record) throw new Error(`${ref} is not there`);
    return record;
  }

  async specOf(ref: string) {
    return (await this.stored(ref)).record.spec;
  }

  /** Changes a record as a person does. */
  async edit(ref: string, change: Record<string, string>) {
    const { record, title } = await this.stored(ref);
    await updateRecord(
      { knex: this.register.database, config: this.register.config },
      ref,
      { title, spec: { ...jsonObjectOf(record.spec), ...change } },
      PERSON,
      { access: wholeRegister, rights: new Set(), costVisible: true },
      () => {},
    );
  }

  /** Refs of the records that are not retired. */
  async living() {
    const rows: { ref: string }[] = await this.register
      .database('records')
      .whereNull('retired_at')
      .orderBy('ref')
      .select('ref');
    return rows.map(({ ref }) => ref);
  }
}

/** Runs the same tests on both engines, each test over a register of its own. */
export function describeConnectorRuns(
  title: string,
  tests: (runs: ConnectorRuns) => void,
): void {
  jest.setTimeout(60_000);
  describe.each(engines)(`${title} on %s`, engine => {
    const registers = testRegisters();
    const runs = new ConnectorRuns(async () => await registers(engine));

    beforeEach(async () => await runs.start());

    tests(runs);
  });
}
