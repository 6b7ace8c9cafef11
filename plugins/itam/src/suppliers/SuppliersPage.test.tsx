import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { responseError, supplierList, supplierPage } from '../fixtures';
import { SuppliersPage } from './SuppliersPage';

const address = () => screen.getByTestId('address').textContent;
const row = (name: RegExp) => screen.findByRole('row', { name });
const queryCosts = jest.fn();

describe('SuppliersPage', () => {
  it('shows what each supplier costs and what there is of it', async () => {
    renderOnFixtures(<SuppliersPage />);
    const github = await row(/github/);
    expect(
      within(github).getByRole('link', { name: 'github' }),
    ).toHaveAttribute('href', '/it-assets/contracts/suppliers/github');
    await waitFor(() => expect(github).toHaveTextContent(/€[\d,]+\.\d\d/));
    expect(
      within(github).getByRole('link', { name: 'Licences, github: 2' }),
    ).toHaveAttribute('href', '/it-assets/records?kind=License&vendor=github');
    expect(github).toHaveTextContent('GitHub order 2026');
    expect(github).toHaveTextContent('Notice by Nov 1, 2026');
    expect(screen.getByText('3 suppliers')).toBeVisible();
  });

  it('asks for the spend of a page in one request', async () => {
    queryCosts.mockResolvedValue({ items: [] });
    renderOnFixtures(<SuppliersPage />, { api: { queryCosts } });
    await row(/github/);
    await waitFor(() => expect(queryCosts).toHaveBeenCalledTimes(1));
    expect(queryCosts).toHaveBeenCalledWith({
      of: ['supplier:dell', 'supplier:github', 'supplier:hetzner'],
      by: 'currency',
    });
  });

  it('has no column of amounts for who may see none', async () => {
    renderOnFixtures(<SuppliersPage />, {
      api: {
        queryCosts: async ({ of }) => ({
          items: of.map(one => ({ of: one, error: 'not-allowed' as const })),
        }),
      },
    });
    await row(/github/);
    await waitFor(() =>
      expect(
        screen.queryByRole('columnheader', { name: 'Last 12 months' }),
      ).not.toBeInTheDocument(),
    );
    expect(screen.queryByText(/€/)).not.toBeInTheDocument();
  });

  it('searches, sorts and pages on the register', async () => {
    const list = jest.fn(async () => ({
      ...supplierPage,
      totalItems: 60,
      nextCursor: 'more',
    }));
    renderOnFixtures(<SuppliersPage />, {
      api: { suppliers: { ...supplierList, list } },
    });
    await row(/github/);
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(address()).toBe('/?cursor=more'));
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Next decision/ }),
    );
    await waitFor(() =>
      expect(address()).toBe('/?sort=nextDecision&order=asc'),
    );
    await userEvent.type(screen.getByRole('searchbox'), 'git');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith({
        q: 'git',
        sort: 'nextDecision',
        order: 'asc',
        limit: 25,
        cursor: undefined,
      }),
    );
  });

  it('tells an empty register from a search that finds nothing', async () => {
    const list = async () => ({ items: [], totalItems: 0, canName: true });
    const { unmount } = renderOnFixtures(<SuppliersPage />, {
      api: { suppliers: { ...supplierList, list } },
    });
    expect(await screen.findByText('No supplier yet')).toBeVisible();
    unmount();
    renderOnFixtures(<SuppliersPage />, {
      address: '/?q=nobody',
      api: { suppliers: supplierList },
    });
    expect(await screen.findByText('No supplier matches')).toBeVisible();
  });

  it('says when suppliers may not be seen', async () => {
    renderOnFixtures(<SuppliersPage />, {
      api: {
        suppliers: {
          ...supplierList,
          list: async () => {
            throw await responseError(403, 'no');
          },
        },
      },
    });
    expect(await screen.findByText(/You may not see suppliers/)).toBeVisible();
  });
});
