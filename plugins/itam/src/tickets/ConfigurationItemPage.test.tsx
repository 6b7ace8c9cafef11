import type { ConfigurationItem } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { noTickets, responseError } from '../fixtures';
import { ConfigurationItemPage } from './ConfigurationItemPage';

const service = {
  ref: 'component:default/payments-api',
  title: 'Payments API',
  resolved: true,
};
const asset = {
  ref: 'asset:default/db',
  title: 'The database',
  resolved: true,
};

function render(
  findItem: () => Promise<ConfigurationItem>,
  address = '/servicenow/46e18c0f',
) {
  const find = jest.fn(findItem);
  renderOnFixtures(<ConfigurationItemPage />, {
    address,
    api: { tickets: { ...noTickets, findItem: find } },
  });
  return find;
}
const found = (items: ConfigurationItem['items']) => async () => ({
  source: 'servicenow',
  title: 'ServiceNow',
  items,
});
const address = () => screen.getByTestId('address').textContent;

describe('the way from a tool to the portal', () => {
  it('leads to the page of the only service', async () => {
    const find = render(found([service]), '/jira/OPS%3ACheck%2Fout');
    await waitFor(() =>
      expect(address()).toBe('/catalog/default/component/payments-api'),
    );
    expect(find).toHaveBeenCalledWith('jira', 'OPS:Check/out');
  });

  it('leads to the page of an asset in the register', async () => {
    render(found([asset]));
    await waitFor(() =>
      expect(address()).toBe('/it-assets/records/asset/default/db'),
    );
  });

  it('lets the reader choose between several', async () => {
    render(found([service, asset]));
    expect(
      await screen.findByRole('region', {
        name: '46e18c0f of ServiceNow is several things here',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'The database' })).toHaveAttribute(
      'href',
      '/it-assets/records/asset/default/db',
    );
    expect(address()).toBe('/servicenow/46e18c0f');
  });

  it('says what to do when nothing is known', async () => {
    render(async () => {
      throw await responseError(404, 'None');
    });
    expect(
      await screen.findByText('Nothing here is linked to 46e18c0f'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Search the register' }),
    ).toHaveAttribute('href', '/it-assets/records');
  });

  it('says why it cannot tell, with a way on', async () => {
    render(async () => {
      throw await responseError(503, 'ServiceNow does not tell');
    });
    expect(await screen.findByText(/ServiceNow does not tell/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
