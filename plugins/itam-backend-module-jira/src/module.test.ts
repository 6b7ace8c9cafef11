import { TestDatabases } from '@backstage/backend-test-utils';
// The register itself, which connectors write to.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  runningRegister,
  type RunningRegister,
} from '@backstage-itam/plugin-itam-backend/testUtils';
import { FakeAssets, send } from './__testUtils__/FakeAssets';
import {
  contract,
  laptop,
  license,
  MAPPING,
  value,
} from './__testUtils__/fakeObjects';
import jira from './index';

jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_15'] as const)(
  'Assets of Jira into a register on %s',
  engine => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_15'],
    });
    const site = new FakeAssets();
    const laptops = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => laptop(from + at));
    const others = [contract(201, [1, 2]), license(301, 201)];
    let register: RunningRegister;

    beforeAll(async () => await site.start());
    afterAll(async () => await site.stop());

    beforeEach(async () => {
      site.asked.length = 0;
      site.queries.length = 0;
      site.interference = () => false;
      site.objects = [...laptops(1, 45), ...others];
      register = await runningRegister(databases, engine, {
        id: 'jira-assets',
        module: jira,
        config: {
          jiraAssets: {
            ...MAPPING,
            baseUrl: site.url,
            apiUrl: site.url,
            auth: { email: 'reader@acme.example', apiToken: 'secret' },
            schedule: {
              frequency: { hours: 1 },
              timeout: { hours: 1 },
              initialDelay: { seconds: 0 },
            },
            removal: { maxShare: 0.2 },
          },
        },
      });
    });
    afterEach(async () => await register.stop());

    it('reads everything, then what changed', async () => {
      const first = await register.firstRun();
      expect(await register.problems()).toEqual([]);
      expect(first).toMatchObject({
        state: 'succeeded',
        full: true,
        counts: { created: 47, failed: 0 },
      });
      const { spec, record } = await register.record('asset:default/hw-1');
      expect(record.title).toBe('Laptop 7');
      expect(spec).toMatchObject({
        class: 'hardware',
        type: 'laptop',
        status: 'in-use',
        owner: 'group:default/client-services',
        assignee: 'user:default/erin',
        tag: 'HW-1',
        serialNumber: 'SN-1',
        model: 'Latitude 7450',
        inService: '2026-02-01',
        notes: 'Docked & loaded\nat home',
        financials: {
          purchase: { amount: '1999', currency: 'EUR', date: '2026-01-31' },
        },
      });
      const covering = await register.record('contract:default/care-pack');
      expect(covering.spec).toMatchObject({
        vendor: 'bechtle-ag',
        term: { start: '2026-01-01' },
        covers: ['asset:default/hw-1', 'asset:default/hw-2'],
      });
      const bought = await register.record('license:default/adobe-acrobat');
      expect(bought.spec).toMatchObject({
        product: 'Adobe Acrobat',
        quantity: 25,
        term: { start: '2026-01-01', end: '2026-12-31' },
        contract: 'contract:default/care-pack',
        assignments: [{ to: 'user:default/erin' }, { to: 'user:default/max' }],
        financials: { price: { amount: '12500', currency: 'EUR' } },
      });
      expect(await register.sources('asset:default/hw-1')).toMatchObject({
        items: [
          {
            connector: 'jira-assets',
            stream: 'Hardware',
            sourceId: '1',
            url: `${site.url}/jira/servicedesk/assets/object/1`,
          },
        ],
      });

      site.objects = [
        ...laptops(1, 44),
        laptop(
          45,
          { 'Serial Number': [value.plain('SN-NEW')] },
          { updated: new Date().toISOString() },
        ),
        ...others,
      ];
      const second = await register.run();
      expect(second).toMatchObject({
        full: false,
        counts: { created: 0, changed: 1, failed: 0 },
      });
      expect(
        (await register.record('asset:default/hw-45')).spec.serialNumber,
      ).toBe('SN-NEW');

      const third = await register.run({ full: true });
      expect(third.counts).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 47,
        retired: 0,
      });
      const told = JSON.stringify([
        await register.status(),
        await register.problems(),
        register.logged(),
      ]);
      expect(told).not.toMatch(/secret|cmVhZGVyQGFjbWU/);
    });

    it('loses and doubles nothing while objects go and come', async () => {
      await register.firstRun();
      let pages = 0;
      site.interference = (_req, _res, url) => {
        if (url.pathname.endsWith('/object/aql') && pages++ === 1) {
          // Gone after they were read; a new one comes meanwhile.
          site.objects = [...laptops(4, 46), ...others];
        }
        return false;
      };
      const run = await register.run({ full: true });
      expect(run.counts).toMatchObject({
        created: 1,
        unchanged: 47,
        absent: 0,
        retired: 0,
      });
      const next = await register.run({ full: true });
      expect(next.counts).toMatchObject({ absent: 3, retired: 3 });
      expect(await register.refs()).not.toContain('asset:default/hw-3');
      expect(await register.refs()).toContain('asset:default/hw-46');
    });

    it('believes no empty answer', async () => {
      await register.firstRun();
      site.objects = [...others];
      expect(await register.run({ full: true })).toMatchObject({
        state: 'guarded',
        counts: { absent: 45, retired: 0 },
      });
      expect(await register.refs()).toHaveLength(47);
    });

    it('survives a storm of 429 and a cut connection, and goes on later', async () => {
      await register.firstRun();
      site.objects = [...laptops(1, 46), ...others];
      let met = 0;
      site.interference = (req, res, url) => {
        if (!url.pathname.endsWith('/object/aql')) return false;
        met++;
        if (met === 1) {
          send(res, 429, {}, { 'Retry-After': '0' });
          return true;
        }
        if (met === 3) {
          res.writeHead(200, { 'Content-Length': '5000' });
          res.write('{"values":[');
          setTimeout(() => req.socket.destroy(), 10);
          return true;
        }
        return false;
      };
      expect(await register.run({ full: true })).toMatchObject({
        state: 'succeeded',
        counts: { created: 1, retired: 0 },
      });
      site.interference = (_req, res) => {
        send(res, 429, {}, { 'Retry-After': '3600' });
        return true;
      };
      expect(await register.run({ full: true })).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('asks to wait 3600 seconds'),
        counts: { retired: 0 },
      });
      site.interference = () => false;
      expect(await register.run()).toMatchObject({ state: 'succeeded' });
      expect(await register.refs()).toHaveLength(48);
    });

    it('names a state nobody has declared, and takes the rest', async () => {
      await register.firstRun();
      site.objects = [
        ...laptops(1, 44),
        laptop(45, { State: [value.status('Somewhere')] }),
        ...others,
      ];
      const run = await register.run({ full: true });
      expect(run.counts).toMatchObject({ failed: 1, retired: 0 });
      expect(await register.problems()).toEqual([
        expect.objectContaining({
          kind: 'failed',
          sourceId: '45',
          message: expect.stringContaining('Somewhere'),
        }),
      ]);
    });
  },
);
