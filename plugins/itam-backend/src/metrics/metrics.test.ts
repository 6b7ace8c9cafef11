import type {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { describeShop } from '../router/__testUtils__/shopRegister';
import { shopCatalog } from '../router/__testUtils__/shop';
import { NOW, startRegister } from '../router/__testUtils__/startRegister';
import { observeRegister } from './observeRegister';

/** A meter that keeps what it is told, by name. */
function keepingMeter() {
  const kept: { name: string; value: number; attributes?: object }[] = [];
  const callbacks = new Map<string, MetricsServiceObservableCallback[]>();
  const keep = (name: string) => (value: number, attributes?: object) => {
    kept.push({ name, value, ...(attributes ? { attributes } : {}) });
  };
  const meter = metricsServiceMock.mock({
    createCounter: (name: string) => ({ add: keep(name) }),
    createHistogram: (name: string) => ({ record: keep(name) }),
    createGauge: (name: string) => ({ record: keep(name) }),
    createObservableGauge: (name: string) => ({
      addCallback: (callback: MetricsServiceObservableCallback) => {
        callbacks.set(name, [...(callbacks.get(name) ?? []), callback]);
      },
      removeCallback: (callback: MetricsServiceObservableCallback) => {
        callbacks.set(
          name,
          (callbacks.get(name) ?? []).filter(one => one !== callback),
        );
      },
    }),
  } satisfies Partial<MetricsService>);
  const collect = async () => {
    for (const [name, list] of callbacks) {
      for (const callback of list) {
        await callback({ observe: keep(name) });
      }
    }
    return kept.splice(0);
  };
  return { meter, kept, collect };
}

describeShop('metrics', [], shop => {
  it('name operations, statuses and events, and nothing of what was asked', async () => {
    const { meter, kept } = keepingMeter();
    const register = await startRegister(shop.knex, {
      catalog: shopCatalog,
      features: [meter.factory],
    });
    await register.get('finance', '/records?q=secret');
    await register.get('denied', '/records/asset/default/secret');
    await register.get('finance', '/nothing/secret');
    await register
      .put('member', '/rates')
      .send({ rates: [{ date: '2026-10-01', currency: 'USD' }] });
    await register.put('member', '/rates').send({
      rates: [{ date: '2026-10-01', currency: 'USD', unitsPerEuro: '1.2' }],
    });
    await register.get('service', '/changes?limit=1');
    await register.stop();
    const requests = kept
      .filter(({ name }) => name === 'itam.request.duration')
      .map(({ attributes }) => attributes);
    expect(requests).toEqual([
      { operation: 'listRecords', status: 200 },
      { operation: 'getRecord', status: 404 },
      { operation: 'none', status: 404 },
      { operation: 'putRates', status: 400 },
      { operation: 'putRates', status: 403 },
      { operation: 'listChanges', status: 200 },
    ]);
    expect(kept).toContainEqual({
      name: 'itam.changes',
      value: 1,
      attributes: { event: 'rates-set', outcome: 'failed' },
    });
    const lag = kept.find(({ name }) => name === 'itam.feed.lag');
    expect(lag?.value).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(kept)).not.toMatch(/secret|user:|1\.2"/);
  });

  it('say how the register is when they are collected', async () => {
    const { meter, collect } = keepingMeter();
    const hooks: (() => void | Promise<void>)[] = [];
    observeRegister({
      metrics: meter,
      lifecycle: mockServices.lifecycle.mock({
        addShutdownHook: hook => {
          hooks.push(hook);
        },
      }),
      database: shop.knex,
      now: () => new Date(Date.parse(NOW) + 90_000),
    });
    const newest: { newest?: unknown }[] = await shop
      .knex('history')
      .max({ newest: 'sequence' });
    expect(await collect()).toEqual([
      { name: 'itam.projection.age', value: 90 },
      { name: 'itam.declarations.staged', value: 0 },
      { name: 'itam.incidents', value: 0, attributes: { kind: 'error' } },
      { name: 'itam.incidents', value: 0, attributes: { kind: 'conflict' } },
      { name: 'itam.alerts.unsent', value: 0 },
      { name: 'itam.history.sequence', value: Number(newest[0].newest) },
    ]);
    await shop.knex.schema.renameTable('history', 'history_away');
    expect((await collect()).map(({ name }) => name)).not.toContain(
      'itam.history.sequence',
    );
    await shop.knex.schema.renameTable('history_away', 'history');
    for (const hook of hooks) {
      await hook();
    }
    expect(await collect()).toEqual([]);
  });
});
