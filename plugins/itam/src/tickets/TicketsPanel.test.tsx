import type { TicketPage } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  change,
  incident,
  noTickets,
  responseError,
  serviceEntity,
  ticketPage,
  userEntity,
} from '../fixtures';
import { EntityTicketsCard } from './EntityTicketsCard';

const [source] = ticketPage.sources;
const failure = {
  reason: 'rate-limited',
  since: '2026-10-15T11:00:00.000Z',
  message: 'api/now/table/incident: the source answers 429',
  retryAt: '2026-10-15T11:02:00.000Z',
} as const;

function render(page: Partial<TicketPage> | (() => Promise<TicketPage>)) {
  const list = jest.fn(
    typeof page === 'function'
      ? page
      : async () => ({ ...ticketPage, ...page }),
  );
  renderOnFixtures(<EntityTicketsCard />, {
    entity: serviceEntity,
    api: { tickets: { ...noTickets, list } },
  });
  return list;
}
const panel = async () =>
  within(await screen.findByRole('region', { name: 'Open tickets' }));

describe('open tickets', () => {
  it('are counted and lead to their tool, as text', async () => {
    const list = render({});
    const shown = await panel();
    expect(
      within(shown.getByRole('list', { name: 'Open tickets' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['1 incident', '1 change']);
    const link = shown.getByRole('link', {
      name: 'INC0010023 in ServiceNow, in a new tab',
    });
    expect(link).toHaveAttribute('href', incident.url);
    expect(link).toHaveAttribute('target', '_blank');
    expect(link.getAttribute('rel')).toContain('noreferrer');
    expect(shown.getByText('Checkout answers with <b>502</b>')).toBeVisible();
    expect(shown.getByText('Erin Ng · Due Oct 16, 2026')).toBeVisible();
    expect(
      shown.getByText(/^Planned Nov \d, 2026, .+ – Nov \d, 2026, /),
    ).toBeVisible();
    expect(
      shown.getByRole('link', { name: 'payments-db-eu1' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/asset/default/payments-db-eu1',
    );
    // One service alone is what the page is about.
    expect(shown.queryByText('By service')).toBeNull();
    expect(list).toHaveBeenCalledWith({
      node: 'component:default/payments-api',
      limit: 5,
      cursor: undefined,
    });
  });

  it('are counted by service where there are several', async () => {
    render({
      services: [
        ...ticketPage.services,
        {
          service: {
            ref: 'component:default/web',
            title: 'Web',
            resolved: true,
          },
          tickets: 1,
        },
      ],
    });
    const services = within(
      (await panel()).getByRole('list', { name: 'By service' }),
    );
    expect(
      services.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['Payments API 2 tickets', 'Web 1 ticket']);
  });

  it('leaf to the next page', async () => {
    const list = render({ nextCursor: 'second' });
    await userEvent.click(
      (await panel()).getByRole('button', { name: 'Next' }),
    );
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({ cursor: 'second' }),
      ),
    );
  });

  it('say that there are none', async () => {
    render({ items: [], totalItems: 0 });
    expect((await panel()).getByText('No open tickets.')).toBeVisible();
  });

  it('are no matter of people, who are not in tools themselves', async () => {
    const list = jest.fn(async () => ({
      ...ticketPage,
      items: [],
      sources: [{ ...source, asked: false }],
    }));
    renderOnFixtures(<EntityTicketsCard />, {
      entity: userEntity,
      api: { tickets: { ...noTickets, list } },
    });
    await waitFor(() => expect(list).toHaveBeenCalled());
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Open tickets' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('say what to do where nothing is linked', async () => {
    render({ items: [], sources: [{ ...source, asked: false }] });
    const shown = await panel();
    expect(
      shown.getByText('Nothing here is linked to ServiceNow'),
    ).toBeVisible();
    expect(
      shown.getByText(/when its catalog file says what it is there/),
    ).toBeVisible();
  });

  it('say since when a tool fails, and show what it said last', async () => {
    render({ sources: [{ ...source, failure }] });
    const shown = await panel();
    const note = shown.getByRole('status');
    expect(note).toHaveTextContent(
      /^ServiceNow takes no more requests since Oct 15, 2026/,
    );
    expect(note).toHaveTextContent(/Shown is what it said at Oct 15, 2026/);
    expect(shown.getByText(change.number, { exact: false })).toBeVisible();
  });

  it('do not say that there are none when nobody knows', async () => {
    render({
      items: [],
      sources: [{ ...source, readAt: undefined, complete: false, failure }],
    });
    const shown = await panel();
    expect(shown.getByRole('status')).toHaveTextContent(
      /Nothing is known of its tickets/,
    );
    expect(
      shown.getByText('Whether there are tickets is not known for now.'),
    ).toBeVisible();
    expect(shown.queryByText('No open tickets.')).toBeNull();
  });

  it('name what a tool does not know, and that some may be missing', async () => {
    render({
      sources: [
        {
          ...source,
          complete: false,
          unknown: [
            {
              ref: 'component:default/gone',
              title: 'Gone',
              resolved: true,
            },
          ],
        },
      ],
    });
    const shown = await panel();
    expect(shown.getByText(/does not know what these/)).toBeVisible();
    expect(shown.getByRole('link', { name: 'Gone' })).toBeVisible();
    expect(
      shown.getByText('There may be more tickets than are shown.'),
    ).toBeVisible();
  });

  it('are left out where no tool is connected', async () => {
    const list = render({ items: [], sources: [] });
    await waitFor(() => expect(list).toHaveBeenCalled());
    expect(screen.queryByText('Open tickets')).toBeNull();
  });

  it('say why there is no answer once a tool is known to be connected', async () => {
    let fails = false;
    render(async () => {
      if (fails) {
        throw await responseError(503, 'The catalog does not answer for now');
      }
      fails = true;
      return { ...ticketPage, nextCursor: 'second' };
    });
    await userEvent.click(
      (await panel()).getByRole('button', { name: 'Next' }),
    );
    expect(
      await screen.findByText(/The catalog does not answer for now/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
