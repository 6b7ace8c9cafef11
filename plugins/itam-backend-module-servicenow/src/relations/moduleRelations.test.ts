import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// The register itself, which connectors write to.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  runningRegister,
  type RunningRegister,
} from '@backstage-itam/plugin-itam-backend/testUtils';
import {
  idOf,
  laptop,
  relation,
  relationType,
  serverAbove,
} from '../__testUtils__/fakeRows';
import { FakeServiceNow, send } from '../__testUtils__/FakeServiceNow';
import servicenow from '../index';

jest.setTimeout(120_000);

const [PAYMENTS, LEDGER, APP] = [601, 602, 501];

describe.each(['SQLITE_3', 'POSTGRES_15'] as const)(
  'Services of assets from relations of ServiceNow on %s',
  engine => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_15'],
    });
    const instance = new FakeServiceNow();
    let register: RunningRegister;

    beforeAll(async () => await instance.start());
    afterAll(async () => await instance.stop());
    beforeEach(() => {
      instance.tables.clear();
      instance.interference = () => false;
      instance.asked.length = 0;
      instance.tables.set('alm_hardware', [
        laptop(1, { ci: { value: idOf(901), display_value: 'hw-1' } }),
        laptop(2, { ci: { value: idOf(902), display_value: 'hw-2' } }),
        laptop(3, { ci: '' }),
      ]);
      instance.tables.set('alm_license', []);
      instance.tables.set('ast_contract', []);
      instance.tables.set('cmdb_rel_type', [
        relationType(801, 'Runs on::Runs'),
        relationType(802, 'Depends on::Used by'),
        relationType(803, 'Hosted on::Hosts'),
      ]);
      instance.tables.set('cmdb_rel_ci', [
        relation(701, 901, APP, serverAbove),
        relation(702, APP, PAYMENTS),
        relation(703, 901, LEDGER, { 'parent.name': 'Ledger' }),
        relation(704, 902, LEDGER, { 'parent.name': 'Ledger' }),
      ]);
    });
    afterEach(async () => await register.stop());

    const start = async (section: JsonObject) => {
      const named = (name: string, item: number) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name,
          annotations: { 'servicenow.com/entity-id': idOf(item) },
        },
      });
      register = await runningRegister(databases, engine, {
        id: 'servicenow',
        module: servicenow,
        entities: [
          named('payments-api', PAYMENTS),
          { ...named('platform', LEDGER), kind: 'Group' },
        ],
        config: {
          servicenow: {
            baseUrl: instance.url,
            auth: { username: 'reader', password: 'secret' },
            schedule: {
              frequency: { hours: 1 },
              timeout: { hours: 1 },
              initialDelay: { seconds: 0 },
            },
            defaults: { Asset: { owner: 'group:default/it', type: 'laptop' } },
            types: { Computer: 'laptop' },
            ...section,
          },
        },
      });
    };
    const servicesOf = async (name: string) => {
      const { spec } = await register.record(`asset:default/${name}`);
      return spec.services;
    };

    it('fills who uses an asset, and names the services nobody knows', async () => {
      await start({ relations: {} });
      const first = await register.firstRun();
      expect(first).toMatchObject({
        state: 'succeeded',
        counts: { created: 3, failed: 0, unknown: 1 },
      });
      expect(await servicesOf('hw-1')).toEqual([
        { ref: 'component:default/payments-api', share: 50 },
      ]);
      expect(await servicesOf('hw-2')).toBeUndefined();
      expect(await register.problems()).toEqual([
        {
          kind: 'unknown',
          stream: 'alm_hardware',
          sourceId: idOf(LEDGER),
          message:
            'Assets serve Ledger, and no entity of the catalog has its id in servicenow.com/entity-id',
        },
      ]);
      const { items } = await register.sources('asset:default/hw-1');
      expect(items[0].fields).toContain('services');

      const again = await register.run({ full: true });
      expect(again.counts).toMatchObject({ changed: 0, unchanged: 3 });

      instance.tables.set('cmdb_rel_ci', [
        relation(704, 902, LEDGER, { 'parent.name': 'Ledger' }),
      ]);
      const emptied = await register.run({ full: true });
      expect(emptied.counts).toMatchObject({ changed: 1, unknown: 1 });
      expect(await servicesOf('hw-1')).toBeUndefined();
    });

    it('leaves services as they are when relations are hidden or gone', async () => {
      await start({ relations: {} });
      await register.firstRun();
      instance.tables.set('cmdb_rel_ci', []);
      const run = await register.run({ full: true });
      expect(run.counts).toMatchObject({ changed: 0, failed: 0, unknown: 1 });
      expect(await servicesOf('hw-1')).toHaveLength(1);
    });

    it('survives cut connections, and takes nothing in a storm of 429', async () => {
      await start({ relations: {} });
      await register.firstRun();
      let met = 0;
      instance.interference = (req, res, url) => {
        if (!url.pathname.includes('cmdb_rel_ci') || met++ > 0) return false;
        res.writeHead(200, { 'Content-Length': '5000' });
        res.write('{"result":[');
        setTimeout(() => req.socket.destroy(), 10);
        return true;
      };
      expect(await register.run({ full: true })).toMatchObject({
        state: 'succeeded',
        counts: { unchanged: 3 },
      });
      instance.interference = (_req, res, url) => {
        if (!url.pathname.includes('cmdb_rel_ci')) return false;
        send(res, 429, { error: {} }, { 'Retry-After': '3600' });
        return true;
      };
      expect(await register.run({ full: true })).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('asks to wait 3600 seconds'),
        counts: { changed: 0, retired: 0 },
      });
      expect(await servicesOf('hw-1')).toHaveLength(1);
    });

    it('leaves the field to people unless it is configured', async () => {
      await start({});
      expect((await register.firstRun()).counts).toMatchObject({
        created: 3,
        unknown: 0,
      });
      expect(await servicesOf('hw-1')).toBeUndefined();
      expect(
        instance.asked.some(({ pathname }) => pathname.includes('cmdb_')),
      ).toBe(false);
    });
  },
);
