import type { AssetSpec } from '../entities/types';
import { nextSteps } from './nextSteps';
import { transitionAsset } from './transitionAsset';

const context = { ref: 'asset:default/laptop-1', asOf: '2026-06-15' };

function laptop(spec: Partial<AssetSpec> = {}): AssetSpec {
  return {
    class: 'hardware',
    type: 'laptop',
    stage: 'maintenance',
    status: 'in-use',
    owner: 'group:default/payments',
    assignee: 'user:default/guest',
    tag: 'HW-1',
    location: 'Berlin',
    inService: '2024-01-01',
    ...spec,
  };
}

function problemsOf(answer: ReturnType<typeof transitionAsset>): string[] {
  return answer.ok ? [] : answer.problems.map(one => `${one.path} ${one.rule}`);
}

describe('transitionAsset', () => {
  it('puts into service what is first used, with its evidence', () => {
    const spec = laptop({ stage: 'deployment', status: 'in-stock' });
    delete spec.inService;
    delete spec.assignee;
    const answer = transitionAsset(
      spec,
      {
        to: 'in-use',
        date: '2026-06-01',
        changes: { assignee: 'user:default/jane' },
      },
      context,
    );
    expect(answer).toEqual({
      ok: true,
      spec: expect.objectContaining({
        stage: 'maintenance',
        status: 'in-use',
        inService: '2026-06-01',
        assignee: 'user:default/jane',
      }),
    });
    expect(spec.status).toBe('in-stock');
  });

  it('keeps the first day in service of what comes back', () => {
    const answer = transitionAsset(
      laptop({ status: 'in-repair' }),
      { to: 'in-use', date: '2026-06-01' },
      context,
    );
    expect(answer.ok && answer.spec.inService).toBe('2024-01-01');
  });

  it('lists everything that is missing at once', () => {
    const spec = laptop({ status: 'retired', stage: 'decommission' });
    const answer = transitionAsset(
      spec,
      { to: 'sold', date: '2026-02-30' },
      context,
    );
    expect(problemsOf(answer)).toEqual([
      'date date',
      'spec.disposal.date date',
    ]);
    expect(
      problemsOf(
        transitionAsset(spec, { to: 'sold', date: '2026-06-01' }, context),
      ),
    ).toEqual([
      'spec.disposal.reason evidence-missing',
      'spec.disposal.erasureEvidence evidence-missing',
      'spec.financials.proceeds evidence-missing',
    ]);
  });

  it('asks for the reason once', () => {
    const answer = transitionAsset(
      laptop(),
      { to: 'retired', reason: '  ', date: '2026-06-01' },
      context,
    );
    expect(problemsOf(answer)).toEqual(['reason reason-missing']);
  });

  it('retires, sells and takes back', () => {
    const retired = transitionAsset(
      laptop(),
      { to: 'retired', reason: 'Too slow', date: '2026-05-01' },
      context,
    );
    expect(retired.ok && retired.spec.disposal).toEqual({
      date: '2026-05-01',
      reason: 'Too slow',
    });
    const sold = transitionAsset(
      retired.ok ? retired.spec : laptop(),
      {
        to: 'sold',
        date: '2026-06-01',
        changes: {
          disposal: { erasureEvidence: 'https://evidence.example.com/1' },
          financials: { proceeds: { amount: '150.00', currency: 'EUR' } },
        },
      },
      context,
    );
    expect(sold.ok && sold.spec).toMatchObject({
      status: 'sold',
      disposal: { date: '2026-06-01', method: 'sold', reason: 'Too slow' },
    });
    expect(sold.ok && sold.spec.assignee).toBe(undefined);
    const back = transitionAsset(
      sold.ok ? sold.spec : laptop(),
      { to: 'retired', reason: 'Buyer withdrew', date: '2026-06-10' },
      context,
    );
    expect(back.ok && back.spec.disposal).toEqual({
      date: '2026-06-01',
      reason: 'Buyer withdrew',
    });
    expect(back.ok && back.spec.financials).toEqual({});
    const reinstated = transitionAsset(
      back.ok ? back.spec : laptop(),
      { to: 'in-stock', reason: 'Needed again', date: '2026-06-11' },
      context,
    );
    expect(reinstated.ok && reinstated.spec.disposal).toBe(undefined);
  });

  it('refuses a method that is not of the status', () => {
    const answer = transitionAsset(
      laptop({
        stage: 'decommission',
        status: 'retired',
        disposal: { date: '2026-05-01', reason: 'Old' },
      }),
      {
        to: 'disposed',
        date: '2026-06-01',
        changes: {
          disposal: {
            method: 'donated',
            erasureEvidence: 'https://evidence.example.com/1',
          },
        },
      },
      context,
    );
    expect(problemsOf(answer)).toEqual([
      'spec.disposal.method disposal-method',
    ]);
  });

  it('refuses steps the life cycle has not, and says which there are', () => {
    const answer = transitionAsset(
      laptop(),
      { to: 'sold', date: '2026-06-01' },
      context,
    );
    expect(!answer.ok && answer.problems[0].message).toBe(
      'to: found "sold"; allowed: from in-use one of in-repair, on-loan, in-stock, staging, missing, retired',
    );
  });

  it.each<[string, object, string, string]>([
    [
      'stage in the changes',
      { stage: 'planning' },
      '2026-06-01',
      'changes.stage set-by-step',
    ],
    [
      'prototype keys',
      JSON.parse('{"__proto__":1}'),
      '2026-06-01',
      '__proto__ forbidden-key',
    ],
    [
      'a wrong field',
      { colour: 'red' },
      '2026-06-01',
      'spec.colour unknown-field',
    ],
    ['a step that is yet to come', {}, '2026-06-17', 'date future-date'],
  ])('refuses %s', (_, changes, date, expected) => {
    const answer = transitionAsset(
      laptop(),
      { to: 'in-repair', date, changes },
      context,
    );
    expect(problemsOf(answer)).toContain(expected);
  });

  it('takes tomorrow, for time zones ahead', () => {
    expect(
      transitionAsset(
        laptop(),
        { to: 'in-repair', date: '2026-06-16' },
        context,
      ).ok,
    ).toBe(true);
  });

  it('keeps a disposal that is planned while the asset is in use', () => {
    const answer = transitionAsset(
      laptop({ disposal: { date: '2029-01-01' } }),
      { to: 'in-repair', date: '2026-06-01' },
      context,
    );
    expect(answer.ok && answer.spec.disposal).toEqual({ date: '2029-01-01' });
  });
});

describe('nextSteps', () => {
  it('names the steps with what is missing for each', () => {
    const spec = laptop({
      stage: 'decommission',
      status: 'retired',
      disposal: { date: '2026-05-01', reason: 'Old' },
    });
    expect(
      nextSteps(spec, context).map(step => [
        step.to,
        step.kind,
        step.reasonRequired,
        step.missing.map(one => one.path),
      ]),
    ).toEqual([
      [
        'disposed',
        'forward',
        false,
        ['spec.disposal.method', 'spec.disposal.erasureEvidence'],
      ],
      [
        'sold',
        'forward',
        false,
        ['spec.disposal.erasureEvidence', 'spec.financials.proceeds'],
      ],
      ['donated', 'forward', false, ['spec.disposal.erasureEvidence']],
      ['in-stock', 'reinstate', true, []],
      ['in-use', 'reinstate', true, []],
    ]);
  });

  it('agrees with transitionAsset', () => {
    const spec = laptop();
    for (const step of nextSteps(spec, context)) {
      const answer = transitionAsset(
        spec,
        { to: step.to, reason: 'Because', date: '2026-06-15' },
        context,
      );
      expect([step.to, answer.ok]).toEqual([
        step.to,
        step.missing.length === 0,
      ]);
    }
  });
});
