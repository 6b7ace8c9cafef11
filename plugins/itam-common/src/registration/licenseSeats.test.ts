import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import type { LicenseSpec } from '../entities/types';
import { assignSeats, reclaimSeats } from './licenseSeats';

seedProperties(200);

const context = { ref: 'license:default/github' };

function license(assignments?: LicenseSpec['assignments']): LicenseSpec {
  return {
    type: 'subscription',
    product: 'GitHub',
    owner: 'group:default/platform',
    metric: 'named-user',
    quantity: 2,
    ...(assignments ? { assignments } : {}),
  };
}

function seatsOf(answer: ReturnType<typeof assignSeats>) {
  return answer.ok ? answer.spec.assignments : answer.problems;
}

describe('assignSeats', () => {
  it('gives seats once, however often it is called', () => {
    const first = assignSeats(
      license([{ to: 'user:a', from: '2026-01-01' }]),
      ['user:a', 'user:default/b', 'user:B'],
      '2026-06-01',
      context,
    );
    expect(first).toMatchObject({
      changed: ['user:default/b'],
      unchanged: ['user:default/a'],
    });
    expect(seatsOf(first)).toEqual([
      { to: 'user:a', from: '2026-01-01' },
      { to: 'user:default/b', from: '2026-06-01' },
    ]);
    const again = assignSeats(
      first.ok ? first.spec : license(),
      ['user:a', 'user:b'],
      '2026-06-01',
      context,
    );
    expect(again).toMatchObject({ changed: [] });
    expect(seatsOf(again)).toEqual(seatsOf(first));
  });

  it('keeps the history of who had a seat before', () => {
    const ended = {
      to: 'user:default/a',
      from: '2025-01-01',
      until: '2025-12-31',
    };
    expect(
      seatsOf(assignSeats(license([ended]), ['user:a'], '2026-06-01', context)),
    ).toEqual([ended, { to: 'user:default/a', from: '2026-06-01' }]);
  });

  it('keeps a seat for good that would have ended, or started later', () => {
    expect(
      seatsOf(
        assignSeats(
          license([
            { to: 'user:a', from: '2026-01-01', until: '2026-08-31' },
            { to: 'user:b', from: '2026-09-01' },
          ]),
          ['user:a', 'user:b'],
          '2026-06-01',
          context,
        ),
      ),
    ).toEqual([
      { to: 'user:a', from: '2026-01-01' },
      { to: 'user:default/b', from: '2026-06-01' },
    ]);
  });

  it.each<[string[], string, string]>([
    [['guest'], '2026-06-01', 'to[0] ref-kind'],
    [['user:a'], 'today', 'from date'],
    [['asset:default/x'], '2026-06-01', 'spec.assignments[0].to ref-kind'],
  ])('refuses %j from %s', (to, from, expected) => {
    const answer = assignSeats(license(), to, from, context);
    expect(
      answer.ok ? [] : answer.problems.map(one => `${one.path} ${one.rule}`),
    ).toEqual([expected]);
  });
});

describe('reclaimSeats', () => {
  it('ends seats and keeps them as history', () => {
    const answer = reclaimSeats(
      license([{ to: 'user:a', from: '2026-01-01' }, { to: 'user:b' }]),
      ['user:default/a'],
      '2026-06-30',
      context,
    );
    expect(seatsOf(answer)).toEqual([
      { to: 'user:a', from: '2026-01-01', until: '2026-06-30' },
      { to: 'user:b' },
    ]);
    expect(
      reclaimSeats(
        answer.ok ? answer.spec : license(),
        ['user:a'],
        '2026-06-30',
        context,
      ),
    ).toMatchObject({ changed: [], unchanged: ['user:default/a'] });
  });

  it('leaves a seat that ended before', () => {
    const seat = { to: 'user:default/a', until: '2026-01-31' };
    expect(
      seatsOf(reclaimSeats(license([seat]), ['user:a'], '2026-06-30', context)),
    ).toEqual([seat]);
  });

  it('refuses those who never had a seat, and seats that start later', () => {
    const answer = reclaimSeats(
      license([{ to: 'user:b', from: '2026-09-01' }]),
      ['user:a', 'user:b'],
      '2026-06-30',
      context,
    );
    expect(
      answer.ok ? [] : answer.problems.map(one => `${one.path} ${one.rule}`),
    ).toEqual(['to[0] no-seat', 'to[1] seat-later']);
  });

  it('and assignSeats never take away a day somebody had a seat', () => {
    const day = fc.integer({ min: 1, max: 28 });
    const text = (at: number) => `2026-01-${String(at).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.option(day)), { maxLength: 3 }),
        day,
        (intervals, from) => {
          const seats = intervals.map(([start, length]) => ({
            to: 'user:default/a',
            from: text(start),
            ...(length === null
              ? {}
              : { until: text(Math.min(28, start + length)) }),
          }));
          const holds = (list: typeof seats, at: string) =>
            list.some(
              seat =>
                seat.from <= at &&
                ('until' in seat ? seat.until ?? '' : '9') >= at,
            );
          const answer = assignSeats(
            license(seats),
            ['user:a'],
            text(from),
            context,
          );
          const after = (answer.ok ? answer.spec.assignments ?? [] : []).map(
            one => ({ ...one, from: one.from ?? '' }),
          );
          for (let at = 1; at <= 28; at++) {
            const expected = holds(seats, text(at)) || at >= from;
            expect([at, holds(after, text(at))]).toEqual([at, expected]);
          }
        },
      ),
    );
  });
});
