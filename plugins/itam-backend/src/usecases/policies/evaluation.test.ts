import fc from 'fast-check';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { asset, contract, license, node } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../__testUtils__/testRegister';
import { settingKeys } from '../../database/settingKeys';
import { writeSetting } from '../../stores/settings/writeSetting';
import { takeSoftware } from '../discoveries/takeList';
import { evaluateAll, evaluateWhenDue } from './evaluateAll';
import { evaluatePending } from './evaluatePending';

jest.setTimeout(120_000);

const registers = testRegisters();

interface Found {
  ref: string;
  rule: string;
  subject: string;
  severity: number;
  message: string;
  state: string;
}

async function findingsOf(database: Knex): Promise<Found[]> {
  return await database('findings')
    .whereNot('state', 'resolved')
    .orderBy(['subject_ref', 'rule', 'subject'])
    .select(
      'subject_ref as ref',
      'rule',
      'subject',
      'severity',
      'message',
      'state',
    );
}

async function rulesOf(database: Knex, ref: string): Promise<string[]> {
  return (await findingsOf(database))
    .filter(one => one.ref === ref)
    .map(({ rule }) => rule);
}

const evaluate = async (register: TestRegister, asOf = TODAY) =>
  await evaluatePending(register.deps(), asOf);

const tagged = (name: string, tag: string) => asset(name, { tag });

