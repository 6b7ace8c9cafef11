import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatAmount } from '@backstage-itam/plugin-itam-common';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters } from '../../__testUtils__/testRegister';
import { declareExamples, examples } from './__testUtils__/exampleOrganisation';
import { checkReadModel } from './recomputeReadModel';

jest.setTimeout(120_000);

const expected: Record<
  string,
  {
    of: string;
    basis: 'used' | 'owned';
    months: Record<string, Record<string, unknown>>;
  }
> = JSON.parse(
  readFileSync(resolve(examples, 'expected/october-2026.json'), 'utf8'),
);

describe.each(engines)('the example organisation on %p', engine => {
  const start = testRegisters();

  it('costs what its worked example says', async () => {
    const register = await start(engine);
    await declareExamples(register);

    for (const { of, basis, months } of Object.values(expected)) {
      for (const [month, figures] of Object.entries(months)) {
        const sums = await readMonth(register.database, basis, of, month);
        for (const currency of ['EUR', 'USD', 'GBP']) {
          expect({
            of,
            basis,
            currency,
            amount: formatAmount(sums[currency] ?? 0n, currency),
          }).toEqual({ of, basis, currency, amount: figures[currency] });
        }
      }
    }
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });
});
