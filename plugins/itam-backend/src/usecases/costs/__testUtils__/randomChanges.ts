import {
  monthOf,
  monthText,
  plainDateOf,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import {
  asset,
  contract,
  license,
  node,
} from '../../../__testUtils__/entities';
import type { TestRegister } from '../../../__testUtils__/testRegister';
import { recordsAffectedBy } from '../../../stores/records/dependents';
import { closeMonths } from '../../closing/closeMonths';
import { retireRecord } from '../../declarations/retireRecord';
import { recomputeAffected } from '../recomputeAffected';

/** Records a servicing, if there is such a record, and computes it anew. */
export async function service(
  register: TestRegister,
  ref: string,
  amountMinor: number,
  asOf: Date,
): Promise<void> {
  const record = await register.database('records').where({ ref }).first('id');
  if (!record) {
    return;
  }
  await register.database.transaction(async trx => {
    await trx('servicings').insert({
      record_id: record.id,
      date: plainDateOf(asOf),
      kind: 'repair',
      title: 'Fan',
      amount_minor: amountMinor,
      currency: 'EUR',
      recorded_at: asOf.toISOString(),
    });
    const affected = await recordsAffectedBy(trx, [ref]);
    await recomputeAffected(trx, register.config, affected, asOf);
  });
}

type Step = (register: TestRegister, asOf: Date) => Promise<void>;

const names = fc.constantFrom('a', 'b', 'c');
const groups = fc.constantFrom('payments', 'platform', 'procurement');
const services = fc
  .uniqueArray(fc.constantFrom('api', 'web', 'ledger'))
  .map(list => list.map(name => ({ ref: `component:default/${name}` })));
const amounts = fc.constantFrom('0.01', '99.99', '1234.56', '100.00');

/** A change of a register, and what it is. */
export interface RandomChange {
  told: string;
  run: Step;
}

const change: fc.Arbitrary<RandomChange> = fc.oneof(
  fc
    .record({
      name: names,
      owner: groups,
      services,
      amount: amounts,
      partOf: fc.option(names),
    })
    .map(({ name, owner, services: used, amount, partOf }) => ({
      told: `asset ${name} of ${owner} in ${partOf} ${amount} ${used.length}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          asset(name, {
            owner,
            services: used,
            ...(partOf && partOf !== name ? { partOf } : {}),
            financials: {
              purchase: { amount, currency: 'EUR', date: '2026-01-01' },
              depreciation: { method: 'straight-line', months: 36 },
            },
          }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({ name: names, contracted: fc.boolean(), services })
    .map(({ name, contracted, services: used }) => ({
      told: `license ${name} ${contracted} ${used.length}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          license(name, {
            services: used,
            ...(contracted ? { contract: 'a' } : {}),
          }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({
      name: names,
      type: fc.constantFrom('support', 'subscription'),
      covers: fc.uniqueArray(
        fc.constantFrom(
          'asset:default/a',
          'asset:default/b',
          'license:default/a',
          'component:default/web',
        ),
      ),
      distribute: fc.constantFrom('equal', 'cost'),
    })
    .map(({ name, type, covers, distribute }) => ({
      told: `contract ${name} ${type} ${covers} ${distribute}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          contract(name, { type, covers, distribute }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({ kind: fc.constantFrom('asset', 'contract'), name: names })
    .map(({ kind, name }) => ({
      told: `retire ${kind} ${name}`,
      run: async (register: TestRegister, asOf: Date) => {
        await retireRecord(register, `${kind}:default/${name}`, asOf);
      },
    })),
  fc
    .record({ name: names, replaced: fc.option(names) })
    .map(({ name, replaced }) => ({
      told: `asset ${name} ageing, planned for ${replaced}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          asset(name, {
            endOfLife: '2027-02-28',
            ...(replaced && replaced !== name
              ? { planned: { replaces: replaced } }
              : {}),
          }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc.record({ monthsBack: fc.nat(4) }).map(({ monthsBack }) => ({
    told: `close through ${monthsBack} months before the last`,
    run: async (register: TestRegister, asOf: Date) => {
      await closeMonths(
        register,
        {
          closedThrough: monthText(monthOf(plainDateOf(asOf)) - 1 - monthsBack),
          reason: 'It was wrong',
          actor: 'user:default/finance',
          at: asOf,
        },
        () => {},
      );
    },
  })),
  fc
    .record({ name: names, amountMinor: fc.constantFrom(1, 7_777) })
    .map(({ name, amountMinor }) => ({
      told: `servicing of ${name} for ${amountMinor}`,
      run: async (register: TestRegister, asOf: Date) => {
        await service(register, `asset:default/${name}`, amountMinor, asOf);
      },
    })),
  fc.record({ child: groups, parent: groups, owner: groups }).map(move => ({
    told: `move ${move.child} to ${move.parent}, api to ${move.owner}`,
    run: async (register: TestRegister) => {
      register.store(
        node(`group:${move.child}`, [`childOf group ${move.parent}`]),
      );
      register.store(
        node('component:api', [
          `ownedBy group ${move.owner}`,
          'partOf system shop',
        ]),
      );
      await register.project();
    },
  })),
);

/** Changes of a register in turn, of everything costs depend on. */
export const randomChanges = fc.array(change, { minLength: 3, maxLength: 10 });