describe.each(engines)('evaluation on %s', engine => {
  it('finds what a change breaks, and what it breaks elsewhere', async () => {
    const register = await registers(engine);
    const { database } = register;
    register.store(node('group:payments'));
    await register.declare(tagged('a', 'T-1'));
    await register.declare(tagged('b', 'T-2'));
    await register.project();
    await register.activate();
    await evaluate(register);
    expect(await rulesOf(database, 'asset:default/a')).not.toContain(
      'duplicate-tag',
    );
    expect(await rulesOf(database, 'asset:default/a')).toContain(
      'model-missing',
    );
    // Two of the same tag cannot be declared; they can be in the register.
    await database('records')
      .where('name', 'b')
      .update({
        tag: 'T-1',
        spec: JSON.stringify({
          ...tagged('b', 'T-1').spec,
          owner: 'group:default/payments',
          financials: undefined,
        }),
      });
    await database('history').insert({
      record_ref: 'asset:default/b',
      at: TODAY.toISOString(),
      action: 'changed',
      changes: '[]',
    });
    await evaluate(register);
    for (const ref of ['asset:default/a', 'asset:default/b']) {
      expect(await rulesOf(database, ref)).toContain('duplicate-tag');
    }
    register.catalogEntities.delete('group:default/payments');
    register.store(node('group:others'));
    await register.project(minutesAfter(TODAY, 5));
    await evaluate(register);
    expect(await rulesOf(database, 'asset:default/a')).toContain('owner-left');
    register.store(node('group:payments'));
    await register.project(minutesAfter(TODAY, 10));
    await evaluate(register);
    expect(await rulesOf(database, 'asset:default/a')).not.toContain(
      'owner-left',
    );
    const states = await database('finding_history')
      .join('findings', 'findings.id', 'finding_history.finding_id')
      .where({ rule: 'owner-left', subject_ref: 'asset:default/a' })
      .orderBy('sequence')
      .pluck('finding_history.state');
    expect(states).toEqual(['open', 'resolved']);
  });

  it('looks only at what a change touches', async () => {
    const register = await registers(engine);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await register.declare(asset(name));
    }
    await register.declare(
      contract('support', { covers: ['asset:default/a', 'asset:default/b'] }),
    );
    await register.activate();
    await evaluate(register);
    expect(await evaluate(register)).toBe(0);
    await register.declare(
      contract('support', { covers: ['asset:default/b'], number: 'C-1' }),
      minutesAfter(TODAY, 1),
    );
    await register.activate(minutesAfter(TODAY, 1));
    // The contract, the asset it covers and the one it covered.
    expect(await evaluate(register)).toBe(3);
  });

  it('evaluates everything once a day and when the rules change', async () => {
    const register = await registers(engine);
    const { database } = register;
    await register.declare(asset('a', { warranty: { until: '2026-05-20' } }));
    await register.activate();
    const deps = register.deps();
    expect(await evaluateWhenDue(deps, TODAY)).toBeUndefined();
    const computed = async (day: string) =>
      await database.transaction(
        async trx =>
          await writeSetting(trx, settingKeys.computedFor, `${day} x`),
      );
    await computed('2026-05-20');
    expect(await evaluateWhenDue(deps, TODAY)).toBe(1);
    expect(await evaluateWhenDue(deps, TODAY)).toBeUndefined();
    expect(await rulesOf(database, 'asset:default/a')).not.toContain(
      'warranty-ended',
    );
    const tomorrow = minutesAfter(TODAY, 24 * 60);
    await computed('2026-05-21');
    expect(await evaluateWhenDue(deps, tomorrow)).toBe(1);
    expect(await rulesOf(database, 'asset:default/a')).toContain(
      'warranty-ended',
    );
    const { policies } = register.config;
    const changed = {
      ...deps,
      config: {
        ...deps.config,
        policies: { ...policies, fingerprint: 'other' },
      },
    };
    expect(await evaluateWhenDue(changed, tomorrow)).toBe(1);
  });

  it('goes on where it was stopped', async () => {
    const register = await registers(engine);
    const { database } = register;
    await register.declare(asset('a'));
    await register.activate();
    await database.transaction(
      async trx =>
        await writeSetting(trx, settingKeys.computedFor, '2026-05-20'),
    );
    const stop = new AbortController();
    stop.abort();
    await evaluateWhenDue(register.deps(), TODAY, stop.signal);
    expect(await findingsOf(database)).toEqual([]);
    expect(await evaluateWhenDue(register.deps(), TODAY)).toBe(1);
    expect(await findingsOf(database)).not.toEqual([]);
  });

  it('is done once by several replicas at once', async () => {
    const register = await registers(engine);
    const { database } = register;
    for (let index = 0; index < 30; index += 1) {
      await register.declare(asset(`a${index}`, { tag: `T-${index}` }));
    }
    await register.activate();
    await Promise.all(Array.from({ length: 4 }, () => evaluate(register)));
    expect(await database('policy_pending').select()).toEqual([]);
    const found = await findingsOf(database);
    const history = await database('finding_history').select('finding_id');
    expect(history).toHaveLength(found.length);
    await evaluateAll(register.deps(), TODAY);
    expect(await findingsOf(database)).toEqual(found);
  });

  it('finds the same as an evaluation of everything, after any changes', async () => {
    const refs = ['a', 'b', 'c'].map(name => `asset:default/${name}`);
    const entity: fc.Arbitrary<Entity> = fc.oneof(
      fc
        .record({
          name: fc.constantFrom('a', 'b', 'c'),
          spec: fc.record({
            status: fc.constantFrom('in-use', 'in-repair'),
            owner: fc.constantFrom('payments', 'ghosts'),
            warranty: fc.constantFrom(
              { until: '2026-05-01' },
              { until: '2026-06-01' },
            ),
            cores: fc.constantFrom(4, 8),
            vendor: fc.constantFrom('dell', 'acme'),
          }),
        })
        .map(({ name, spec }) => asset(name, { ...spec, tag: `T-${name}` })),
      fc
        .record({
          name: fc.constantFrom('l', 'm'),
          spec: fc.record({
            product: fc.constantFrom('Editor', 'editor ', 'Viewer'),
            quantity: fc.constantFrom(1, 5),
            seats: fc.constantFrom<JsonObject>(
              { metric: 'named-user', assignments: [] },
              {
                metric: 'named-user',
                assignments: [{ to: 'user:default/u' }],
              },
              {
                metric: 'core',
                assignments: [
                  { to: 'asset:default/a' },
                  { to: 'asset:default/b' },
                ],
              },
            ),
            contract: fc.constantFrom(
              'contract:default/x',
              'contract:default/y',
            ),
          }),
        })
        .map(({ name, spec: { seats, ...spec } }) =>
          license(name, { ...spec, ...seats }),
        ),
      fc
        .record({
          name: fc.constantFrom('x', 'y'),
          spec: fc.record(
            {
              type: fc.constantFrom('support', 'master-agreement'),
              covers: fc.subarray(refs),
              partOf: fc.constant('contract:default/z'),
            },
            { requiredKeys: ['type', 'covers'] },
          ),
        })
        .map(({ name, spec }) => contract(name, spec)),
      fc.constant(contract('z', { type: 'master-agreement' })),
    );
    const step = fc.oneof(
      { weight: 6, arbitrary: entity.map(one => ({ declare: one })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('group:ghosts', 'group:payments', 'component:api')
          .map(toggle => ({ toggle })),
      },
      {
        weight: 2,
        arbitrary: fc
          .record({
            name: fc.constantFrom('Editor 1.2', 'Viewer', 'Paint'),
            device: fc.constantFrom('T-a', 'T-b', 'T-x'),
          })
          .map(found => ({ found })),
      },
      { weight: 2, arbitrary: fc.constant({ evaluate: true }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 16 }),
        async steps => {
          const register = await registers(engine);
          register.store(node('group:payments'));
          await register.project();
          let minute = 0;
          for (const one of steps) {
            minute += 1;
            const at = minutesAfter(TODAY, minute);
            if ('declare' in one) {
              await register.declare(one.declare, at);
              await register.activate(at);
            } else if ('found' in one) {
              await takeSoftware(
                { knex: register.database, config: register.config },
                {
                  source: 'agent',
                  entries: [{ ...one.found, lastSeen: '2026-05-19' }],
                },
                { at, today: '2026-05-20' },
                undefined,
              );
            } else if ('toggle' in one) {
              const toggled = node(one.toggle);
              const ref = one.toggle.replace(':', ':default/');
              if (!register.catalogEntities.delete(ref)) {
                register.store(toggled);
              }
              // A catalog without anything is taken for an error.
              register.store(node('group:always'));
              await register.project(at);
            } else {
              await evaluate(register, at);
            }
          }
          await evaluate(register);
          const incremental = await findingsOf(register.database);
          await evaluateAll(register.deps(), TODAY);
          expect(incremental).toEqual(await findingsOf(register.database));
          await register.database('findings').delete();
          await evaluateAll(register.deps(), TODAY);
          expect(incremental).toEqual(await findingsOf(register.database));
          await register.database.destroy();
        },
      ),
      { numRuns: 8 },
    );
  });
});
