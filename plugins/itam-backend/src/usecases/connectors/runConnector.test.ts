import { readSourcesOf } from '../../stores/connectors/connectorRecords';
import { readRuns } from '../../stores/connectors/connectorRuns';
import { requestConnectorRun } from '../../stores/connectors/connectorState';
import { DAY, describeConnectorRuns } from './__testUtils__/connectorRuns';
import {
  laptop,
  ListedSource,
  listedConnector,
} from './__testUtils__/listedSource';

describeConnectorRuns('running a connector', runs => {
  it('registers what the source has, and changes nothing the second time', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3].map(number => laptop(number));
    const connector = listedConnector([source]);
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
      state: 'succeeded',
      full: true,
      counts: { created: 3, changed: 0, unchanged: 0, failed: 0 },
    });
    const one = await runs.stored('asset:default/hw-1');
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
    runs.minutes = 60;
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
      full: false,
      counts: { created: 0, changed: 0, unchanged: 3, failed: 0 },
    });
    expect((await runs.stored('asset:default/hw-1')).version).toBe(1);
    const [link] = await readSourcesOf(runs.register.database, [
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
    await runs.run(connector);
    source.records = [laptop(1, { tag: 'HW-77', notes: '', model: 'XPS' })];
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      changed: 1,
      created: 0,
    });
    const { spec } = (await runs.stored('asset:default/hw-1')).record;
    expect(spec).toMatchObject({ tag: 'HW-77', model: 'XPS' });
    expect(spec).not.toHaveProperty('notes');
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
    await runs.run(listedConnector([source]));
    expect((await runs.last()).counts).toMatchObject({ created: 2, failed: 4 });
    const met = await runs.problems();
    expect(met.map(({ sourceId }) => sourceId)).toEqual([
      'torn',
      'id-1',
      'twin',
      'id-4',
    ]);
    expect(met[1].message).toContain('In limbo');
    expect(met[2].message).toContain('those of id-2');
    expect(JSON.stringify(met)).not.toContain('much');
    expect((await runs.specOf('asset:default/hw-3')).financials).toMatchObject({
      purchase: { amount: '1999.00', currency: 'EUR' },
    });
  });

  it('tells once of what no page knows, and only so much of it', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4, 5].map(number => laptop(number));
    source.unknown = [
      { sourceId: 'hr', message: 'HR Portal is no entity' },
      { sourceId: 'hr', message: 'HR Portal is no entity' },
    ];
    await runs.run(listedConnector([source]));
    expect((await runs.last()).counts).toMatchObject({
      created: 5,
      unknown: 1,
    });
    expect(await runs.problems()).toMatchObject([
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
    runs.minutes = DAY;
    await runs.run(listedConnector([source]));
    expect((await runs.last()).counts).toMatchObject({
      unchanged: 5,
      failed: 0,
      unknown: 500,
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
    await runs.run(connector, stop.signal);
    expect(await runs.last()).toMatchObject({
      state: 'running',
      counts: { created: 2 },
    });
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
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
      second = await runs.run(connector);
    };
    await runs.run(connector);
    expect(second).toBeUndefined();
    expect(source.asked).toHaveLength(1);
    expect(await readRuns(runs.register.database, 'listed', 10)).toHaveLength(
      1,
    );
  });

  it('asks for what changed since, once a run came to its end', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    source.changedThrough = '2026-05-20 09:00:00';
    const connector = listedConnector([source]);
    await runs.run(connector);
    runs.minutes = 60;
    await runs.run(connector);
    runs.minutes = DAY;
    await runs.run(connector);
    expect(source.asked).toEqual([{}, { since: '2026-05-20 09:00:00' }, {}]);
  });

  it('tells in a dry run what it would do, and does nothing', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await runs.run(connector);
    source.records = [
      laptop(1),
      laptop(2, { model: 'XPS' }),
      laptop(3),
      laptop(5),
    ];
    await requestConnectorRun(runs.register.database, 'listed', {
      dry: true,
      full: false,
      by: 'user:default/amir',
    });
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
      dry: true,
      full: true,
      startedBy: 'user:default/amir',
      state: 'succeeded',
      counts: { created: 1, changed: 1, unchanged: 2, absent: 1, retired: 0 },
    });
    expect(await runs.living()).toHaveLength(4);
    expect((await runs.stored('asset:default/hw-2')).version).toBe(1);
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({ dry: false });
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
    await runs.run(connector);
    expect(await runs.problems()).toEqual([]);
    expect(await runs.specOf('contract:default/c-1')).toMatchObject({
      covers: ['asset:default/hw-1', 'asset:default/hw-2'],
    });
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      unchanged: 3,
      changed: 0,
    });
  });
});
