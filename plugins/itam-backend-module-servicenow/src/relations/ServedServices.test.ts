import {
  idOf,
  relation,
  relationType,
  serverAbove,
} from '../__testUtils__/fakeRows';
import { FakeServiceNow } from '../__testUtils__/FakeServiceNow';
import { SourceHttp } from '@backstage-itam/plugin-itam-node';
import { TableReader } from '../client/TableReader';
import type { RelationsConfig } from '../config/ServiceNowConfig';
import { ServedServices } from './ServedServices';

const [APP, OTHER_APP] = [501, 502];
const [PAYMENTS, LEDGER, UNMAPPED] = [601, 602, 603];

describe('ServedServices', () => {
  const instance = new FakeServiceNow();
  const signal = new AbortController().signal;

  beforeAll(async () => await instance.start());
  afterAll(async () => await instance.stop());
  beforeEach(() => {
    instance.tables.clear();
    instance.hiddenColumns.clear();
    instance.hiddenRows.clear();
    instance.asked.length = 0;
    instance.interference = () => false;
    instance.tables.set('cmdb_rel_type', [
      relationType(801, 'Runs on::Runs'),
      relationType(802, 'Depends on::Used by'),
      relationType(803, 'Connects to::Connected by'),
    ]);
  });

  const servedBy = async (
    items: readonly number[],
    relations: Partial<RelationsConfig> = {},
    entities: Record<string, string[]> = {
      [idOf(PAYMENTS)]: ['component:default/payments-api'],
      [idOf(LEDGER)]: ['component:default/ledger'],
    },
  ) => {
    const served = new ServedServices(
      new TableReader(
        new SourceHttp({
          baseUrl: instance.url,
          authorization: async () => `Basic ${btoa('reader:secret')}`,
          sleep: async () => {},
        }),
      ),
      {
        types: ['Runs on::Runs', 'Depends on::Used by'],
        classes: ['cmdb_ci_service*'],
        depth: 3,
        ...relations,
      },
      { byAnnotation: async () => new Map(Object.entries(entities)) },
    );
    return await served.by(
      items.map(number => (number === 0 ? '' : idOf(number))),
      signal,
    );
  };
  const related = (...rows: Parameters<typeof relation>[]) =>
    instance.tables.set(
      'cmdb_rel_ci',
      rows.map(row => relation(...row)),
    );

  it('finds the services above an item, in equal parts', async () => {
    related(
      [701, 900, APP, serverAbove],
      [702, APP, PAYMENTS],
      [703, 900, LEDGER],
      [704, 901, LEDGER],
    );
    const { cells, unknown } = await servedBy([900, 901, 902]);
    expect(cells.get(idOf(900))).toBe(
      'component:default/ledger; component:default/payments-api',
    );
    expect(cells.get(idOf(901))).toBe('component:default/ledger');
    expect(cells.get(idOf(902))).toBe('');
    expect(unknown).toEqual([]);
  });

  it('stops at the nearest service of the catalog', async () => {
    related([701, 900, PAYMENTS], [702, PAYMENTS, LEDGER]);
    const { cells } = await servedBy([900]);
    expect(cells.get(idOf(900))).toBe('component:default/payments-api');
  });

  it('goes as far as it is told, and no further', async () => {
    related(
      [701, 900, APP, serverAbove],
      [702, APP, OTHER_APP, serverAbove],
      [703, OTHER_APP, PAYMENTS],
    );
    const { cells } = await servedBy([900], { depth: 2 });
    expect(cells.get(idOf(900))).toBe('');
    const { cells: further } = await servedBy([900], { depth: 3 });
    expect(further.get(idOf(900))).toBe('component:default/payments-api');
  });

  it('comes to an end in cycles, and takes relations that are there twice once', async () => {
    related(
      [701, 900, APP, serverAbove],
      [702, APP, 900, serverAbove],
      [703, APP, APP, serverAbove],
      [704, APP, PAYMENTS],
      [705, APP, PAYMENTS],
    );
    const { cells } = await servedBy([900], { depth: 10 });
    expect(cells.get(idOf(900))).toBe('component:default/payments-api');
    const questions = instance.asked.filter(url =>
      url.search.includes('childIN'),
    );
    expect(questions).toHaveLength(2);
  });

  it('follows only the types it is told, and items that are still there', async () => {
    related(
      [
        701,
        900,
        PAYMENTS,
        { type: { value: idOf(803), display_value: 'Connects to' } },
      ],
      [702, 900, LEDGER, { 'parent.sys_class_name': '' }],
      [703, 900, APP, { parent: '' }],
    );
    const { cells, unknown } = await servedBy([900]);
    expect(cells.get(idOf(900))).toBe('');
    expect(unknown).toEqual([]);
  });

  it('names services that no entity has, and leaves their part unallocated', async () => {
    related(
      [701, 900, PAYMENTS],
      [702, 900, UNMAPPED, { 'parent.name': 'HR  Portal' }],
      [703, 900, LEDGER],
      [704, 901, UNMAPPED, { 'parent.name': 'HR  Portal' }],
    );
    const { cells, unknown } = await servedBy([900, 901]);
    expect(cells.get(idOf(900))).toBe(
      'component:default/ledger=33.33; component:default/payments-api=33.33',
    );
    expect(cells.get(idOf(901))).toBe('');
    expect(unknown).toEqual([
      {
        sourceId: idOf(UNMAPPED),
        message:
          'Assets serve HR Portal, and no entity of the catalog has its id in servicenow.com/entity-id',
      },
    ]);
  });

  it('does not miss an entity for a service below one that has it', async () => {
    related([701, 900, UNMAPPED], [702, UNMAPPED, PAYMENTS]);
    const { cells, unknown } = await servedBy([900]);
    expect(cells.get(idOf(900))).toBe('component:default/payments-api');
    expect(unknown).toEqual([]);
  });

  it('knows services by a column of theirs, whatever its case', async () => {
    related([701, 900, 699, { 'parent.u_entity': 'Payments-API' }]);
    const { cells } = await servedBy(
      [900],
      { entityColumn: 'u_entity' },
      { 'payments-api': ['component:default/payments-api'] },
    );
    expect(cells.get(idOf(900))).toBe('component:default/payments-api');
  });

  it('says nothing of an item that is no class of a service', async () => {
    related([701, 900, PAYMENTS, serverAbove]);
    const { cells, unknown } = await servedBy([900]);
    expect(cells.get(idOf(900))).toBe('');
    expect(unknown).toEqual([]);
  });

  it('reads relations page by page', async () => {
    related(
      ...Array.from(
        { length: 1_201 },
        (_, at): Parameters<typeof relation> => [
          10_000 + at,
          900,
          20_000 + at,
          serverAbove,
        ],
      ),
      [19_000, 900, PAYMENTS],
    );
    const { cells } = await servedBy([900], { depth: 1 });
    expect(cells.get(idOf(900))).toBe('component:default/payments-api');
  });

  it('asks about many items in few questions that fit into an address', async () => {
    const items = Array.from({ length: 250 }, (_, at) => 1_000 + at);
    related(
      ...items.map(
        (item, at): Parameters<typeof relation> => [5_000 + at, item, LEDGER],
      ),
    );
    const { cells } = await servedBy(items, { depth: 1 });
    expect([...new Set(cells.values())]).toEqual(['component:default/ledger']);
    expect(
      Math.max(...instance.asked.map(({ search }) => search.length)),
    ).toBeLessThan(8_000);
    expect(instance.asked.length).toBeLessThan(8);
  });

  it('clears nothing while access rules hide relations', async () => {
    related([701, 900, PAYMENTS], [702, 900, LEDGER]);
    instance.hiddenRows.add(idOf(702));
    const { cells, unknown } = await servedBy([900, 0]);
    expect([...cells]).toEqual([['', '']]);
    expect(unknown).toEqual([
      {
        sourceId: 'cmdb_rel_ci',
        message: expect.stringContaining('hide relations from us'),
      },
    ]);
  });

  it.each([
    ['relations', [] as const, undefined, 'no relation at all'],
    ['entities', [[701, 900, PAYMENTS] as const], {}, 'No entity of the'],
  ])(
    'clears nothing while there are no %s at all',
    async (_name, rows, entities, message) => {
      related(
        ...rows.map(
          ([at, child, parent]): Parameters<typeof relation> => [
            at,
            child,
            parent,
          ],
        ),
      );
      const { cells, unknown } = await servedBy([900], {}, entities);
      expect([...cells]).toEqual([]);
      expect(unknown).toMatchObject([
        { message: expect.stringContaining(message) },
      ]);
    },
  );

  it('refuses the name of a type that is not there: it would find nothing', async () => {
    related([701, 900, PAYMENTS]);
    await expect(
      servedBy([900], { types: ['Runs on::Runs', 'Runs in::Runs'] }),
    ).rejects.toThrow('shows us no relation type Runs in::Runs');
  });

  it.each([
    ['child', 'the columns child'],
    ['type', 'the columns type'],
    ['parent', 'the column parent'],
    ['parent.sys_class_name', 'the column parent.sys_class_name'],
  ])('refuses to read relations without %s', async (column, message) => {
    related([701, 900, PAYMENTS]);
    instance.hiddenColumns.add(column);
    await expect(servedBy([900])).rejects.toThrow(
      `does not show us ${message}`,
    );
  });

  it.each([
    ['cmdb_rel_ci', 'childIN', 'not about the items asked for'],
    ['cmdb_rel_ci', 'typeIN', 'not about the items asked for'],
    ['cmdb_rel_type', 'nameIN', 'not those asked for'],
  ])(
    'notices when the instance ignores what is asked of %s by %s',
    async (table, clause, message) => {
      related(
        [701, 900, PAYMENTS],
        [702, 901, LEDGER],
        [
          703,
          900,
          LEDGER,
          { type: { value: idOf(803), display_value: 'Connects to' } },
        ],
      );
      instance.interference = (_req, _res, url) => {
        if (url.pathname.endsWith(table)) {
          url.searchParams.set(
            'sysparm_query',
            (url.searchParams.get('sysparm_query') ?? '')
              .split('^')
              .filter(one => !one.startsWith(clause))
              .join('^'),
          );
        }
        return false;
      };
      await expect(servedBy([900])).rejects.toThrow(message);
    },
  );
});
