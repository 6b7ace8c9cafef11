import type { JsonObject } from '@backstage/types';
import { asset, contract, license, node } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../__testUtils__/testRegister';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { writeBudget } from '../../stores/budgets/budgets';
import { beginHolding } from '../../stores/holdings/writeHoldings';
import { insertServicing } from '../../stores/servicings/insertServicing';
import { readHealthFacts } from '../../stores/queries/healthFacts';
import { KeptNotifications } from './__testUtils__/keptNotifications';
import { sendAlerts } from './sendAlerts';

jest.setTimeout(120_000);

const DAY_MINUTES = 24 * 60;
const by = { by: 'user:default/ann', actor: 'user:default/ann', at: TODAY };

const day = (days: number) => minutesAfter(TODAY, days * DAY_MINUTES);

/** A register in which one thing of each kind is due on 20 May 2026. */
async function eventful(register: TestRegister): Promise<void> {
  for (const entity of [
    node('group:payments'),
    node('group:platform'),
    node('group:procurement'),
    node('user:mia', ['memberOf group payments']),
    node('component:api', ['ownedBy group payments']),
  ]) {
    register.store(entity);
  }
  await register.project();
  await register.declare(
    contract('support', {
      term: { start: '2025-08-01', end: '2026-07-31' },
      renewal: { kind: 'automatic', months: 12, noticeDays: 60 },
    }),
  );
  await register.declare(asset('db', { warranty: { until: '2026-06-10' } }));
  await register.declare(asset('camera', { assignee: 'user:default/mia' }));
  await register.declare(
    license('editor', {
      quantity: 1,
      assignments: [{ to: 'user:default/a' }, { to: 'user:default/b' }],
    }),
  );
  await register.activate();
  const { database } = register;
  const stored = await readStoredRecords(database, [
    'asset:default/db',
    'asset:default/camera',
  ]);
  const idOf = (name: string) => stored.get(`asset:default/${name}`)?.id ?? 0;
  await database.transaction(async trx => {
    await trx('holdings').delete();
    await beginHolding(
      trx,
      idOf('camera'),
      {
        to: 'user:default/mia',
        quantity: 1,
        from: '2026-05-01',
        dueBack: '2026-05-18',
      },
      by,
    );
    const servicing = {
      kind: 'inspection' as const,
      title: 'Safety check',
      vendor: null,
      invoice: null,
      cost: undefined,
    };
    await insertServicing(
      trx,
      idOf('db'),
      { ...servicing, date: '2024-05-28', nextDue: '2025-05-28' },
      by,
    );
    await insertServicing(
      trx,
      idOf('db'),
      { ...servicing, date: '2025-05-28', nextDue: '2026-05-28' },
      by,
    );
    await writeBudget(
      trx,
      { fiscalYear: 2026, nodeRef: 'group:default/payments' },
      {
        basis: 'owned',
        view: 'accrued',
        amountMinor: 5_000n,
        currency: 'EUR',
        note: null,
        version: 1,
        setAt: TODAY.toISOString(),
        setBy: null,
      },
    );
  });
}

const EXPECTED = [
  ['group:default/payments', 'Budget passed: payments'],
  ['group:default/payments', 'Loan overdue: Asset camera'],
  ['group:default/payments', 'Servicing due: Asset db'],
  ['group:default/payments', 'Warranty ends: Asset db'],
  ['group:default/platform', 'Licence shortfall: Editor'],
  ['group:default/procurement', 'Notice deadline: support'],
  ['user:default/mia', 'Loan overdue: Asset camera'],
];

