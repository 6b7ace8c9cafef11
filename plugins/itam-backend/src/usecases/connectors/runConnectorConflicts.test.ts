import { readSourcesOf } from '../../stores/connectors/connectorRecords';
import { retireRegistered } from '../registration/retireRegistered';
import { describeConnectorRuns, PERSON } from './__testUtils__/connectorRuns';
import {
  laptop,
  ListedSource,
  listedConnector,
} from './__testUtils__/listedSource';

describeConnectorRuns('a connector beside people and other sources', runs => {
  it('takes over a record with the same tag, and leaves what it has of its own', async () => {
    const source = new ListedSource('assets', 'Asset');
    const other = new ListedSource('others', 'Asset');
    source.records = [laptop(1)];
    await runs.run(listedConnector([source]));
    await runs.register.database('connector_records').delete();
    await runs.edit('asset:default/hw-1', { notes: 'By hand' });
    other.records = [{ ...laptop(1), sourceId: 'x' }];
    await runs.run(listedConnector([other]));
    expect((await runs.last()).counts).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 1,
      conflicting: 0,
    });
    expect(await runs.specOf('asset:default/hw-1')).toMatchObject({
      notes: 'By hand',
    });
  });

  it('keeps what a person changed, and shows the conflict until both agree', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source]);
    await runs.run(connector);
    await runs.edit('asset:default/hw-1', {
      manufacturer: 'Dell Inc.',
      notes: 'By hand',
    });
    source.records = [laptop(1, { model: 'XPS' })];
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      changed: 1,
      conflicting: 1,
    });
    expect(await runs.specOf('asset:default/hw-1')).toMatchObject({
      manufacturer: 'Dell Inc.',
      notes: 'By hand',
      model: 'XPS',
    });
    expect(await runs.problems()).toMatchObject([
      {
        kind: 'conflict',
        sourceId: 'id-1',
        ref: 'asset:default/hw-1',
        message:
          "Changed in the register: manufacturer. The register's value stays",
      },
    ]);
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 1,
    });
    const [link] = await readSourcesOf(runs.register.database, [
      'asset:default/hw-1',
    ]);
    expect(link.conflicts).toEqual({ manufacturer: 'Dell' });
    source.records = [laptop(1, { model: 'XPS', manufacturer: 'Dell Inc.' })];
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({ conflicting: 0 });
    source.records = [laptop(1, { model: 'XPS', manufacturer: 'Dell Ltd.' })];
    await runs.run(connector);
    expect(await runs.specOf('asset:default/hw-1')).toMatchObject({
      manufacturer: 'Dell Ltd.',
    });
  });

  it('writes over what a person changed where the source is to win', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source], { conflicts: 'source' });
    await runs.run(connector);
    await runs.edit('asset:default/hw-1', {
      manufacturer: 'Dell Inc.',
      notes: 'A',
    });
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      changed: 1,
      conflicting: 1,
    });
    expect(await runs.specOf('asset:default/hw-1')).toMatchObject({
      manufacturer: 'Dell',
      notes: 'A',
    });
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 0,
    });
  });

  it('does not bring back what a person retired', async () => {
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    const connector = listedConnector([source]);
    await runs.run(connector);
    await retireRegistered(
      { knex: runs.register.database, config: runs.register.config },
      'asset:default/hw-1',
      'Lost',
      PERSON,
      () => {},
    );
    await runs.run(connector);
    expect((await runs.last()).counts).toMatchObject({
      unchanged: 1,
      conflicting: 1,
    });
    expect(await runs.problems()).toMatchObject([
      { message: 'Retired in the register, and Listed still has it' },
    ]);
    expect(await runs.living()).toEqual([]);
  });

  it('leaves a record that a catalog file declares to the file', async () => {
    await runs.register.declare({
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
    await runs.register.activate();
    const source = new ListedSource('assets', 'Asset');
    source.records = [laptop(1)];
    await runs.run(listedConnector([source]));
    expect((await runs.last()).counts).toMatchObject({ failed: 1, created: 0 });
    expect((await runs.problems())[0].message).toContain('is declared in');
  });

  it('leaves fields to the source that filled them first', async () => {
    const first = new ListedSource('assets', 'Asset');
    first.records = [laptop(1)];
    await runs.run(listedConnector([first]));
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
    await runs.run({ ...listedConnector([second]), id: 'second' });
    expect(await runs.specOf('asset:default/hw-1')).toMatchObject({
      manufacturer: 'Dell',
      model: 'XPS',
    });
  });
});
