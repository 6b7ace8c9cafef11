import type { ItamCostNodeFilter } from '@backstage-itam/plugin-itam-node';
import { type TestDatabaseId } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { asset, contract, license, node } from '../__testUtils__/entities';
import { engines } from '../__testUtils__/registerDatabases';
import { testRegisters } from '../__testUtils__/testRegister';
import { recordsWithVisibleCost } from '../usecases/records/visibleCosts';
import type { Access } from './access';
import { whereCostVisible } from './costFilterToKnex';

jest.setTimeout(120_000);

const registers = testRegisters();

const refs = fc.subarray([
  'group:default/payments',
  'group:default/platform',
  'group:default/commerce',
  'group:default/nobody',
]);
const leaf: fc.Arbitrary<ItamCostNodeFilter> = fc.oneof(
  refs.map(
    (some): ItamCostNodeFilter => ({
      kind: 'node-owner-in-groups',
      refs: some,
    }),
  ),
  refs.map(
    (some): ItamCostNodeFilter => ({
      kind: 'node-group-in',
      refs: some,
    }),
  ),
  fc
    .subarray(['asset', 'license', 'contract', 'group'])
    .map((kinds): ItamCostNodeFilter => ({ kind: 'node-kind-in', kinds })),
  fc.constant<ItamCostNodeFilter>({ kind: 'node-all' }),
);
type Criteria = PermissionCriteria<ItamCostNodeFilter>;
type Parts = [Criteria, ...Criteria[]];
const parts = (of: fc.Arbitrary<Criteria>): fc.Arbitrary<Parts> =>
  fc
    .tuple(of, fc.array(of, { maxLength: 2 }))
    .map(([first, more]): Parts => [first, ...more]);
const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 3 },
    leaf,
    parts(tie('criteria')).map((anyOf): Criteria => ({ anyOf })),
    parts(tie('criteria')).map((allOf): Criteria => ({ allOf })),
    tie('criteria').map((not): Criteria => ({ not })),
  ),
}));

describe.each(engines)('costs of records on %s', (engine: TestDatabaseId) => {
  it('are selected as they are decided one by one', async () => {
    const register = await registers(engine);
    const { database } = register;
    register.store(node('group:commerce'));
    register.store(node('group:payments', ['childOf group commerce']));
    register.store(node('group:platform'));
    register.store(node('component:api', ['ownedBy group platform']));
    await register.declare(asset('owned', { services: [] }));
    await register.declare(asset('used', { owner: 'nobody' }));
    await register.declare(license('l'));
    await register.declare(contract('c', { owner: 'commerce' }));
    await register.project();
    await register.activate();
    const all: string[] = await database('records').pluck('ref');
    expect(all).toHaveLength(4);
    const compare = async (costs: Access['costs']) => {
      const access: Access = {
        records: { kind: 'all' },
        contracts: { kind: 'all' },
        costs,
      };
      const one = await recordsWithVisibleCost(
        database,
        { access, today: '2026-05-20' },
        all,
      );
      const query = database('records');
      whereCostVisible(query, access);
      const selected: string[] = await query.pluck('records.ref');
      expect(selected.sort()).toEqual([...one].sort());
    };
    await compare({ kind: 'all' });
    await compare({ kind: 'none' });
    await fc.assert(
      fc.asyncProperty(criteria, async one => {
        await compare({ kind: 'criteria', criteria: one });
      }),
      { numRuns: 60 },
    );
  });
});