describe.each(engines)('sendAlerts on %s', engine => {
  const start = testRegisters();
  let register: TestRegister;
  let notifications: KeptNotifications;

  async function begin(alerts: JsonObject = {}): Promise<void> {
    register = await start(engine, { alerts: { enabled: true, ...alerts } });
    notifications = new KeptNotifications();
    await eventful(register);
  }

  const run = async (asOf = TODAY) =>
    await sendAlerts({ ...register.deps(), notifications }, asOf);
  const seen = () =>
    notifications.all().map(({ recipient, title }) => [recipient, title]);

  it('tells owners and holders once of what is due, without money', async () => {
    await begin();
    expect(await run()).toEqual({ sent: 6, failed: 0, failure: undefined });
    expect(seen()).toEqual(EXPECTED);
    expect(await run(minutesAfter(TODAY, 60))).toMatchObject({ sent: 0 });
    expect(await run(day(1))).toMatchObject({ sent: 0 });
    expect(notifications.all().every(({ sent }) => sent === 1)).toBe(true);
    const budget = notifications.all()[0];
    expect(budget).toMatchObject({
      description: 'More than 100 % of the budget for FY26 is spent.',
      link: '/it-assets/finance/budgets/2026/group%3Adefault%2Fpayments',
    });
    expect(notifications.all()[3]).toMatchObject({
      description: 'The warranty ends on 2026-06-10.',
      link: '/it-assets/records/asset/default/db',
    });
    expect(notifications.all()[4].description).toBe(
      '2 in use and 1 bought (named-user): 1 missing.',
    );
    // 50.00 budget, 144.00 purchase, 10.00 a seat, 30.00 a month.
    expect(JSON.stringify(notifications.all())).not.toMatch(
      /EUR|USD|50\.00|144|10\.00|30\.00/,
    );
  });

  it('tells again at the next threshold', async () => {
    await begin();
    await run();
    // Notice ends on 1 June: 7 days before are 25 May; the loan is 7 days over.
    expect(await run(day(5))).toMatchObject({ sent: 2 });
    expect(seen()).toHaveLength(EXPECTED.length + 3);
    expect(await run(day(6))).toMatchObject({ sent: 0 });
  });

  it('tells what came due while there were no runs, and not what was over', async () => {
    await begin();
    await register.declare(asset('old', { warranty: { until: '2026-05-19' } }));
    await register.declare(
      asset('next', {
        warranty: { until: '2026-06-21' },
        endOfLife: '2030-01-01',
      }),
    );
    await register.activate();
    await run();
    expect(seen()).toEqual(EXPECTED);
    expect(await run(day(40))).toMatchObject({ failed: 0 });
    const late = notifications.all().filter(({ title }) => /next/.test(title));
    expect(late.map(({ description }) => description)).toEqual([
      'The warranty ended on 2026-06-21.',
    ]);
  });

  it('tells of a shortfall again when there is a new one', async () => {
    await begin();
    await run();
    const seats = register
      .database('assignments')
      .where('to_ref', 'user:default/b');
    await seats.clone().update({ until_date: '2026-05-20' });
    expect(await run(day(1))).toMatchObject({ sent: 0 });
    await seats.clone().update({ until_date: null });
    expect(await run(day(2))).toMatchObject({ sent: 1 });
    expect(await run(day(3))).toMatchObject({ sent: 0 });
    expect(
      seen().filter(([, title]) => title === 'Licence shortfall: Editor'),
    ).toHaveLength(2);
  });

  it('sends what the configuration says to whom it names', async () => {
    await begin({
      noticeDeadline: { daysBefore: [5] },
      warrantyEnd: { recipients: ['group:default/it', 'user:default/ann'] },
      licenceShortfall: { enabled: false },
      loanOverdue: { daysAfter: [3] },
      servicingDue: { recipients: [] },
      budgetPassed: { percent: [80, 110] },
    });
    await run();
    expect(seen()).toEqual([
      ['group:default/it', 'Warranty ends: Asset db'],
      ['group:default/payments', '110 % of the budget spent: payments'],
      ['user:default/ann', 'Warranty ends: Asset db'],
    ]);
  });

  it('says that it failed, and sends everything later', async () => {
    await begin();
    notifications.interrupt = () => {
      throw new Error(
        'Failed to send to http://10.0.0.7: Error: Request failed with status 404',
      );
    };
    const failed = await run();
    expect(failed).toMatchObject({ sent: 0, failed: 3 });
    expect(failed.failure).toBe('Notifications answer with status 404');
    expect(await readHealthFacts(register.database, '')).toMatchObject({
      unsentAlerts: 3,
      alertsLastError: failed.failure,
    });
    notifications.interrupt = () => {};
    // The servicing was due on 28 May; the notice period has ended.
    await run(day(9));
    expect(seen()).toHaveLength(EXPECTED.length);
    expect(notifications.all().every(({ sent }) => sent === 1)).toBe(true);
    const facts = await readHealthFacts(register.database, '');
    expect(facts).toMatchObject({
      unsentAlerts: 0,
      alertsCompleteOn: '2026-05-29',
    });
    expect(facts.alertsLastError).toBeUndefined();
  });

  it('has each alert there once, wherever a run is interrupted', async () => {
    await begin();
    let interrupted = 0;
    for (let survived = 0; ; survived += 1) {
      await register.database('alerts').delete();
      await register
        .database('settings')
        .where('key', 'like', 'alerts.%')
        .delete();
      notifications = new KeptNotifications();
      // From one step on nothing works any more: the process is gone.
      let steps = 0;
      const step = () => {
        steps += 1;
        if (steps > survived) {
          throw new Error('The process was killed');
        }
      };
      notifications.interrupt = step;
      register.database.on('query', step);
      const crashed = await run().then(
        ({ failed }) => failed > 0,
        () => true,
      );
      register.database.off('query', step);
      notifications.interrupt = () => {};
      await run(minutesAfter(TODAY, 60));
      await run(minutesAfter(TODAY, 120));
      expect([survived, seen()]).toEqual([survived, EXPECTED]);
      if (!crashed) {
        break;
      }
      interrupted += 1;
    }
    // Each alert alone has a note, a notification and a mark.
    expect(interrupted).toBeGreaterThan(30);
  });
});
