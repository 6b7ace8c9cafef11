import type { AssetSpec } from '../entities/types';
import { assignAsset } from './assignAsset';
import { returnAsset } from './returnAsset';

const context = { ref: 'asset:default/laptop-1', asOf: '2026-06-15' };

function laptop(spec: Partial<AssetSpec> = {}): AssetSpec {
  return {
    class: 'hardware',
    type: 'laptop',
    stage: 'deployment',
    status: 'in-stock',
    owner: 'group:default/payments',
    tag: 'HW-1',
    location: 'Berlin',
    ...spec,
  };
}

const inUse = laptop({
  stage: 'maintenance',
  status: 'in-use',
  assignee: 'guest',
});

describe('assignAsset', () => {
  it('gives an asset of the store to somebody', () => {
    expect(
      assignAsset(laptop(), { to: 'jane', date: '2026-06-01' }, context),
    ).toEqual({
      ok: true,
      spec: expect.objectContaining({
        status: 'in-use',
        assignee: 'user:default/jane',
        inService: '2026-06-01',
      }),
      holding: { to: 'user:default/jane', from: '2026-06-01' },
      previousHolder: undefined,
    });
  });

  it('lends what is due back', () => {
    const answer = assignAsset(
      laptop(),
      { to: 'group:ops', date: '2026-06-01', dueBack: '2026-06-30' },
      context,
    );
    expect(answer.ok && answer.spec.status).toBe('on-loan');
    expect(answer.ok && answer.holding).toEqual({
      to: 'group:default/ops',
      from: '2026-06-01',
      dueBack: '2026-06-30',
    });
  });

  it('passes on what is in use, naming who had it', () => {
    const answer = assignAsset(
      inUse,
      { to: 'jane', date: '2026-06-01' },
      context,
    );
    expect(answer.ok && answer.previousHolder).toBe('user:default/guest');
  });

  it.each<[string, Parameters<typeof assignAsset>[1], AssetSpec, string]>([
    [
      'a holder that is none',
      { to: 'component:x', date: '2026-06-01' },
      laptop(),
      'to ref-kind',
    ],
    [
      'a due date before the loan',
      { to: 'jane', date: '2026-06-01', dueBack: '2026-05-01' },
      laptop(),
      'dueBack end-before-start',
    ],
    [
      'a due date that is none',
      { to: 'jane', date: '2026-06-01', dueBack: 'soon' },
      laptop(),
      'dueBack date',
    ],
    [
      'several pieces',
      { to: 'jane', date: '2026-06-01' },
      laptop({ quantity: 40 }),
      'spec.quantity several-pieces',
    ],
    [
      'what has left',
      { to: 'jane', date: '2026-06-01' },
      laptop({
        stage: 'decommission',
        status: 'sold',
        disposal: { date: '2026-01-01' },
      }),
      'to not-allowed',
    ],
  ])('refuses %s', (_, assignment, spec, expected) => {
    const answer = assignAsset(spec, assignment, context);
    expect(
      answer.ok ? [] : answer.problems.map(one => `${one.path} ${one.rule}`),
    ).toContain(expected);
  });
});

describe('returnAsset', () => {
  it('takes an asset back into the store', () => {
    const answer = returnAsset(
      inUse,
      { date: '2026-06-01', changes: { location: 'Store' } },
      context,
    );
    expect(answer).toEqual({
      ok: true,
      returnedFrom: 'guest',
      spec: expect.objectContaining({
        status: 'in-stock',
        stage: 'deployment',
        location: 'Store',
      }),
    });
    expect(answer.ok && 'assignee' in answer.spec).toBe(false);
  });

  it('leaves in use only what services use', () => {
    const answer = returnAsset(
      inUse,
      { date: '2026-06-01', to: 'in-use' },
      context,
    );
    expect(!answer.ok && answer.problems[0].path).toBe('spec.services');
    expect(
      returnAsset(
        { ...inUse, services: [{ ref: 'component:default/api' }] },
        { date: '2026-06-01', to: 'in-use' },
        context,
      ).ok,
    ).toBe(true);
  });

  it('takes back what was lent, and lets no change name the status', () => {
    const lent = { ...inUse, status: 'on-loan' };
    expect(returnAsset(lent, { date: '2026-06-01' }, context).ok).toBe(true);
    const answer = returnAsset(
      { ...inUse, services: [{ ref: 'component:default/api' }] },
      { date: '2026-06-01', to: 'in-use', changes: { status: 'missing' } },
      context,
    );
    expect(!answer.ok && answer.problems[0].path).toBe('changes.status');
  });

  it('refuses what nobody holds', () => {
    const answer = returnAsset(laptop(), { date: '2026-06-01' }, context);
    expect(!answer.ok && answer.problems[0].rule).toBe('not-held');
  });
});
