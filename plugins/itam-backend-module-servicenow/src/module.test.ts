import { TestDatabases } from '@backstage/backend-test-utils';
// The register itself, which connectors write to.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  runningRegister,
  type RunningRegister,
} from '@backstage-itam/plugin-itam-backend/testUtils';
import {
  contract,
  covers,
  idOf,
  laptop,
  license,
} from './__testUtils__/fakeRows';
import { FakeServiceNow, send } from './__testUtils__/FakeServiceNow';
import servicenow from './index';

jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_15'] as const)(
  'ServiceNow into a register on %s',
  engine => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_15'],
    });
    const instance = new FakeServiceNow();
    let register: RunningRegister;

    beforeAll(async () => {
      await instance.start();
    });
    afterAll(async () => await instance.stop());

    beforeEach(async () => {
      instance.tables.clear();
      instance.hiddenColumns.clear();
      instance.hiddenRows.clear();
      instance.interference = () => false;
      instance.asked.length = 0;
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3, 4, 5].map(number => laptop(number)),
      );
      instance.tables.set('alm_license', [license(11)]);
      instance.tables.set('ast_contract', [contract(21)]);
      instance.tables.set('clm_m2m_contract_asset', [
        covers(31, 21, 1),
        covers(32, 21, 11),
        covers(33, 21, 2, { removed: '2026-02-01' }),
        covers(34, 21, 99),
      ]);
      register = await runningRegister(databases, engine, {
        id: 'servicenow',
        module: servicenow,
        config: {
          servicenow: {
            baseUrl: instance.url,
            auth: { username: 'reader', password: 'secret' },
            schedule: {
              frequency: { hours: 1 },
              timeout: { hours: 1 },
              initialDelay: { seconds: 0 },
            },
            pageSize: 2,
            currency: 'EUR',
            removal: { maxShare: 0.2 },
            types: { Computer: 'laptop' },
            groups: { 'client services': 'group:default/client-services' },
            defaults: {
              Asset: { owner: 'group:default/it' },
              License: { owner: 'group:default/it' },
              Contract: { owner: 'group:default/it' },
            },
          },
        },
      });
    });
    afterEach(async () => await register.stop());

    it('reads everything, then what changed, and shows how it went', async () => {
      const first = await register.firstRun();
      expect(await register.problems()).toEqual([]);
      expect(first).toMatchObject({
        state: 'succeeded',
        full: true,
        counts: { created: 7, failed: 0 },
      });
      const { spec, record } = await register.record('asset:default/hw-1');
      expect(record.title).toBe('HW-1 - Latitude 7450');
      expect(spec).toMatchObject({
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/client-services',
        assignee: 'user:default/erin',
        tag: 'HW-1',
        serialNumber: 'SN-1',
        manufacturer: 'Dell Inc.',
        model: 'Latitude 7450',
        vendor: 'bechtle-ag',
        location: 'Berlin',
        inService: '2026-02-01',
        warranty: { until: '2029-01-31' },
        notes: 'Docked\nat home',
        financials: {
          purchase: {
            amount: '1999.00',
            currency: 'EUR',
            date: '2026-01-31',
            order: 'PO-7',
          },
          costCenter: 'CC-410',
        },
      });
      const covering = await register.record('contract:default/cntr0021');
      expect(covering.spec).toMatchObject({
        type: 'maintenance',
        number: 'CNTR0021',
        vendor: 'bechtle-ag',
        term: { start: '2026-01-01', end: '2028-12-31' },
        covers: ['asset:default/hw-1', 'license:default/adobe-acrobat'],
      });
      expect(
        (await register.record('license:default/adobe-acrobat')).spec,
      ).toMatchObject({
        type: 'subscription',
        product: 'Adobe Acrobat',
        quantity: 25,
        financials: { price: { amount: '5000.00', per: 'total' } },
      });
      expect(await register.sources('asset:default/hw-1')).toMatchObject({
        items: [
          {
            connector: 'servicenow',
            title: 'ServiceNow',
            stream: 'alm_hardware',
            sourceId: idOf(1),
            url: `${instance.url}/alm_hardware.do?sys_id=${idOf(1)}`,
            fields: expect.arrayContaining(['tag', 'status', 'notes']),
            conflicts: [],
          },
        ],
      });

      instance.tables.set('alm_hardware', [
        ...[1, 2, 3, 4].map(number => laptop(number)),
        laptop(5, {
          sys_updated_on: '2026-05-02 08:00:00',
          location: { value: 'l2', display_value: 'Munich' },
        }),
      ]);
      instance.asked.length = 0;
      const second = await register.run();
      expect(second).toMatchObject({
        full: false,
        counts: { created: 0, changed: 1, failed: 0 },
      });
      expect((await register.record('asset:default/hw-5')).spec.location).toBe(
        'Munich',
      );
      expect(
        instance.asked.map(url => decodeURIComponent(url.search)).join(),
      ).toContain('sys_updated_on>=2026-05-01 07:55:00^ORDERBYsys_id');

      const third = await register.run({ full: true });
      expect(third.counts).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 7,
        retired: 0,
      });
      const everything = JSON.stringify([
        await register.status(),
        await register.problems(),
        register.logged(),
      ]);
      expect(everything).not.toMatch(/secret|TOP-SECRET|cmVhZGVyOnNlY3JldA/);
      expect(
        instance.asked.some(url => url.search.includes('license_key')),
      ).toBe(false);
    });

    it('loses no row while others are deleted, nor where rows are hidden', async () => {
      await register.firstRun();
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3, 4, 5, 6, 7, 8].map(number => laptop(number)),
      );
      // A whole page that access rules hide.
      instance.hiddenRows.add(idOf(5)).add(idOf(6));
      let pages = 0;
      instance.interference = (_req, _res, url) => {
        if (url.pathname.endsWith('alm_hardware') && pages++ === 2) {
          // The first rows are deleted after they were read.
          instance.tables.set(
            'alm_hardware',
            [2, 3, 4, 5, 6, 7, 8].map(number => laptop(number)),
          );
        }
        return false;
      };
      const run = await register.run({ full: true });
      expect(run).toMatchObject({
        state: 'guarded',
        message:
          'alm_hardware: 2 of 8 rows are not shown to us; nothing is retired',
        counts: { created: 2, absent: 1, retired: 0, failed: 0 },
      });
      expect(await register.refs()).toEqual(
        expect.arrayContaining(['asset:default/hw-7', 'asset:default/hw-8']),
      );
    });

    it('retires what was deleted, in a full run only', async () => {
      await register.firstRun();
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3, 4].map(number => laptop(number)),
      );
      await register.run();
      expect(await register.refs()).toContain('asset:default/hw-5');
      const run = await register.run({ full: true });
      expect(run).toMatchObject({ counts: { absent: 1, retired: 1 } });
      expect(await register.refs()).not.toContain('asset:default/hw-5');
      expect(await register.problems()).toEqual([
        {
          kind: 'absent',
          stream: 'alm_hardware',
          sourceId: idOf(5),
          message: 'No longer in ServiceNow; retired',
          ref: 'asset:default/hw-5',
        },
      ]);
    });

    it('believes no empty answer', async () => {
      await register.firstRun();
      instance.tables.set('alm_hardware', []);
      const run = await register.run({ full: true });
      expect(run).toMatchObject({
        state: 'guarded',
        counts: { absent: 5, retired: 0 },
      });
      expect(await register.refs()).toHaveLength(7);
    });

    it('survives a storm of 429 and cut connections, and goes on after more', async () => {
      await register.firstRun();
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3, 4, 5, 6].map(number => laptop(number)),
      );
      let met = 0;
      instance.interference = (req, res, url) => {
        if (!url.search.includes('offset')) return false;
        met++;
        if (met === 2) {
          send(res, 429, { error: {} }, { 'Retry-After': '0' });
          return true;
        }
        if (met === 4) {
          res.writeHead(200, { 'Content-Length': '5000' });
          res.write('{"result":[');
          setTimeout(() => req.socket.destroy(), 10);
          return true;
        }
        return false;
      };
      const run = await register.run({ full: true });
      expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1 } });

      instance.interference = (_req, res) => {
        send(res, 429, { error: {} }, { 'Retry-After': '3600' });
        return true;
      };
      const refused = await register.run({ full: true });
      expect(refused).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('asks to wait 3600 seconds'),
        counts: { retired: 0 },
      });
      instance.interference = () => false;
      expect(await register.run()).toMatchObject({ state: 'succeeded' });
      expect(await register.refs()).toHaveLength(8);
    });

    it('leaves alone what access rules hide of a row', async () => {
      await register.firstRun();
      instance.hiddenColumns.add('location').add('comments').add('cost');
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3, 4, 5].map(number =>
          laptop(number, { sys_updated_on: '2026-05-03 08:00:00' }),
        ),
      );
      await register.run({ full: true });
      expect((await register.record('asset:default/hw-1')).spec).toMatchObject({
        location: 'Berlin',
        notes: 'Docked\nat home',
        financials: { purchase: { amount: '1999.00' } },
      });
    });

    it('names a state nobody has declared, and takes the rest', async () => {
      await register.firstRun();
      instance.tables.set('alm_hardware', [
        laptop(1),
        laptop(2, {
          install_status: { value: '9', display_value: 'In transit' },
        }),
      ]);
      const run = await register.run({ full: true });
      expect(run.counts.failed).toBe(1);
      expect(await register.problems()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            kind: 'failed',
            sourceId: idOf(2),
            message: expect.stringContaining('In transit'),
          }),
        ]),
      );
    });
  },
);
