import {
  SourceError,
  type ItamConnector,
} from '@backstage-itam/plugin-itam-node';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../__testUtils__/testRegister';
import { wholeRegister } from '../../permissions/wholeRegister';
import { readProblems } from '../../stores/connectors/connectorProblems';
import { readRuns } from '../../stores/connectors/connectorRuns';
import { readSourcesOf } from '../../stores/connectors/connectorRecords';
import { requestConnectorRun } from '../../stores/connectors/connectorState';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { jsonObjectOf } from '../registration/jsonObjectOf';
import { retireRegistered } from '../registration/retireRegistered';
import { updateRecord } from '../registration/updateRecord';
import {
  laptop,
  ListedSource,
  listedConnector,
} from './__testUtils__/listedSource';
import { runConnector } from './runConnector';

jest.setTimeout(60_000);

const PERSON = { actor: 'user:default/amir', at: TODAY, today: '2026-05-20' };

describe.each(engines)('running a connector on %s', engine => {
  const registers = testRegisters();
  let register: TestRegister;
  let minutes = 0;

  beforeEach(async () => {
    register = await registers(engine);
    minutes = 0;
  });

  const run = async (connector: ItamConnector, signal?: AbortSignal) =>
    await runConnector(
      {
        database: register.database,
        config: register.config,
        logger: register.logger,
        now: () => minutesAfter(TODAY, minutes),
      },
      connector,
      signal ?? new AbortController().signal,
    );
  const lastRun = async () =>
    (await readRuns(register.database, 'listed', 1))[0];
  const problems = async () =>
    await readProblems(register.database, (await lastRun()).id, {
      after: 0,
      limit: 100,
    });
  const stored = async (ref: string) => {
    const record = (await readStoredRecords(register.database, [ref])).get(ref);
    if (!record) throw new Error(`${ref} is not there`);
    return record;
  };
  const edit = async (ref: string, change: Record<string, string>) => {
    const { record, title } = await stored(ref);
    await updateRecord(
      { knex: register.database, config: register.config },
      ref,
      { title, spec: { ...jsonObjectOf(record.spec), ...change } },
      PERSON,
      { access: wholeRegister, rights: new Set(), costVisible: true },
      () => {},
    );
  };
  const living = async () => {
    const rows: { ref: string }[] = await register
      .database('records')
      .whereNull('retired_at')
      .orderBy('ref')
      .select('ref');
    return rows.map(({ ref }) => ref);
  };
  const day = 24 * 60;

  it('registers what the source has, and changes nothing the second time', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3].map(number => laptop(number));
    const connector = listedConnector([source]);
    await run(connector);
    expect(await lastRun()).toMatchObject({
      state: 'succeeded',
      full: true,
      counts: { created: 3, changed: 0, unchanged: 0, failed: 0 },
    });
    const one = await stored('asset:default/hw-1');
    expect(one).toMatchObject({
      title: 'Laptop 1',
      origin: 'registered',
      version: 1,
      record: {
        spec: {
          class: 'hardware',
          stage: 'deployment',
          status: 'in-stock',
          owner: 'group:default/payments',
          location: 'Berlin',
          tag: 'HW-1',
        },
      },
    });
    minutes = 60;
    await run(connector);
    expect(await lastRun()).toMatchObject({
      full: false,
      counts: { created: 0, changed: 0, unchanged: 3, failed: 0 },
    });
    expect((await stored('asset:default/hw-1')).version).toBe(1);
    const [link] = await readSourcesOf(register.database, [
      'asset:default/hw-1',
    ]);
    expect(link).toMatchObject({
      connectorId: 'listed',
      stream: 'assets',
      sourceId: 'id-1',
      url: 'https://tool.example/asset/1',
    });
    expect(Object.keys(link.owned).sort()).toEqual([
      'manufacturer',
      'serialNumber',
      'status',
      'tag',
      'title',
      'type',
    ]);
  });

  it('brings changes of the source, also of a tag', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1, { notes: 'Old' })];
    const connector = listedConnector([source]);
    await run(connector);
    source.records = [laptop(1, { tag: 'HW-77', notes: '', model: 'XPS' })];
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({ changed: 1, created: 0 });
    const { spec } = (await stored('asset:default/hw-1')).record;
    expect(spec).toMatchObject({ tag: 'HW-77', model: 'XPS' });
    expect(spec).not.toHaveProperty('notes');
  });

  it('takes over a record with the same tag, and leaves what it has of its own', async () => {
    const source = new ListedSource('assets', 'Asset');
    const other = new ListedSource('others', 'Asset');
    source.records = [laptop(1)];
    await run(listedConnector([source]));
    await register.database('connector_records').delete();
    await edit('asset:default/hw-1', { notes: 'By hand' });
    other.records = [{ ...laptop(1), sourceId: 'x' }];
    await run(listedConnector([other]));
    expect((await lastRun()).counts).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 1,
      conflicting: 0,
    });
    expect((await stored('asset:default/hw-1')).record.spec).toMatchObject({
      notes: 'By hand',
    });
  });

  it('keeps what a person changed, and shows the conflict until both agree', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source]);
    await run(connector);
    await edit('asset:default/hw-1', {
      manufacturer: 'Dell Inc.',
      notes: 'By hand',
    });
    source.records = [laptop(1, { model: 'XPS' })];
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      changed: 1,
      conflicting: 1,
    });
    expect((await stored('asset:default/hw-1')).record.spec).toMatchObject({
      manufacturer: 'Dell Inc.',
      notes: 'By hand',
      model: 'XPS',
    });
    expect(await problems()).toMatchObject([
      {
        kind: 'conflict',
        sourceId: 'id-1',
        ref: 'asset:default/hw-1',
        message:
          "Changed in the register: manufacturer. The register's value stays",
      },
    ]);
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 1,
    });
    const [link] = await readSourcesOf(register.database, [
      'asset:default/hw-1',
    ]);
    expect(link.conflicts).toEqual({ manufacturer: 'Dell' });
    source.records = [laptop(1, { model: 'XPS', manufacturer: 'Dell Inc.' })];
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({ conflicting: 0 });
    source.records = [laptop(1, { model: 'XPS', manufacturer: 'Dell Ltd.' })];
    await run(connector);
    expect((await stored('asset:default/hw-1')).record.spec).toMatchObject({
      manufacturer: 'Dell Ltd.',
    });
  });

  it('writes over what a person changed where the source is to win', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source], { conflicts: 'source' });
    await run(connector);
    await edit('asset:default/hw-1', { manufacturer: 'Dell Inc.', notes: 'A' });
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      changed: 1,
      conflicting: 1,
    });
    expect((await stored('asset:default/hw-1')).record.spec).toMatchObject({
      manufacturer: 'Dell',
      notes: 'A',
    });
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 0,
    });
  });

  it('names what is wrong with a record, and takes the others', async () => {
    const source = new ListedSource('assets', 'Asset', 10);
    source.records = [
      laptop(1, { status: 'In limbo' }),
      laptop(2),
      { ...laptop(2), sourceId: 'twin' },
      laptop(3, {
        'financials.purchase.amount': '1,999.00 EUR',
        'financials.purchase.date': '2026-01-31',
      }),
      laptop(4, {
        'financials.purchase.amount': 'much',
        'financials.purchase.date': '2026-01-31',
      }),
    ];
    source.failures = [{ sourceId: 'torn', message: 'No tag' }];
    await run(listedConnector([source]));
    expect((await lastRun()).counts).toMatchObject({ created: 2, failed: 4 });
    const met = await problems();
    expect(met.map(({ sourceId }) => sourceId)).toEqual([
      'torn',
      'id-1',
      'twin',
      'id-4',
    ]);
    expect(met[1].message).toContain('In limbo');
    expect(met[2].message).toContain('those of id-2');
    expect(JSON.stringify(met)).not.toContain('much');
    expect(
      (await stored('asset:default/hw-3')).record.spec.financials,
    ).toMatchObject({ purchase: { amount: '1999.00', currency: 'EUR' } });
  });

  it('tells once of what no page knows, and only so much of it', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4, 5].map(number => laptop(number));
    source.unknown = [
      { sourceId: 'hr', message: 'HR Portal is no entity' },
      { sourceId: 'hr', message: 'HR Portal is no entity' },
    ];
    await run(listedConnector([source]));
    expect((await lastRun()).counts).toMatchObject({ created: 5, unknown: 1 });
    expect(await problems()).toMatchObject([
      {
        kind: 'unknown',
        sourceId: 'hr',
        ref: null,
        message: 'HR Portal is no entity',
      },
    ]);
    source.unknown = Array.from({ length: 501 }, (_, at) => ({
      sourceId: `service-${at}`,
      message: 'No entity',
    }));
    minutes = day;
    await run(listedConnector([source]));
    expect((await lastRun()).counts).toMatchObject({
      unchanged: 5,
      failed: 0,
      unknown: 500,
    });
  });

  it('retires what a full run no longer finds, and restores it', async () => {
    const source = new ListedSource('assets', 'Asset');
    const all = [1, 2, 3, 4].map(number => laptop(number));
    source.records = all;
    const connector = listedConnector([source]);
    await run(connector);
    source.records = all.slice(0, 3);
    minutes = 60;
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({ absent: 0, retired: 0 });
    expect(await living()).toHaveLength(4);
    minutes = day;
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({ absent: 1, retired: 1 });
    expect(await living()).not.toContain('asset:default/hw-4');
    source.records = all;
    minutes += 60;
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({ changed: 1 });
    expect(await living()).toContain('asset:default/hw-4');
  });

  it('does not bring back what a person retired', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source]);
    await run(connector);
    await retireRegistered(
      { knex: register.database, config: register.config },
      'asset:default/hw-1',
      'Lost',
      PERSON,
      () => {},
    );
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 1,
    });
    expect(await problems()).toMatchObject([
      { message: 'Retired in the register, and Listed still has it' },
    ]);
    expect(await living()).toEqual([]);
  });

  it.each([
    ['an empty answer', 0],
    ['half of the records', 2],
  ])('believes no %s', async (_name, left) => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await run(connector);
    source.records = source.records.slice(0, left);
    minutes = day;
    await run(connector);
    expect(await lastRun()).toMatchObject({
      state: 'guarded',
      message: expect.stringContaining(`${4 - left} of 4 records are absent`),
      counts: { absent: 4 - left, retired: 0 },
    });
    expect(await living()).toHaveLength(4);
  });

  it('retires nothing when the source cannot show everything', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await run(connector);
    source.records = source.records.slice(0, 3);
    source.incomplete = '1 row is hidden from us';
    minutes = day;
    await run(connector);
    expect(await lastRun()).toMatchObject({
      state: 'guarded',
      message: 'assets: 1 row is hidden from us; nothing is retired',
      counts: { absent: 1, retired: 0 },
    });
    expect(await living()).toHaveLength(4);
  });

  it('retires nothing when the source breaks off, and goes on there', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4, 5].map(number => laptop(number));
    const connector = listedConnector([source]);
    source.onPage = page => {
      if (page === 1) throw new SourceError('It is closed', 'unavailable');
    };
    await expect(run(connector)).rejects.toThrow('It is closed');
    expect(await lastRun()).toMatchObject({
      state: 'failed',
      message: 'It is closed',
      counts: { created: 2, retired: 0 },
    });
    source.onPage = () => {};
    await run(connector);
    expect(source.asked.slice(-2)).toEqual([{ cursor: '2' }, { cursor: '4' }]);
    expect(await lastRun()).toMatchObject({
      state: 'succeeded',
      counts: { created: 5, unchanged: 0, absent: 0 },
    });
  });

  it('goes on where a stopped process was', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3].map(number => laptop(number));
    const stop = new AbortController();
    source.onPage = page => {
      if (page === 0) stop.abort();
    };
    const connector = listedConnector([source]);
    await run(connector, stop.signal);
    expect(await lastRun()).toMatchObject({
      state: 'running',
      counts: { created: 2 },
    });
    await run(connector);
    expect(await lastRun()).toMatchObject({
      state: 'succeeded',
      counts: { created: 3 },
    });
    expect(source.asked.at(-1)).toEqual({ cursor: '2' });
  });

  it('is run by one process at a time', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source]);
    let second: string | undefined = 'not run';
    source.onPage = async () => {
      source.onPage = () => {};
      second = await run(connector);
    };
    await run(connector);
    expect(second).toBeUndefined();
    expect(source.asked).toHaveLength(1);
    expect(await readRuns(register.database, 'listed', 10)).toHaveLength(1);
  });

  it('asks for what changed since, once a run came to its end', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    source.changedThrough = '2026-05-20 09:00:00';
    const connector = listedConnector([source]);
    await run(connector);
    minutes = 60;
    await run(connector);
    minutes = day;
    await run(connector);
    expect(source.asked).toEqual([{}, { since: '2026-05-20 09:00:00' }, {}]);
  });

  it('tells in a dry run what it would do, and does nothing', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await run(connector);
    source.records = [
      laptop(1),
      laptop(2, { model: 'XPS' }),
      laptop(3),
      laptop(5),
    ];
    await requestConnectorRun(register.database, 'listed', {
      dry: true,
      full: false,
      by: 'user:default/amir',
    });
    await run(connector);
    expect(await lastRun()).toMatchObject({
      dry: true,
      full: true,
      startedBy: 'user:default/amir',
      state: 'succeeded',
      counts: { created: 1, changed: 1, unchanged: 2, absent: 1, retired: 0 },
    });
    expect(await living()).toHaveLength(4);
    expect((await stored('asset:default/hw-2')).version).toBe(1);
    await run(connector);
    expect(await lastRun()).toMatchObject({ dry: false });
  });

  it('joins contracts to the assets they cover', async () => {
    const assets = new ListedSource('assets', 'Asset');
    assets.records = [laptop(1), laptop(2)];
    const contracts = new ListedSource('contracts', 'Contract');
    contracts.records = [
      {
        sourceId: 'c-1',
        cells: {
          title: 'Support',
          number: 'C-1',
          type: 'support',
          vendor: 'Dell',
          owner: 'group:default/payments',
          'term.start': '2026-01-01',
        },
        links: [
          {
            field: 'covers',
            to: ['id-1', 'id-2', 'unknown'].map(sourceId => ({
              stream: 'assets',
              sourceId,
            })),
          },
        ],
      },
    ];
    const connector = listedConnector([assets, contracts]);
    await run(connector);
    expect(await problems()).toEqual([]);
    expect((await stored('contract:default/c-1')).record.spec).toMatchObject({
      covers: ['asset:default/hw-1', 'asset:default/hw-2'],
    });
    await run(connector);
    expect((await lastRun()).counts).toMatchObject({
      unchanged: 3,
      changed: 0,
    });
  });

  it('leaves a record that a catalog file declares to the file', async () => {
    await register.declare({
      apiVersion: 'itam/v1alpha1',
      kind: 'Asset',
      metadata: { name: 'declared' },
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'deployment',
        owner: 'group:default/payments',
        tag: 'HW-1',
        location: 'Berlin',
      },
    });
    await register.activate();
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    await run(listedConnector([source]));
    expect((await lastRun()).counts).toMatchObject({ failed: 1, created: 0 });
    expect((await problems())[0].message).toContain('is declared in');
  });

  it('leaves fields to the source that filled them first', async () => {
    const first = new ListedSource('assets', 'Asset');
    first.records = [laptop(1)];
    await run(listedConnector([first]));
    const second = new ListedSource('devices', 'Asset');
    second.records[0] = {
      sourceId: 'd',
      cells: {
        tag: 'HW-1',
        manufacturer: 'DELL',
        model: 'XPS',
        type: 'laptop',
      },
    };
    await run({ ...listedConnector([second]), id: 'second' });
    expect((await stored('asset:default/hw-1')).record.spec).toMatchObject({
      manufacturer: 'Dell',
      model: 'XPS',
    });
  });
});
