import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  costsFor,
  fixtureApi,
  organisationEntities,
  responseError,
  someDiscoveries,
} from '../fixtures';
import { OwnershipPage } from './OwnershipPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<OwnershipPage />, {
    catalog: organisationEntities,
    ...options,
  });
const address = () => screen.getByTestId('address').textContent;
const row = (name: string) =>
  screen.findByRole('treeitem', { name: new RegExp(`^${name}`) });
const titles = () =>
  screen
    .getAllByRole('treeitem')
    .map(item => item.textContent?.replace(/[€–\d].*/, ''));

describe('the explorer of the organisation', () => {
  it('opens at the company with spend and records of each group', async () => {
    render();
    const company = await row('Lumen Retail');
    expect(company).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => expect(company).toHaveTextContent('€12,480.22'));
    await waitFor(() => expect(company).toHaveTextContent(/80$/));
    expect(titles()).toEqual([
      'Lumen Retail',
      'Commerce',
      'Finance',
      'No owner',
      "Leavers' holdings",
      'Shadow IT',
    ]);
    const group = await screen.findByRole('region', { name: 'Lumen Retail' });
    expect(await within(group).findByText('/ month')).toBeVisible();
    expect(group).toHaveTextContent('€12,480.22');
  });

  it('asks for the cost of all groups that show at once', async () => {
    const queryCosts = jest.fn(fixtureApi().queryCosts);
    render({ api: { queryCosts } });
    await row('Commerce');
    const asked = queryCosts.mock.calls.map(([query]) => query.of);
    expect(asked).toContainEqual([
      'group:default/lumen',
      'group:default/commerce',
      'group:default/finance',
    ]);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('drills at a click and keeps basis and month in the address', async () => {
    render({ address: '/?basis=used&month=2026-09' });
    await userEvent.click(await row('Commerce'));
    expect(address()).toBe(
      '/?of=group%3Adefault%2Fcommerce&basis=used&month=2026-09',
    );
    expect(
      await screen.findByRole('region', { name: 'Commerce' }),
    ).toBeVisible();
  });

  it('is walked and opened by the keyboard', async () => {
    render();
    const company = await row('Lumen Retail');
    company.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await row('Commerce')).toHaveFocus();
    expect(await row('Commerce')).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(await row('Checkout')).toHaveFocus();
    expect(await row('Checkout')).toHaveAttribute('aria-level', '3');
    await userEvent.keyboard('p');
    expect(await row('Payments')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(address()).toBe('/?of=group%3Adefault%2Fpayments');
    await userEvent.keyboard('{ArrowLeft}');
    expect(await row('Commerce')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('treeitem', { name: /^Checkout/ })).toBeNull();
    await userEvent.keyboard('{End}');
    expect(await row('Shadow IT')).toHaveFocus();
  });

  it('opens the way to the group in the address, with budget and trend', async () => {
    render({ address: '/?of=group:default/payments' });
    expect(await row('Payments')).toHaveAttribute('aria-selected', 'true');
    const group = await screen.findByRole('region', { name: 'Payments' });
    expect(
      await within(group).findByRole('heading', { name: /^Budget/ }),
    ).toBeVisible();
    expect(
      within(group).getByRole('link', { name: 'Records' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records?owner=group%3Adefault%2Fpayments',
    );
  });

  it('has the parts of a group as a table whose links drill', async () => {
    render({ address: '/?of=group:default/commerce' });
    const parts = await screen.findByRole('region', {
      name: 'What it is made of',
    });
    await userEvent.click(
      await within(parts).findByRole('button', { name: 'Show as table' }),
    );
    const table = within(parts).getByRole('table');
    expect(
      within(table).getByRole('link', { name: 'Payments' }),
    ).toHaveAttribute('href', expect.stringContaining('payments'));
    expect(within(table).getAllByRole('row').at(-1)).toHaveTextContent(
      'Total€12,480.22',
    );
  });

  it('has the records of a team, leading to their pages', async () => {
    render({ address: '/?of=group:default/payments' });
    const parts = await screen.findByRole('region', {
      name: 'Records behind it',
    });
    await userEvent.click(
      await within(parts).findByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(parts).getByRole('link', { name: 'Datadog Pro' }),
    ).toHaveAttribute('href', '/it-assets/records/license/default/datadog');
  });

  it('leads from a group that is not visible to their own', async () => {
    render({
      ownership: ['group:default/commerce'],
      api: {
        getCosts: async query => {
          if (query.of === 'group:default/lumen') {
            throw await responseError(403, 'no');
          }
          return costsFor(query);
        },
        queryCosts: async query => ({
          items: query.of.map(of =>
            of === 'group:default/lumen'
              ? { of, error: 'not-allowed' as const }
              : { of, costs: costsFor({ of }) },
          ),
        }),
      },
    });
    expect(
      await screen.findByText(/You may not see the cost of Lumen Retail/),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'commerce' }),
    ).toHaveAttribute('href', expect.stringContaining('commerce'));
    expect(
      await within(await row('Lumen Retail')).findByTitle(
        'You may not see this cost',
      ),
    ).toBeVisible();
  });

  it('lists what nobody owns by owner, leading to the register', async () => {
    const listRecords = jest.fn(fixtureApi().listRecords);
    render({ address: '/?of=orphans', api: { listRecords } });
    const owners = await screen.findByRole('table', {
      name: 'Owners that the catalog does not have',
    });
    expect(within(owners).getByText('2')).toBeVisible();
    expect(
      within(owners).getByRole('link', { name: 'showroom' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records?owner=group%3Adefault%2Fshowroom',
    );
    const records = await screen.findByRole('region', {
      name: 'Records of owners that are gone',
    });
    expect(
      await within(records).findByRole('link', { name: /128 records/ }),
    ).toHaveAttribute('href', '/it-assets/records?ownerState=unknown');
    expect(listRecords).toHaveBeenCalledWith({
      ownerState: 'unknown',
      limit: 25,
    });
  });

  it('lists what leavers hold, and says when there is nothing', async () => {
    render({
      address: '/?of=leavers',
      api: {
        listRecords: async () => ({ items: [], totalItems: 0 }),
        countRecords: async ({ by }) => ({ by, totalItems: 0, items: [] }),
      },
    });
    expect(
      await screen.findByText(
        'Everybody who holds something is in the catalog.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('Nothing is left to be returned'),
    ).toBeVisible();
  });

  it('counts what is unmatched beside the organisation', async () => {
    render({ api: { discoveries: someDiscoveries() } });
    const branch = await row('Shadow IT');
    await waitFor(() => expect(branch).toHaveTextContent('Shadow IT2'));
    await userEvent.click(branch);
    expect(address()).toBe('/?of=shadow-it');
    expect(
      await screen.findByRole('region', { name: 'Shadow IT' }),
    ).toBeVisible();
  });

  it('says what to do in a portal without groups', async () => {
    render({ catalog: [] });
    expect(await screen.findByText('The catalog has no groups')).toBeVisible();
    expect(await row('No owner')).toBeVisible();
  });
});
