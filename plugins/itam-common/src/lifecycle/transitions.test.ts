import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  defaultStatus,
  isLifecycleStage,
  isLifecycleStatus,
  LIFECYCLE_STAGES,
  LIFECYCLE_STATUSES,
  stageOfStatus,
  statusesOf,
  TERMINAL_STATUSES,
} from './stages';
import {
  allowedTransitions,
  canTransition,
  findTransition,
  LIFECYCLE_TRANSITIONS,
} from './transitions';

seedProperties();

const ALL_STATUSES = LIFECYCLE_STAGES.flatMap(stage => [...statusesOf(stage)]);

function reachableFrom(
  start: string,
  steps: readonly { from: string; to: string }[],
): Set<string> {
  const reached = new Set([start]);
  for (const status of reached) {
    steps
      .filter(one => one.from === status)
      .forEach(one => reached.add(one.to));
  }
  return reached;
}

describe('stages', () => {
  it('has every status in exactly one stage', () => {
    expect(ALL_STATUSES).toEqual([...new Set(ALL_STATUSES)]);
    for (const stage of LIFECYCLE_STAGES) {
      for (const status of LIFECYCLE_STATUSES[stage]) {
        expect(stageOfStatus(status)).toBe(stage);
      }
      expect(statusesOf(stage)).toContain(defaultStatus(stage));
    }
  });

  it('knows what is no stage or status', () => {
    expect(isLifecycleStage('maintenance')).toBe(true);
    expect(isLifecycleStage('Maintenance')).toBe(false);
    expect(isLifecycleStatus('in-use')).toBe(true);
    expect(isLifecycleStatus('constructor')).toBe(false);
    expect(stageOfStatus('lost')).toBe(undefined);
  });
});

describe('transitions', () => {
  it('lists every step once, between different statuses', () => {
    const keys = LIFECYCLE_TRANSITIONS.map(one => `${one.from} ${one.to}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(LIFECYCLE_TRANSITIONS.filter(one => one.from === one.to)).toEqual(
      [],
    );
  });

  it('leads from every status to every status that ends a life', () => {
    for (const status of ALL_STATUSES) {
      const reached = reachableFrom(status, LIFECYCLE_TRANSITIONS);
      expect([...TERMINAL_STATUSES].filter(end => !reached.has(end))).toEqual(
        [],
      );
    }
  });

  it('reaches every status from a request', () => {
    expect(reachableFrom('requested', LIFECYCLE_TRANSITIONS).size).toBe(
      ALL_STATUSES.length,
    );
  });

  it('never goes back in life by forward steps', () => {
    const forward = LIFECYCLE_TRANSITIONS.filter(one => one.kind === 'forward');
    const order = (status: string) =>
      LIFECYCLE_STAGES.findIndex(stage => stage === stageOfStatus(status));
    for (const one of forward) {
      expect(order(one.to)).toBeGreaterThanOrEqual(order(one.from));
    }
    for (const status of ALL_STATUSES) {
      const next = forward.filter(one => one.from === status);
      const back = next.filter(one =>
        reachableFrom(one.to, forward).has(status),
      );
      expect(back).toEqual([]);
    }
  });

  it('asks a reason of every reinstatement, and leaves an end by no other step', () => {
    const without = LIFECYCLE_TRANSITIONS.filter(
      one => one.kind === 'reinstate' && !one.reasonRequired,
    );
    const otherwise = LIFECYCLE_TRANSITIONS.filter(
      one => TERMINAL_STATUSES.includes(one.from) && one.kind !== 'reinstate',
    );
    expect([without, otherwise]).toEqual([[], []]);
  });

  it('has a way back from repair and to stock', () => {
    expect(findTransition('in-use', 'in-repair')?.kind).toBe('repair');
    expect(findTransition('in-repair', 'in-use')?.kind).toBe('repair');
    expect(findTransition('in-use', 'in-stock')?.kind).toBe('return');
  });
});

describe('allowedTransitions', () => {
  it('names stages and reasons', () => {
    expect(allowedTransitions('decommission', 'sold')).toEqual([
      {
        from: 'sold',
        to: 'retired',
        kind: 'reinstate',
        reasonRequired: true,
        fromStage: 'decommission',
        toStage: 'decommission',
      },
    ]);
  });

  it('takes the default status where none is given', () => {
    expect(allowedTransitions('planning')).toEqual(
      allowedTransitions('planning', 'requested'),
    );
  });

  it('allows nothing from a status of another stage', () => {
    expect(allowedTransitions('planning', 'in-use')).toEqual([]);
    expect(allowedTransitions('planning', 'nonsense')).toEqual([]);
  });
});

describe('canTransition', () => {
  it('asks for a reason where one is needed', () => {
    const change = { from: 'retired', to: 'in-use' };
    expect(canTransition(change)).toBe('reason-missing');
    expect(canTransition({ ...change, reason: '  ' })).toBe('reason-missing');
    expect(canTransition({ ...change, reason: 'found again' })).toBe('allowed');
    expect(canTransition({ from: 'in-use', to: 'in-repair' })).toBe('allowed');
  });

  it('allows exactly the steps of the table', () => {
    const status = fc.oneof(
      fc.constantFrom<string>(...ALL_STATUSES),
      fc.string(),
    );
    fc.assert(
      fc.property(status, status, (from, to) => {
        const listed = LIFECYCLE_TRANSITIONS.some(
          one => one.from === from && one.to === to,
        );
        expect(canTransition({ from, to, reason: 'x' })).toBe(
          listed ? 'allowed' : 'not-allowed',
        );
      }),
    );
  });
});
