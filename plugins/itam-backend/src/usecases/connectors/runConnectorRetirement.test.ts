import { SourceError } from '@backstage-itam/plugin-itam-node';
import { DAY, describeConnectorRuns } from './__testUtils__/connectorRuns';
import {
  laptop,
  ListedSource,
  listedConnector,
} from './__testUtils__/listedSource';

describeConnectorRuns('a connector whose source has less', runs => {
  it('retires what a full run no longer finds, and restores it', async () => {
    const source = new ListedSource('assets', 'Asset');
    const all = [1, 2, 3, 4].map(number => laptop(number));
    source.records = all;
    const connector = listedConnector([source]);
    await runs.run(connector);
    source.records = all.slice(0, 3);
    runs.minutes = 60;
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({ absent: 0, retired: 0 });
    expect(await runs.living()).toHaveLength(4);
    runs.minutes = DAY;
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({ absent: 1, retired: 1 });
    expect(await runs.living()).not.toContain('asset:default/hw-4');
    source.records = all;
    runs.minutes += 60;
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({ changed: 1 });
    expect(await runs.living()).toContain('asset:default/hw-4');
  });

  it.each([
    ['an empty answer', 0],
    ['half of the records', 2],
  ])('believes no %s', async (_name, left) => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await runs.run(connector);
    source.records = source.records.slice(0, left);
    runs.minutes = DAY;
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
      state: 'guarded',
      message: expect.stringContaining(`${4 - left} of 4 records are absent`),
      counts: { absent: 4 - left, retired: 0 },
    });
    expect(await runs.living()).toHaveLength(4);
  });

  it('retires nothing when the source cannot show everything', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4].map(number => laptop(number));
    const connector = listedConnector([source]);
    await runs.run(connector);
    source.records = source.records.slice(0, 3);
    source.incomplete = '1 row is hidden from us';
    runs.minutes = DAY;
    await runs.run(connector);
    expect(await runs.last()).toMatchObject({
      state: 'guarded',
      message: 'assets: 1 row is hidden from us; nothing is retired',
      counts: { absent: 1, retired: 0 },
    });
    expect(await runs.living()).toHaveLength(4);
  });

  it('retires nothing when the source breaks off, and goes on there', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [1, 2, 3, 4, 5].map(number => laptop(number));
    const connector = listedConnector([source]);
    source.onPage = page => {
      if (page === 1) throw new SourceError('It is closed', 'unavailable');
    };
    await expect(runs.run(connector)).rejects.toThrow('It is closed');
    expect(await runs.last()).toMatchObject({
      state: 'failed',
      message: 'It is closed',
      counts: { created: 2, retired: 0 },
    });
    source.onPage = () => {};
    await runs.run(connector);
    expect(source.asked.slice(-2)).toEqual([{ cursor: '2' }, { cursor: '4' }]);
    expect(await runs.last()).toMatchObject({
      state: 'succeeded',
      counts: { created: 5, unchanged: 0, absent: 0 },
    });
  });
});
