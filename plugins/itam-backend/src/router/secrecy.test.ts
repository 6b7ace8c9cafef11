import { mockServices } from '@backstage/backend-test-utils';
import { settingKeys } from '../database/settingKeys';
import { readSetting } from '../stores/settings/readSetting';
import { requestsTo, rows } from './__testUtils__/badRequests';
import { shopCatalog } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { startRegister, type Persona } from './__testUtils__/startRegister';
import { expectUntouched } from './__testUtils__/untouchedRegister';
import { vaultRecords } from './__testUtils__/vaultRecords';

describeShop('bad input', vaultRecords, shop => {
  const ask = requestsTo(shop);

  afterAll(async () => {
    await expectUntouched(shop);
  });

  describe('about what one may not see', () => {
    const totalOf = async (persona: Persona, path: string) => {
      const { body } = await shop.register.get(persona, path);
      return [path, body.totalItems];
    };

    it('no filter, search or range counts hidden records', async () => {
      for (const path of [
        '/records?q=vault',
        '/records?q=HIDDEN-1',
        '/records?q=HIDDEN-SN',
        '/records?vendor=hiddenvendor',
        '/records?owner=group:default/other&kind=Asset',
        '/records?kind=Asset&endsFrom=2026-10-19&endsTo=2026-10-21',
        '/licenses/position?q=hiddenproduct',
        '/licenses/position?vendor=hiddenvendor',
        '/renewals?vendor=hiddenvendor',
        '/renewals?from=2026-11-29&to=2026-12-01',
      ]) {
        const [, seen] = await totalOf('finance', path);
        expect([path, seen]).not.toEqual([path, 0]);
        const expected = path.includes('owner=') ? 1 : 0;
        // The seat of a licence does not show the others of its owner.
        expect((await totalOf('member', path))[1]).toBeLessThanOrEqual(
          expected,
        );
      }
    });

    it('no order and no page shows where hidden records are', async () => {
      for (const sort of [
        'title',
        'ref',
        'kind',
        'owner',
        'vendor',
        'endsOn',
      ]) {
        const refs: string[] = [];
        let query = '';
        do {
          const { body } = await shop.register.get(
            'member',
            `/records?sort=${sort}&limit=1${query}`,
          );
          expect(body.items).toHaveLength(1);
          refs.push(body.items[0].ref);
          query = body.nextCursor
            ? `&cursor=${encodeURIComponent(body.nextCursor)}`
            : '';
        } while (query !== '');
        const whole = await shop.register.get(
          'member',
          `/records?sort=${sort}&limit=500`,
        );
        expect(refs).toEqual(
          whole.body.items.map(({ ref }: { ref: string }) => ref),
        );
        expect(refs.join()).not.toMatch(/vault/);
      }
    });

    it("somebody else's cursor shows no more than one's own", async () => {
      const { body } = await shop.register.get('finance', '/records?limit=1');
      expect(body.items[0].ref).toMatch(/vault|db/);
      const next = await shop.register.get(
        'member',
        `/records?limit=500&cursor=${encodeURIComponent(body.nextCursor)}`,
      );
      expect(next.status).toBe(200);
      expect(next.text).not.toMatch(/vault|hidden/i);
      const other = await shop.register.get(
        'finance',
        `/records?limit=1&sort=ref&cursor=${encodeURIComponent(
          body.nextCursor,
        )}`,
      );
      expect(other.status).toBe(400);
    });

    it('a hidden record and none are the same', async () => {
      const paths = rows.filter(({ row }) =>
        /^\/records\/\w+\/default\/\w+/.test(row.path),
      );
      expect(paths.length).toBeGreaterThan(10);
      for (const one of paths) {
        const at = (name: string) =>
          one.row.path.replace(/\/records\/(\w+)\/default\/\w+/, (_, kind) =>
            ['/records', kind, 'default', name].join('/'),
          );
        const vault = one.row.path.includes('/license/') ? 'zzz' : 'aaa';
        const [there, nowhere] = await Promise.all(
          [`${vault}-vault`, 'no-such-thing'].map(async name => {
            const { status, body } = await ask('member', one, {
              path: at(name),
            });
            return [status, JSON.stringify(body).replaceAll(name, 'NAME')];
          }),
        );
        expect([one.operation.id, ...there]).toEqual([
          one.operation.id,
          ...nowhere,
        ]);
        expect(there[0]).toBe(404);
      }
    });
  });

  it('is not logged, nor are secrets and amounts', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const register = await startRegister(shop.knex, {
      catalog: shopCatalog,
      features: [logger.factory],
    });
    const secret = await readSetting(shop.knex, settingKeys.secret);
    const body = {
      kind: 'Asset',
      spec: {
        class: 'hardware',
        financials: { purchase: { amount: '918273.00', currency: 'XXX' } },
      },
    };
    await register.post('finance', '/records').send(body);
    await register.post('broken', '/records').send(body);
    await register.get('broken', `/renewals.ics?token=1.${secret}`);
    // What fails inside is logged, without the values it failed on.
    await shop.knex.schema.renameTable('records', 'records_away');
    const failed = await register.get('finance', '/records?q=918273.00');
    await shop.knex.schema.renameTable('records_away', 'records');
    await register.stop();
    expect(failed.status).toBe(500);
    expect(failed.text).not.toMatch(/records_away|no such table|relation/);
    const logged = JSON.stringify([
      logger.error.mock.calls,
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.debug.mock.calls,
    ]);
    expect(logged).not.toBe('[[],[],[],[]]');
    expect(logged).not.toMatch(/918273|select \*|mock-user-token/);
    expect(logged).not.toContain(secret);
  });
});
