import { TestDatabases } from '@backstage/backend-test-utils';
// The register itself, which connectors write to.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  runningRegister,
  type RunningRegister,
} from '@backstage-itam/plugin-itam-backend/testUtils';
import { laptop, license, seat } from './__testUtils__/fakeRows';
import { FakeSnipeIt, send } from './__testUtils__/FakeSnipeIt';
import snipeIt from './index';

jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_15'] as const)(
  'Snipe-IT into a register on %s',
  engine => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_15'],
    });
    const snipe = new FakeSnipeIt();
    let register: RunningRegister;

    beforeAll(async () => await snipe.start());
    afterAll(async () => await snipe.stop());

    beforeEach(async () => {
      snipe.lists.clear();
      snipe.asked.length = 0;
      snipe.interference = () => false;
      snipe.lists.set(
        'hardware',
        [1, 2, 3, 4, 5].map(id => laptop(id)),
      );
      snipe.lists.set('licenses', [license(1)]);
      snipe.lists.set('licenses/1/seats', [seat(1, { user: 7 }), seat(2)]);
      snipe.lists.set('users', [{ id: 7, username: 'erin' }]);
      register = await runningRegister(databases, engine, {
        id: 'snipe-it',
        module: snipeIt,
        config: {
          snipeIt: {
            baseUrl: snipe.url,
            token: 'snipe-secret',
            schedule: {
              frequency: { hours: 1 },
              timeout: { hours: 1 },
              initialDelay: { seconds: 0 },
            },
            pageSize: 3,
            currency: 'EUR',
            removal: { maxShare: 0.2 },
            types: { Laptops: 'laptop' },
            defaults: {
              Asset: { owner: 'group:default/it' },
              License: { owner: 'group:default/it' },
            },
          },
        },
      });
    });
    afterEach(async () => await register.stop());

    it('reads assets and licences, and changes nothing the second time', async () => {
      const first = await register.firstRun();
      expect(await register.problems()).toEqual([]);
      expect(first).toMatchObject({
        state: 'succeeded',
        counts: { created: 6, failed: 0 },
      });
      const { spec, record } = await register.record('asset:default/hw-1');
      expect(record.title).toBe('Erin\'s "blue" laptop 1');
      expect(spec).toMatchObject({
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/it',
        assignee: 'user:default/erin',
        model: 'R&D Notebook',
        vendor: 'bechtle-ag',
        location: 'München',
        warranty: { until: '2029-01-31' },
        endOfLife: '2030-01-31',
        notes: 'See <wiki>',
        financials: {
          purchase: {
            amount: '1999.00',
            currency: 'EUR',
            date: '2026-01-31',
            order: 'PO-7',
          },
        },
      });
      expect(
        (await register.record('license:default/acrobat-reader')).spec,
      ).toMatchObject({
        product: 'Acrobat & Reader',
        quantity: 3,
        metric: 'named-user',
        type: 'subscription',
        term: { start: '2026-01-01', end: '2026-12-31' },
        assignments: [{ to: 'user:default/erin' }],
        financials: { price: { amount: '5000.00', currency: 'EUR' } },
      });
      const second = await register.run();
      expect(second.counts).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 6,
        conflicting: 0,
        retired: 0,
      });
      const told = JSON.stringify([await register.status(), register.logged()]);
      expect(told).not.toMatch(/snipe-secret|TOP-SECRET/);
    });

    it('retires what was deleted, and nothing when pages shift or are empty', async () => {
      await register.firstRun();
      let asked = 0;
      snipe.interference = (_req, _res, url) => {
        if (url.pathname.endsWith('/hardware') && asked++ === 1) {
          snipe.lists.set(
            'hardware',
            [2, 3, 4, 5].map(id => laptop(id)),
          );
        }
        return false;
      };
      expect((await register.run()).counts).toMatchObject({
        absent: 0,
        unchanged: 6,
      });
      expect((await register.run()).counts).toMatchObject({
        absent: 1,
        retired: 1,
      });
      expect(await register.refs()).not.toContain('asset:default/hw-1');
      snipe.lists.set('hardware', []);
      expect(await register.run()).toMatchObject({
        state: 'guarded',
        counts: { absent: 4, retired: 0 },
      });
      expect(await register.refs()).toContain('asset:default/hw-2');
    });

    it('survives the throttle and cut connections, and a refusal retires nothing', async () => {
      await register.firstRun();
      let met = 0;
      snipe.interference = (req, res) => {
        met++;
        if (met === 1) {
          send(
            res,
            429,
            { message: 'Too Many Requests' },
            { 'Retry-After': '0' },
          );
          return true;
        }
        if (met === 3) {
          res.writeHead(200, { 'Content-Length': '9999' });
          res.write('{"total":5,"rows":[');
          setTimeout(() => req.socket.destroy(), 10);
          return true;
        }
        return false;
      };
      expect(await register.run()).toMatchObject({
        state: 'succeeded',
        counts: { unchanged: 6, retired: 0 },
      });
      snipe.interference = (_req, res) => {
        send(res, 429, {}, { 'Retry-After': '3600' });
        return true;
      };
      expect(await register.run()).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('asks to wait 3600 seconds'),
        counts: { retired: 0 },
      });
      snipe.lists.delete('licenses');
      snipe.interference = () => false;
      expect(await register.run()).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('permissions of the token'),
        counts: { retired: 0 },
      });
      expect(await register.refs()).toHaveLength(6);
    });

    it('names a status nobody has declared', async () => {
      await register.firstRun();
      snipe.lists.set('hardware', [
        ...[1, 2, 3, 4].map(id => laptop(id)),
        laptop(5, {
          status_label: {
            name: 'Attic',
            status_type: 'archived',
            status_meta: 'archived',
          },
        }),
      ]);
      expect((await register.run()).counts).toMatchObject({
        failed: 1,
        retired: 0,
      });
      const [problem] = await register.problems();
      expect(problem).toMatchObject({
        kind: 'failed',
        sourceId: '5',
        ref: 'asset:default/hw-5',
      });
      expect(problem.message).toContain('Attic');
    });
  },
);
