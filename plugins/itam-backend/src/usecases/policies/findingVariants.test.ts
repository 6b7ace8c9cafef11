import type { Knex } from 'knex';
import { asset } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters, TODAY } from '../../__testUtils__/testRegister';
import {
  findingColumns,
  findingFromRow,
  type StoredFinding,
} from '../../stores/findings/findingRow';
import { evaluateAll } from './evaluateAll';

jest.setTimeout(60_000);

const registers = testRegisters();

async function findingOf(database: Knex, rule: string): Promise<StoredFinding> {
  const [row] = await database('findings')
    .where({ rule })
    .select(findingColumns);
  return findingFromRow(row);
}

describe.each(engines)('texts of findings on %s', engine => {
  it('are kept with what fills them', async () => {
    const register = await registers(engine);
    const { database } = register;
    await register.declare(asset('a', { stage: 'deployment', tag: 'T-1' }));
    await register.declare(asset('b', { warranty: { until: '2026-05-01' } }));
    await register.activate();
    await evaluateAll(register.deps(), TODAY);
    expect(await findingOf(database, 'warranty-ended')).toMatchObject({
      variant: 'message',
      values: { day: '2026-05-01' },
    });
    expect(await findingOf(database, 'stage-evidence-missing')).toMatchObject({
      message:
        'The stage deployment lacks where the asset is. Fill in spec.location.',
      variant: 'message',
      values: {
        stage: [{ text: 'deployment' }],
        evidence: [{ text: 'spec.location' }],
        path: 'spec.location',
      },
    });
  });

  it('come to findings from before with the next evaluation', async () => {
    const register = await registers(engine);
    const { database } = register;
    await register.declare(asset('a', { warranty: { until: '2026-05-01' } }));
    await register.activate();
    await evaluateAll(register.deps(), TODAY);
    const written = await findingOf(database, 'warranty-ended');
    await database('findings').update({ variant: null, variant_values: null });
    expect(await findingOf(database, 'warranty-ended')).toEqual({
      ...written,
      variant: null,
      values: {},
    });
    await evaluateAll(register.deps(), TODAY);
    expect(await findingOf(database, 'warranty-ended')).toEqual(written);
    await database('findings').update({
      variant_values: '{"day":"2020-01-01"}',
    });
    await evaluateAll(register.deps(), TODAY);
    expect(await findingOf(database, 'warranty-ended')).toEqual(written);
  });
});
