import type { JsonObject } from '@backstage/types';
import { record } from './shop';
import { describeShop, type ShopRegister } from './shopRegister';

const YEAR = { start: '2026-01-01', end: '2026-12-31' };

const license = (name: string, product: string, spec: JsonObject) =>
  record('License', name, {
    type: 'subscription',
    product,
    owner: 'group:default/payments',
    metric: 'named-user',
    term: YEAR,
    ...spec,
  });

const price = (
  amount: string,
  currency: string,
  every: string = 'month',
): JsonObject => ({
  financials: { price: { amount, currency, per: 'unit', every } },
});

const server = (name: string, spec: JsonObject) =>
  record('Asset', name, {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/payments',
    ...spec,
  });

const records = [
  server('srv-8', { cores: 8, processors: 2 }),
  server('srv-2', { cores: 2, processors: 1 }),
  server('srv-unknown', {}),
  server('srv-gone', { stage: 'decommission', cores: 64 }),
  license('idea-1', 'IDEA ', {
    publisher: 'JetBrains',
    vendor: 'jetbrains',
    quantity: 3,
    assignments: [
      { to: 'user:default/member', from: '2026-01-01' },
      { to: 'user:default/manager', from: '2026-01-01' },
      { to: 'user:default/other', from: '2026-10-01' },
      { to: 'user:default/gone', until: '2026-02-01' },
    ],
    ...price('10.00', 'EUR'),
  }),
  license('idea-2', 'idea', {
    owner: 'group:default/other',
    vendor: 'reseller',
    quantity: 2,
    quantityChanges: [{ from: '2026-07-15', quantity: 4 }],
    term: { start: '2026-06-01', end: '2026-11-30' },
    assignments: [{ to: 'user:default/member' }],
    ...price('12.00', 'EUR'),
  }),
  license('wincal', 'WinCAL', {
    metric: 'device-cal',
    type: 'perpetual',
    term: undefined,
    quantity: 1,
    assignments: [
      { to: 'asset:default/db' },
      { to: 'asset:default/srv-gone' },
      { to: 'asset:default/nobody-knows' },
    ],
    ...price('50.00', 'EUR', 'once'),
  }),
  license('database', 'Database', {
    metric: 'core',
    quantity: 10,
    factor: 0.5,
    minimumPerDevice: 2,
    assignments: [
      { to: 'asset:default/srv-8' },
      { to: 'asset:default/srv-2' },
      { to: 'asset:default/srv-gone' },
    ],
  }),
  license('cpu', 'CPU', {
    metric: 'processor',
    quantity: 3,
    assignments: [{ to: 'asset:default/srv-8' }, { to: 'asset:default/srv-2' }],
  }),
  license('blind', 'Blind', {
    metric: 'core',
    quantity: 10,
    assignments: [{ to: 'asset:default/srv-unknown' }],
  }),
  license('matlab', 'MATLAB', {
    metric: 'concurrent-user',
    quantity: 5,
    vendor: 'mathworks',
    ...price('1200.00', 'USD', 'year'),
  }),
  license('calls', 'API calls', { metric: 'consumption', quantity: 1000.5 }),
  license('node', 'Node', {
    metric: 'instance',
    quantity: 2,
    assignments: [
      { to: 'component:default/web' },
      { to: 'component:default/payments-api' },
    ],
  }),
  license('split-1', 'Split', { quantity: 3 }),
  license('split-2', 'Split', { owner: 'group:default/other', quantity: 5 }),
  license('react', 'React', { type: 'open-source', licenseExpression: 'MIT' }),
  license('old', 'Old', {
    quantity: 5,
    term: { start: '2025-01-01', end: '2025-12-31' },
  }),
];

/** A pool as it is answered. */
export interface Pool {
  product: string;
  state: string;
  [field: string]: unknown;
}

/** Runs the same tests on both engines, over pools of licences in use. */
export function describeLicensePools(
  title: string,
  tests: (shop: ShopRegister) => void,
): void {
  describeShop(title, records, shop => {
    beforeAll(async () => {
      const post = async (name: string, measurements: object[]) => {
        const { status } = await shop.register
          .post('finance', `/records/license/default/${name}/usage`)
          .send({ measurements });
        expect(status).toBe(200);
      };
      await post('matlab', [
        { kind: 'peak', date: '2026-10-01', quantity: 7 },
        { kind: 'peak', date: '2026-09-01', quantity: 3 },
        { kind: 'peak', date: '2026-05-01', quantity: 20 },
      ]);
      await post('calls', [
        { kind: 'units', date: '2025-12-31', quantity: 500 },
        { kind: 'units', date: '2026-01-01', quantity: 100.25 },
        { kind: 'units', date: '2026-10-15', quantity: 50.125 },
      ]);
      await post('idea-2', [
        { kind: 'seat', date: '2026-10-10', holder: 'user:default/member' },
      ]);
      await post('idea-1', [
        { kind: 'seat', date: '2026-03-01', holder: 'user:default/manager' },
      ]);
    });

    tests(shop);
  });
}

/** The list of pools. */
export async function positionsOf({ register }: ShopRegister, query = '') {
  return await register.get('finance', `/licenses/position${query}`);
}

/** The pool of a product. */
export async function poolOf(shop: ShopRegister, product: string, query = '') {
  const { body } = await positionsOf(shop, query);
  return body.items.find((pool: Pool) => pool.product === product);
}
