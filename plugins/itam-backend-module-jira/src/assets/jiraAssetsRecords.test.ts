import type { JsonObject } from '@backstage/types';
import { describeEditions } from '../__testUtils__/assetsReading';
import { laptop, license, value } from '../__testUtils__/fakeObjects';

describeEditions('records of Jira Assets', ({ site, connect, readAll }) => {
  const one = async (
    values: Parameters<typeof laptop>[1],
    section: JsonObject = {},
  ) => {
    site.objects = [laptop(1, values)];
    const [record] = await readAll(connect(section));
    return record;
  };

  it('reads what is not there as empty, and what is hidden not at all', async () => {
    const empty = await one({ 'Serial Number': [], User: [], Price: [] });
    expect(empty.cells).toMatchObject({
      serialNumber: '',
      assignee: '',
      'financials.purchase.amount': '',
      'financials.purchase.date': '',
    });
    const hidden = await one({ User: [value.user({ displayName: 'Erin' })] });
    expect(Object.keys(hidden.cells)).not.toContain('assignee');
  });

  it('finds people by what the configuration says of them', async () => {
    const User = [
      value.user({
        displayName: 'Erin Ng',
        name: 'eng',
        emailAddress: 'e@x',
      }),
    ];
    expect((await one({ User })).cells.assignee).toBe('user:default/e');
    const byName = { users: { key: 'name', namespace: 'staff' } };
    expect((await one({ User }, byName)).cells.assignee).toBe('user:staff/eng');
    const entities = { 'erin ng': 'user:default/erin.ng' };
    expect((await one({ User }, { entities })).cells.assignee).toBe(
      'user:default/erin.ng',
    );
  });

  it.each([
    ['not known', [value.plain('Unknown')]],
    ['empty', []],
  ])(
    'leaves the owner to the default where the team is %s',
    async (_name, Team) => {
      const { cells, defaults } = await one({ Team });
      expect(Object.keys(cells)).not.toContain('owner');
      expect(defaults?.owner).toBe('group:default/it');
    },
  );

  it('reads days as they are stored, and times in the zone of the organisation', async () => {
    const inService = async (timeZone: string) =>
      (await one({}, { timeZone })).cells.inService;
    expect(await inService('Europe/Berlin')).toBe('2026-02-01');
    expect(await inService('America/New_York')).toBe('2026-01-31');
    expect((await one({})).cells['financials.purchase.date']).toBe(
      '2026-01-31',
    );
  });

  it.each([
    ['1999.0', '1999'],
    ['1.25E7', '12500000'],
    ['1.23456789012E4', '12345.6789012'],
    ['2.5E-3', '0.0025'],
    ['0.10', '0.1'],
    ['0.0', ''],
    ['12,50', '12,50'],
  ])('reads the price %s as %s', async (stored, read) => {
    const { cells } = await one({ Price: [value.plain(stored, '~')] });
    expect(cells['financials.purchase.amount']).toBe(read);
  });

  it('reads no money without a currency', async () => {
    site.objects = [laptop(1), license(301, 201)];
    const connector = connect({ currency: null });
    for (const id of ['Hardware', 'Software License']) {
      const [record] = await readAll(connector, id);
      expect(Object.keys(record.cells).join()).not.toContain('financials');
    }
  });

  it('points to other objects, wherever they are registered', async () => {
    const { links } = await one({ Parent: [value.object(7, 'Rack')] });
    expect(links).toEqual([
      {
        field: 'partOf',
        to: ['Hardware', 'ITAM/Contract', 'Software License'].map(stream => ({
          stream,
          sourceId: '7',
        })),
      },
    ]);
    expect((await one({})).links).toEqual([{ field: 'partOf', to: [] }]);
  });
});
