import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { recordPage, responseError } from '../fixtures';
import { RegisterPage } from './RegisterPage';

const address = () => screen.getByTestId('address').textContent;

describe('RegisterPage', () => {
  it('lists records with owner, end and cost', async () => {
    renderOnFixtures(<RegisterPage />);
    const row = await screen.findByRole('row', {
      name: /Payments database cluster EU1/,
    });
    expect(row).toHaveTextContent('€2,620.40');
    expect(row).toHaveTextContent('Warranty until Mar 31, 2027');
    expect(within(row).getByRole('link', { name: 'Payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByText('128 records')).toBeVisible();
  });

  it('narrows to what nobody known owns or holds, and says so', async () => {
    const listRecords = jest.fn(async () => recordPage);
    renderOnFixtures(<RegisterPage />, {
      address: '/?ownerState=unknown&assigneeState=unknown',
      api: { listRecords },
    });
    expect(await screen.findByText('Owner not in the catalog')).toBeVisible();
    expect(screen.getByText('Holder not in the catalog')).toBeVisible();
    expect(listRecords).toHaveBeenCalledWith({
      ownerState: 'unknown',
      assigneeState: 'unknown',
      limit: 25,
    });
  });

  it('asks the register what the address says', async () => {
    const listRecords = jest.fn(async () => recordPage);
    renderOnFixtures(<RegisterPage />, {
      address:
        '/?kind=Asset&class=hardware&stage=maintenance&vendor=dell&q=db&retired=true&sort=endsOn&order=desc&limit=50&cursor=c1&colour=red',
      api: { listRecords },
    });
    await screen.findByText('128 records');
    expect(listRecords).toHaveBeenCalledWith({
      kind: 'Asset',
      class: 'hardware',
      stage: 'maintenance',
      vendor: 'dell',
      q: 'db',
      retired: true,
      sort: 'endsOn',
      order: 'desc',
      limit: 50,
      cursor: 'c1',
    });
  });

  it('pages forth and back by the cursors of the register', async () => {
    const listRecords = jest.fn(async () => recordPage);
    renderOnFixtures(<RegisterPage />, { api: { listRecords } });
    await screen.findByText('128 records');
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(address()).toBe('/?cursor=next-page');
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(address()).toBe('/');
  });

  it('sorts and starts again from the first page', async () => {
    renderOnFixtures(<RegisterPage />, { address: '/?cursor=c1' });
    await screen.findByText('128 records');
    await userEvent.click(screen.getByRole('columnheader', { name: /Owner/ }));
    await waitFor(() => expect(address()).toBe('/?sort=owner&order=asc'));
  });

  it('searches once the typing pauses', async () => {
    const listRecords = jest.fn(async () => recordPage);
    renderOnFixtures(<RegisterPage />, { api: { listRecords } });
    await screen.findByText('128 records');
    await userEvent.type(screen.getByRole('searchbox'), 'dell');
    await waitFor(() => expect(address()).toBe('/?q=dell'));
    expect(listRecords).toHaveBeenCalledTimes(2);
  });

  it('filters by kind, and takes away filters other pages set', async () => {
    renderOnFixtures(<RegisterPage />, {
      address: '/?owner=group:default/payments',
    });
    await screen.findByText('Owner: payments');
    await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Licences' }),
    );
    expect(address()).toContain('kind=License');
    await userEvent.click(screen.getByRole('button', { name: /remove/i }));
    await waitFor(() => expect(address()).toBe('/?kind=License'));
  });

  it('tells an empty register from a filter that matches nothing', async () => {
    const listRecords = async () => ({ items: [], totalItems: 0 });
    const { unmount } = renderOnFixtures(<RegisterPage />, {
      api: { listRecords },
    });
    expect(await screen.findByText('The register is empty')).toBeVisible();
    unmount();
    renderOnFixtures(<RegisterPage />, {
      address: '/?q=nothing',
      api: { listRecords },
    });
    expect(await screen.findByText('No record matches')).toBeVisible();
  });

  it('says when records may not be seen', async () => {
    renderOnFixtures(<RegisterPage />, {
      api: {
        listRecords: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see these records/),
    ).toBeVisible();
  });
});
