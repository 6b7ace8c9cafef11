import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { costsFor, noCosts, responseError } from '../../fixtures';
import { ExplorerPage } from './ExplorerPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<ExplorerPage />, options);
const address = () => screen.getByTestId('address').textContent;
const lines = () => screen.findByRole('table', { name: 'Lines' });
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent);

describe('the cost explorer', () => {
  it('shows the total, what is closed and every line with its portion', async () => {
    render();
    const rows = within(await lines()).getAllByRole('row');
    expect(cells(rows[0])).toEqual([
      'Line',
      'Oct 2026',
      'Nov 2025 – Oct 2026',
      'Portion',
    ]);
    expect(cells(rows[1])[0]).toBe('Licences');
    expect(cells(rows[rows.length - 1])).toEqual([
      'Total',
      '€12,480.22',
      '€123,208.10',
      '',
    ]);
    expect(
      screen.getByText(
        'Closed up to Aug 2026; those figures no longer change.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Why did it change?' }),
    ).toHaveAttribute('href', '/it-assets/finance/compare');
  });

  it('asks what the address says', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    render({
      address:
        '/?of=group:default/payments&from=2025-11&to=2026-10&by=supplier&basis=used&currency=USD',
      api: { getCosts },
    });
    await lines();
    expect(getCosts).toHaveBeenCalledWith({
      of: 'group:default/payments',
      from: '2025-11',
      to: '2026-10',
      by: 'supplier',
      basis: 'used',
      view: 'accrued',
      currency: 'USD',
    });
  });

  it('tells capital from operating cost in the invoiced view', async () => {
    render({ address: '/?by=record' });
    await lines();
    expect(screen.queryByText('Capital')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Invoiced' }));
    expect(await screen.findByText('Capital')).toBeVisible();
    expect(screen.getByText('€83,174.40')).toBeVisible();
    expect(screen.getByText('Operating')).toBeVisible();
    expect(address()).toBe('/?by=record&view=invoiced');
  });

  it('leads from a supplier to its own cost, keeping the range', async () => {
    render({
      address: '/?by=supplier&from=2025-11&to=2026-10&view=invoiced',
      api: {
        getCosts: async query => ({
          ...costsFor(query),
          groups: costsFor(query)
            .groups.slice(0, 1)
            .map(group => ({ ...group, key: 'github', title: 'GitHub' })),
        }),
      },
    });
    const link = within(await lines()).getByRole('link', { name: 'GitHub' });
    expect(link).toHaveAttribute(
      'href',
      '/it-assets/finance?of=supplier%3Agithub&from=2025-11&to=2026-10&view=invoiced&basis=used',
    );
  });

  it('leads from a record to its page and not from what is hidden', async () => {
    render({ address: '/?by=record' });
    const table = await lines();
    expect(
      within(table).getByRole('link', { name: 'Datadog Pro' }),
    ).toHaveAttribute('href', '/it-assets/records/license/default/datadog');
    expect(within(table).getByText('Records you may not see')).toBeVisible();
    expect(
      within(table).queryByRole('link', { name: 'Records you may not see' }),
    ).not.toBeInTheDocument();
  });

  it('takes a typed reference', async () => {
    render();
    await lines();
    const field = screen.getByRole('combobox', { name: 'Cost of' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Group:Payments');
    await userEvent.tab();
    // Without a namespace it is no whole reference, but the default is meant.
    await waitFor(() =>
      expect(address()).toBe('/?of=group%3Adefault%2Fpayments'),
    );
  });

  it('offers suppliers by name', async () => {
    render({
      api: {
        getCosts: async query => {
          const answer = costsFor(query);
          return query.by === 'supplier'
            ? {
                ...answer,
                groups: answer.groups
                  .slice(0, 1)
                  .map(group => ({ ...group, key: 'dell', title: 'Dell' })),
              }
            : answer;
        },
      },
    });
    await lines();
    const field = screen.getByRole('combobox', { name: 'Cost of' });
    await userEvent.clear(field);
    await userEvent.type(field, 'del');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Supplier: Dell' }),
    );
    await waitFor(() => expect(address()).toBe('/?of=supplier%3Adell'));
  });

  it('says that nothing costs anything', async () => {
    render({
      address: '/?of=cost-center:99',
      api: {
        getCosts: async query => ({
          ...noCosts,
          of: costsFor(query).of,
        }),
      },
    });
    expect(
      await screen.findByText('Nothing costs anything here'),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says why nothing is visible and what to do', async () => {
    render({
      address: '/?of=group:default/payments',
      api: {
        getCosts: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see the cost of payments/),
    ).toBeVisible();
    // One still gets away from it.
    expect(screen.getByRole('combobox', { name: 'Cost of' })).toBeVisible();
  });

  it('leads who may not see everything to their own teams', async () => {
    render({
      ownership: ['user:default/ana', 'group:default/payments'],
      api: {
        getCosts: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see what everything costs/),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'payments' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance?of=group%3Adefault%2Fpayments',
    );
  });

  it('tries again after an error', async () => {
    const getCosts = jest
      .fn()
      .mockRejectedValueOnce(await responseError(500, 'broken'))
      .mockImplementation(async query => costsFor(query));
    render({ api: { getCosts } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await lines()).toBeVisible();
  });
});
