import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../../config';
import type { RecordRight } from '../../permissions/writeAccess';
import { isError } from '@backstage/errors';
import { prepareRegister } from '../prepareRegister';
import { assignRecord } from './assignRecord';
import { createRecord } from './createRecord';
import { returnAssignments } from './returnAssignments';
import { transitionRecord } from './transitionRecord';

jest.setTimeout(120_000);

const AT = new Date('2026-10-15T12:00:00.000Z');
const config = readRegisterConfig(new ConfigReader({}));
const by = { actor: 'user:default/keeper', at: AT, today: '2026-10-15' };
const all = { kind: 'all' } as const;
const access = { records: all, contracts: all, costs: all };
const changer = {
  access,
  rights: new Set<RecordRight>(['update', 'delete', 'transition']),
  costVisible: true,
};
const anyVersion = () => {};

const people = ['user:default/ann', 'user:default/bob', 'group:default/crew'];
const day = fc
  .integer({ min: 1, max: 15 })
  .map(number => `2026-10-${String(number).padStart(2, '0')}`);

interface HoldingRow {
  to_ref: string;
  quantity: number;
  from_date: string;
  until_date: string | null;
}

/** Whether a change was made; those the register refuses are no failure. */
async function made(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (isError(error) && /^(Input|Conflict)Error$/.test(error.name)) {
      return false;
    }
    throw error;
  }
}

describe.each(engines)('holdings on %s', engine => {
  const databases = registerDatabases();
  let knex: Knex;
  let count = 0;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, AT);
  });

  const register = async (quantity: number) => {
    count += 1;
    const name = `thing-${count}`;
    await createRecord(
      { knex, config },
      {
        kind: 'Asset',
        name,
        spec: {
          class: 'hardware',
          type: 'laptop',
          stage: 'deployment',
          status: 'in-stock',
          owner: 'group:default/crew',
          location: 'Store',
          tag: `T-${count}`,
          quantity,
        },
      },
      by,
      access,
      undefined,
    );
    return `asset:default/${name}`;
  };
  const holdingsOf = (ref: string): Promise<HoldingRow[]> =>
    knex('holdings')
      .whereIn('record_id', knex('records').where('ref', ref).select('id'))
      .orderBy(['from_date', 'id'])
      .select('to_ref', 'quantity', 'from_date', 'until_date');

  it('of a stock add up, whatever is handed out and taken back', async () => {
    const order = fc.record({
      out: fc.boolean(),
      to: fc.constantFrom(...people),
      pieces: fc.integer({ min: 1, max: 6 }),
      date: day,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { minLength: 1, maxLength: 8 }),
        async orders => {
          const ref = await register(10);
          const held = new Map<string, number>();
          for (const { out, to, pieces, date } of orders) {
            const has = held.get(to) ?? 0;
            const done = await made(
              out
                ? assignRecord(
                    { knex, config },
                    ref,
                    { to: [to], quantity: pieces, from: date },
                    by,
                    changer,
                    anyVersion,
                    undefined,
                  )
                : returnAssignments(
                    { knex, config },
                    ref,
                    { holders: [to], quantity: pieces, date },
                    by,
                    changer,
                    anyVersion,
                  ),
            );
            if (done) {
              held.set(to, has + (out ? pieces : -pieces));
            }
          }
          const rows = await holdingsOf(ref);
          const open = rows.filter(row => row.until_date === null);
          for (const to of people) {
            const pieces = open
              .filter(row => row.to_ref === to)
              .reduce((sum, row) => sum + Number(row.quantity), 0);
            expect([to, pieces]).toEqual([to, held.get(to) ?? 0]);
          }
          const out = open.reduce((sum, row) => sum + Number(row.quantity), 0);
          expect(out).toBeLessThanOrEqual(10);
          for (const row of rows) {
            expect(Number(row.quantity)).toBeGreaterThan(0);
            expect(
              row.until_date === null || row.until_date >= row.from_date,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of a single asset follow each other, and end with its assignee', async () => {
    const order = fc.record({
      way: fc.constantFrom('assign', 'lend', 'return', 'step'),
      to: fc.constantFrom(...people),
      date: day,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { minLength: 1, maxLength: 8 }),
        async orders => {
          const ref = await register(1);
          for (const { way, to, date } of orders) {
            const common = [by, changer, anyVersion] as const;
            const deps = { knex, config };
            if (way === 'return') {
              await made(returnAssignments(deps, ref, { date }, ...common));
            } else if (way === 'step') {
              await made(
                transitionRecord(
                  deps,
                  ref,
                  { to: 'in-stock', reason: 'Kept', date },
                  ...common,
                ),
              );
            } else {
              await made(
                assignRecord(
                  deps,
                  ref,
                  {
                    to: [to],
                    from: date,
                    note: 'Handed over',
                    ...(way === 'lend' ? { dueBack: '2026-12-01' } : {}),
                  },
                  ...common,
                  undefined,
                ),
              );
            }
          }
          const rows = await holdingsOf(ref);
          const { assignee_ref: assignee } = await knex('records')
            .where('ref', ref)
            .first('assignee_ref');
          const open = rows.filter(row => row.until_date === null);
          expect(open.map(row => row.to_ref)).toEqual(
            assignee === null ? [] : [assignee],
          );
          const ended = rows.filter(row => row.until_date !== null);
          [...ended, ...open].reduce((before, row) => {
            expect([before <= row.from_date, before, row.from_date]).toEqual([
              true,
              before,
              row.from_date,
            ]);
            return row.until_date ?? row.from_date;
          }, '');
        },
      ),
      { numRuns: 12 },
    );
  });
});
