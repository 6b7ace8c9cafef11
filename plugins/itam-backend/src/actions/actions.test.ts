import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { describeShop } from '../router/__testUtils__/shopRegister';
import type { Persona } from '../router/__testUtils__/startRegister';

const PERSONAS: readonly Persona[] = [
  'anonymous',
  'member',
  'manager',
  'narrow',
  'other',
  'finance',
  'denied',
  'broken',
  'service',
];

/** Parsed JSON. */
type Answer = ReturnType<typeof JSON.parse>;

/** The same question to an action and to the HTTP API. */
interface Question {
  action: string;
  input: JsonObject;
  path: string;
}

const costOf = (of: string): Question => ({
  action: 'get-it-cost',
  input: { of },
  path: `/costs?of=${of}`,
});
const positionOf = (license: string): Question => ({
  action: 'get-it-license-position',
  input: { license },
  path: `/licenses/position/range?license=${license}`,
});

const QUESTIONS: readonly Question[] = [
  costOf('component:default/payments-api'),
  costOf('component:default/nowhere'),
  costOf('group:default/payments'),
  costOf('asset:default/laptop'),
  costOf('asset:default/orphan'),
  costOf('asset:default/nothing'),
  costOf('contract:default/github'),
  costOf('all'),
  costOf('shelf:default/one'),
  positionOf('license:default/github'),
  positionOf('license:default/nothing'),
  positionOf('asset:default/db'),
  positionOf(':'),
  {
    action: 'list-it-renewals',
    input: {},
    path: '/renewals',
  },
  {
    action: 'list-it-renewals',
    input: { from: '2026-02-30' },
    path: '/renewals?from=2026-02-30',
  },
  {
    action: 'list-it-renewals',
    input: { from: '2026-03-01', to: '2026-02-01' },
    path: '/renewals?from=2026-03-01&to=2026-02-01',
  },
  {
    action: 'list-it-holdings',
    input: { of: 'user:default/member' },
    path: '/records?assignee=user:default/member',
  },
  {
    action: 'list-it-holdings',
    input: { of: 'group:default/commerce', cursor: 'x' },
    path: '/records?owner=group:default/commerce&cursor=x',
  },
  {
    action: 'list-it-holdings',
    input: { of: 'group:default/commerce', relation: 'owned' },
    path: '/records?owner=group:default/commerce',
  },
];

const credentialsOf = (persona: Persona) => {
  switch (persona) {
    case 'anonymous':
      return mockCredentials.none();
    case 'service':
      return mockCredentials.service('plugin:mcp-actions');
    default:
      return mockCredentials.user(`user:default/${persona}`);
  }
};

/** What an answer says, in the order it says it. */
const FROM_ACTION: Record<string, (output: Answer) => unknown> = {
  'get-it-cost': ({ of, lines, totalInReportingCurrency: total }) => [
    of.ref,
    total.amount,
    lines.map((line: Answer) => [line.title, line.totalInReportingCurrency]),
  ],
  'list-it-renewals': ({ totalRenewals, renewals }) => [
    totalRenewals,
    renewals.map((one: Answer) => [one.ref, one.dueOn, one.nextTermCost]),
  ],
  'list-it-holdings': ({ totalRecords, records }) => [
    totalRecords,
    records.map((one: Answer) => [one.ref, one.costThisMonth]),
  ],
  'get-it-license-position': output => [
    output.balanceUnits,
    output.licenses,
    output.unitPricePerMonth,
  ],
};

const FROM_API: Record<string, (body: Answer) => unknown> = {
  'get-it-cost': ({ of, groups, total }) => [
    of.ref,
    total.converted.total,
    groups.map((line: Answer) => [line.title, line.series.converted.total]),
  ],
  'list-it-renewals': ({ totalItems, items }) => [
    totalItems,
    items.map((one: Answer) => [one.record.ref, one.dueOn, one.nextAmount]),
  ],
  'list-it-holdings': ({ totalItems, items }) => [
    totalItems,
    items.map((one: Answer) => [one.ref, one.monthlyCost]),
  ],
  'get-it-license-position': ({ pool }) => [
    pool.balance,
    pool.licenses,
    pool.unitPricePerMonth,
  ],
};

/** What the HTTP API answers, as an action has to answer it. */
function expectedFrom(
  { action }: Question,
  { status, body }: { status: number; body: Answer },
) {
  if (status === 200) {
    return { said: FROM_API[action](body) };
  }
  const { name, message } = body.error;
  return {
    error: {
      name,
      // Nobody's requests do not come as far as the words of the register.
      message: name === 'AuthenticationError' ? expect.any(String) : message,
    },
  };
}

let registry = actionsRegistryServiceMock();

