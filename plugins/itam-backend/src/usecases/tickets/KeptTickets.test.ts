import { mockServices } from '@backstage/backend-test-utils';
import {
  SourceError,
  type TicketPageRequest,
} from '@backstage-itam/plugin-itam-node';
import { KeptTickets } from './KeptTickets';
import { listedTickets, ticket } from './__testUtils__/listedTickets';

const item = (key: string) => ({ key });

describe('KeptTickets', () => {
  const setUp = (mostItems = 2) => {
    const source = listedTickets({ mostItems });
    const clock = { now: 1_000_000 };
    const ticketsRead = jest.fn();
    const kept = new KeptTickets(source, {
      logger: mockServices.logger.mock(),
      metrics: { ticketsRead },
      now: () => clock.now,
    });
    return { source, clock, kept, ticketsRead };
  };
  const asked = (source: { asked: TicketPageRequest[] }) =>
    source.asked.map(({ items }) => items.map(({ key }) => key).join(' '));

  it('asks about many items at once, and again only when a minute has passed', async () => {
    const { source, clock, kept, ticketsRead } = setUp();
    source.tickets = [ticket('1', ['a']), ticket('2', ['a', 'c'])];
    const items = ['a', 'b', 'c'].map(item);
    const first = await kept.read(items);
    expect([...first.tickets].map(([key, list]) => [key, list.length])).toEqual(
      [
        ['a', 2],
        ['b', 0],
        ['c', 1],
      ],
    );
    expect(first).toMatchObject({ complete: true, readAt: 1_000_000 });
    clock.now += 59_999;
    await kept.read(items);
    expect(asked(source)).toEqual(['a b', 'c']);
    clock.now += 1;
    await kept.read([item('a')]);
    expect(asked(source)).toEqual(['a b', 'c', 'a']);
    expect(ticketsRead).toHaveBeenCalledWith({
      source: 'listed',
      outcome: 'succeeded',
      seconds: 0,
    });
  });

  it('lets those who ask the same at once wait for one answer', async () => {
    const { source, kept } = setUp();
    source.tickets = [ticket('1', ['a'])];
    const answers = await Promise.all(
      [1, 2, 3].map(async () => await kept.read([item('a')])),
    );
    expect(answers.map(({ tickets }) => tickets.get('a')?.length)).toEqual([
      1, 1, 1,
    ]);
    expect(source.asked).toHaveLength(1);
  });

  it('tells what was said last and since when the source fails, and lets it rest', async () => {
    const { source, clock, kept, ticketsRead } = setUp();
    source.tickets = [ticket('1', ['a'])];
    await kept.read([item('a')]);
    clock.now += 60_000;
    source.failure = new SourceError('Busy', 'unavailable', {
      status: 429,
      retryAfterMs: 120_000,
    });
    const busy = await kept.read([item('a')]);
    expect(busy.tickets.get('a')).toHaveLength(1);
    expect(busy).toMatchObject({
      readAt: 1_000_000,
      failure: {
        reason: 'rate-limited',
        message: 'Busy',
        since: 1_060_000,
        retryAt: 1_180_000,
      },
    });
    clock.now += 119_999;
    await kept.read([item('a'), item('b')]);
    expect(source.asked).toHaveLength(2);
    clock.now += 1;
    source.failure = new SourceError('No', 'refused');
    const refused = await kept.read([item('a'), item('b')]);
    expect(refused.failure).toMatchObject({
      reason: 'unauthorised',
      since: 1_060_000,
      retryAt: 1_210_000,
    });
    expect(refused.tickets.has('b')).toBe(false);
    expect(refused.complete).toBe(false);
    clock.now += 30_000;
    source.failure = undefined;
    const well = await kept.read([item('a'), item('b')]);
    expect(well.failure).toBeUndefined();
    expect(well.complete).toBe(true);
    expect(ticketsRead.mock.calls.map(([{ outcome }]) => outcome)).toEqual([
      'succeeded',
      'failed',
      'failed',
      'succeeded',
    ]);
  });

  it.each([
    [new SourceError('Gone', 'unavailable'), 'unreachable', 'Gone'],
    [new SourceError('Odd', 'answer'), 'unexpected', 'Odd'],
    [
      new Error('secret of a module'),
      'unreachable',
      'The tool gave no answer in time',
    ],
  ])('tells %s as %s', async (failure, reason, message) => {
    const { source, kept } = setUp();
    source.failure = failure;
    const { failure: told } = await kept.read([item('a')]);
    expect(told).toMatchObject({ reason, message });
  });

  it('counts a ticket of two pages once, and drops closed ones and odd addresses', async () => {
    const { source, kept } = setUp();
    source.pageSize = 2;
    source.tickets = [
      ticket('1', ['a']),
      ticket('2', ['a'], { state: 'closed' }),
      ticket('1', ['a']),
      ticket('3', ['a'], { url: 'data:text/html,x' }),
      ticket('4', ['a']),
    ];
    const { tickets } = await kept.read([item('a')]);
    expect(tickets.get('a')?.map(({ id }) => id)).toEqual(['1', '4']);
  });

  it('says so when a source has more than is read', async () => {
    const { source, kept } = setUp();
    source.pageSize = 100;
    source.tickets = Array.from({ length: 1_200 }, (_, at) =>
      ticket(String(at), ['a']),
    );
    const { tickets, complete } = await kept.read([item('a')]);
    expect(tickets.get('a')).toHaveLength(1_000);
    expect(complete).toBe(false);
  });
});
