import type { RenewalQuery } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { noRenewals, renewals, responseError } from '../fixtures';
import { ContractsPage } from './ContractsPage';

const address = () => screen.getByTestId('address').textContent;
const table = () => screen.findByRole('table', { name: 'Renewals ahead' });
const answering = () => jest.fn(async (_query?: RenewalQuery) => renewals);
const DAY_MS = 86_400_000;

describe('ContractsPage', () => {
  it('lists by month when to act, on what, and what the next term costs', async () => {
    renderOnFixtures(<ContractsPage />);
    const rows = within(await table()).getAllByRole('row');
    const cells = (row: HTMLElement) =>
      [...row.children].map(cell => cell.textContent);
    expect(rows.map(row => row.children[0].textContent)).toEqual([
      'Record',
      'Nov 2026 2 renewals',
      'GitHub order 2026Procurement · github',
      'Dell ProSupport 24×7Procurement · dell',
      'Dec 2026 2 renewals',
      'GitHub Enterprise CloudPlatform · github',
      'Printer lease, Hamburgold-office',
    ]);
    expect(cells(rows[1])[1]).toBe('€17,520.00 + $66,150.00');
    expect(cells(rows[2]).slice(1)).toEqual([
      '8 days',
      'Notice by Nov 1, 2026Term ends Dec 31, 2026',
      'Notice due',
      'Automatic',
      '$63,000.00',
      '$66,150.00estimated',
    ]);
    // Nobody may see, or nobody knows: left empty, not zero.
    expect(cells(rows[6]).slice(4)).toEqual(['Ends with its term', '', '']);
    expect(cells(rows[5])[6]).toBe('$66,150.00');
    expect(
      within(rows[2]).getByRole('link', { name: 'GitHub order 2026' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/contract/default/github-2026',
    );
    expect(
      screen.getByText('€17,520.00', { selector: 'dd span' }),
    ).toBeVisible();
  });

  it('has the deadlines in a calendar, which leads to their rows', async () => {
    // The test browser has no view to scroll.
    Element.prototype.scrollIntoView = jest.fn();
    renderOnFixtures(<ContractsPage />, {
      address: '/?from=2026-11-01&to=2026-12-31',
    });
    const november = await screen.findByRole('table', {
      name: 'Deadlines of Nov 2026',
    });
    expect(within(november).getAllByRole('button')).toHaveLength(2);
    const december = screen.getByRole('table', {
      name: 'Deadlines of Dec 2026',
    });
    await userEvent.click(
      within(december).getByRole('button', {
        name: 'Dec 31, 2026: 2 deadlines, $66,150.00',
      }),
    );
    expect(
      within(await table()).getByRole('row', {
        name: /GitHub Enterprise Cloud/,
      }),
    ).toHaveFocus();
  });

  it('leads to the page of a supplier', async () => {
    renderOnFixtures(<ContractsPage />);
    expect(
      within(await table()).getByRole('link', { name: 'dell' }),
    ).toHaveAttribute('href', '/it-assets/contracts/suppliers/dell');
  });

  it('asks for 90 days unless the address says otherwise', async () => {
    const listRenewals = answering();
    renderOnFixtures(<ContractsPage />, { api: { listRenewals } });
    await table();
    const { from = '', to = '', ...rest } = listRenewals.mock.calls[0][0] ?? {};
    expect((Date.parse(to) - Date.parse(from)) / DAY_MS).toBe(90);
    expect(rest).toEqual({ limit: 200 });
    await userEvent.click(screen.getByRole('radio', { name: '30 days' }));
    await waitFor(() => expect(address()).toBe('/?days=30'));
    await waitFor(() => {
      const last = listRenewals.mock.lastCall?.[0];
      expect(
        (Date.parse(last?.to ?? '') - Date.parse(last?.from ?? '')) / DAY_MS,
      ).toBe(30);
    });
  });

  it('takes two days of choice', async () => {
    const listRenewals = answering();
    renderOnFixtures(<ContractsPage />, {
      address: '/?from=2026-11-01&to=2026-12-31',
      api: { listRenewals },
    });
    await table();
    expect(listRenewals).toHaveBeenCalledWith(
      expect.objectContaining({ from: '2026-11-01', to: '2026-12-31' }),
    );
    expect(screen.getByRole('radio', { name: 'Chosen days' })).toBeChecked();
    expect(screen.getByLabelText('To')).toHaveValue('2026-12-31');
  });

  it('drops days that make no range', async () => {
    renderOnFixtures(<ContractsPage />, {
      address: '/?from=2026-12-01&to=2026-11-01&state=purple',
    });
    await table();
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
  });

  it('filters by owner, state and decisions', async () => {
    const listRenewals = answering();
    renderOnFixtures(<ContractsPage />, { api: { listRenewals } });
    await table();
    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Procurement' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Notice due' }),
    );
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only decisions' }),
    );
    await waitFor(() =>
      expect(address()).toBe(
        '/?owner=group%3Adefault%2Fprocurement&state=notice-due&decision=true',
      ),
    );
    expect(listRenewals).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: 'group:default/procurement',
        state: 'notice-due',
        decision: true,
      }),
    );
  });

  it('pages by the cursors of the register', async () => {
    renderOnFixtures(<ContractsPage />, {
      api: {
        listRenewals: async () => ({
          ...renewals,
          totalItems: 9,
          nextCursor: 'more',
        }),
      },
    });
    await table();
    expect(screen.getByText('1 – 4 of 9')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(address()).toBe('/?cursor=more'));
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    await waitFor(() => expect(address()).toBe('/'));
  });

  it('has no money columns for who may see none', async () => {
    renderOnFixtures(<ContractsPage />, {
      api: {
        listRenewals: async () => ({
          ...renewals,
          items: renewals.items.map(item => ({
            ...item,
            currentAmount: undefined,
            nextAmount: undefined,
          })),
          totals: { nextAmount: [] },
        }),
      },
    });
    expect(
      within(await table())
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Record', 'Left', 'Act by', 'State', 'Renewal']);
    expect(screen.queryByText(/[$€]/)).not.toBeInTheDocument();
  });

  it('marks what is overdue and what is due today', async () => {
    renderOnFixtures(<ContractsPage />, {
      api: {
        listRenewals: async () => ({
          ...renewals,
          items: [
            { ...renewals.items[0], daysLeft: -3 },
            { ...renewals.items[1], daysLeft: 0 },
          ],
        }),
      },
    });
    expect(await screen.findByText('3 days ago')).toBeVisible();
    expect(screen.getByText('today')).toBeVisible();
  });

  it('tells nothing to renew from a filter that matches nothing', async () => {
    const listRenewals = async () => noRenewals;
    const { unmount } = renderOnFixtures(<ContractsPage />, {
      address: '/?from=2026-11-01&to=2026-12-31',
      api: { listRenewals },
    });
    expect(
      await screen.findByText(/between Nov 1, 2026 and Dec 31, 2026/),
    ).toBeVisible();
    unmount();
    renderOnFixtures(<ContractsPage />, {
      address: '/?vendor=dell',
      api: { listRenewals },
    });
    expect(await screen.findByText('No renewal matches')).toBeVisible();
  });

  it('says when renewals may not be seen', async () => {
    renderOnFixtures(<ContractsPage />, {
      api: {
        listRenewals: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(await screen.findByText(/You may not see renewals/)).toBeVisible();
  });
});