describeShop(
  'questions of agents',
  [],
  shop => {
    const ask = async (
      persona: Persona,
      { action, input }: Omit<Question, 'path'>,
    ): Promise<{
      output?: Answer;
      error?: { name: string; message: string };
    }> =>
      await registry
        .invoke({
          id: `test:${action}`,
          input,
          credentials: credentialsOf(persona),
        })
        .then(
          ({ output }) => ({ output: JSON.parse(JSON.stringify(output)) }),
          (error: Error) => ({
            error: { name: error.name, message: error.message },
          }),
        );

    it.each(PERSONAS)('are answered as the HTTP API answers %s', async who => {
      for (const question of QUESTIONS) {
        const { output, error } = await ask(who, question);
        const said = output && FROM_ACTION[question.action](output);
        expect([question.path, output ? { said } : { error }]).toEqual([
          question.path,
          expectedFrom(question, await shop.register.get(who, question.path)),
        ]);
      }
    });

    it('hides a record in the words of one that does not exist', async () => {
      for (const question of [costOf, positionOf]) {
        const kind = question === costOf ? 'asset' : 'license';
        const hidden = kind === 'asset' ? 'orphan' : 'github';
        const persona = kind === 'asset' ? 'member' : 'denied';
        const words = async (name: string) =>
          JSON.stringify(
            await ask(persona, question(`${kind}:default/${name}`)),
          ).replaceAll(name, 'NAME');
        expect(await words(hidden)).toBe(await words('nothing'));
      }
    });

    it('tell what a service costs, with basis, view and coverage', async () => {
      const { output } = await ask('member', {
        action: 'get-it-cost',
        input: {
          of: 'component:default/payments-api',
          from: '2026-09',
          to: '2026-10',
          by: 'record',
        },
      });
      expect(output).toMatchObject({
        of: { ref: 'component:default/payments-api' },
        basis: 'used',
        view: 'accrued',
        fromMonth: '2026-09',
        toMonthInclusive: '2026-10',
        brokenDownBy: 'record',
        totalInReportingCurrency: { currency: 'EUR' },
        costByMonth: [{ month: '2026-09' }, { month: '2026-10' }],
        linesLeftOut: 0,
        coverage: { records: 3, recordsWithPrice: 2 },
      });
      // 4800 over 48 months and 60 % of it; half of 100.00 a month.
      expect(
        output.lines.map(
          (line: { key: string; totalInReportingCurrency: string }) =>
            line.totalInReportingCurrency,
        ),
      ).toEqual(['120.00', '100.00']);
    });

    it('leave money out for who may not see it', async () => {
      const { output } = await ask('member', {
        action: 'list-it-holdings',
        input: { of: 'user:default/member' },
      });
      const laptop = output.records.find(
        (one: { ref: string }) => one.ref === 'asset:default/laptop',
      );
      expect(laptop).toMatchObject({ tag: 'HW-2', stage: 'maintenance' });
      expect(JSON.stringify(laptop)).not.toMatch(/\d\.\d\d/);
      const seen = await ask('finance', {
        action: 'list-it-holdings',
        input: { of: 'user:default/member' },
      });
      expect(
        seen.output.records.find(
          (one: { ref: string }) => one.ref === 'asset:default/laptop',
        ),
      ).toMatchObject({
        costThisMonth: [{ amount: '100.00', currency: 'USD' }],
      });
    });

    it('tell the figures of a licence with their unit', async () => {
      expect(
        (await ask('finance', positionOf('license:default/github'))).output,
      ).toMatchObject({
        asOfDay: '2026-10-15',
        product: 'GitHub Enterprise',
        metric: 'named-user',
        entitledUnits: 2,
        assignedUnits: 2,
        balanceUnits: 0,
        trueUpUntilTermEnd: { amount: '0.00', currency: 'USD' },
      });
    });

    it.each<[string, JsonObject]>([
      ['get-it-cost', {}],
      ['get-it-cost', { of: 'all', everything: true }],
      ['get-it-cost', { of: 'all', from: '2026-13' }],
      ['get-it-cost', { of: 'all', currency: 'euro' }],
      ['get-it-cost', { of: 'all', by: 'colour' }],
      ['get-it-cost', { of: `supplier:${'x'.repeat(200)}` }],
      ['get-it-cost', { of: 'supplier:\0' }],
      ['list-it-renewals', { from: 'tomorrow' }],
      ['list-it-renewals', { limit: 0 }],
      ['list-it-renewals', { limit: 101 }],
      ['list-it-holdings', { of: 'user:default/member', retired: true }],
      ['get-it-license-position', { license: 7 }],
    ])('%s refuses %j', async (action, input) => {
      expect(await ask('finance', { action, input })).toMatchObject({
        error: { name: 'InputError' },
      });
    });

    it('only read', async () => {
      const { actions } = await registry.list();
      expect(actions.map(({ name }) => name)).toEqual([
        'get-it-cost',
        'list-it-renewals',
        'list-it-holdings',
        'get-it-license-position',
      ]);
      for (const { attributes } of actions) {
        expect(attributes).toEqual({
          readOnly: true,
          destructive: false,
          idempotent: true,
        });
      }
    });
  },
  {
    actionsRegistry: () => {
      registry = actionsRegistryServiceMock();
      return registry;
    },
  },
);
