import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  licensePositionRange,
  licensePositions,
  noLicensePositions,
  responseError,
} from '../fixtures';
import { LicencesPage } from './LicencesPage';

const address = () => screen.getByTestId('address').textContent;
const row = (name: RegExp) =>
  screen.findByRole('row', { name }, { timeout: 4_000 });

describe('LicencesPage', () => {
  it('shows use, balance, waste and true-up of every product', async () => {
    renderOnFixtures(<LicencesPage />);
    const github = await row(/GitHub Enterprise Cloud/);
    expect(github).toHaveTextContent('262 of 250 used');
    expect(github).toHaveTextContent('−12');
    expect(github).toHaveTextContent('7 reclaimable');
    expect(github).toHaveTextContent('$147.00');
    expect(github).toHaveTextContent('$756.00');
    expect(github).toHaveTextContent('Dec 31, 2026');
    expect(github).toHaveTextContent('Short');
    expect(screen.getByText('41 products')).toBeVisible();
  });

  it('never shows use that is not measured as zero', async () => {
    renderOnFixtures(<LicencesPage />);
    const figma = await row(/Figma/);
    expect(figma).toHaveTextContent('40 entitled, use not measured');
    expect(within(figma).getAllByText('Not measured')).toHaveLength(3);
    expect(figma).not.toHaveTextContent(/\b0\b/);
  });

  it('totals waste and true-up per currency', async () => {
    renderOnFixtures(<LicencesPage />);
    expect(await screen.findByText('Unused, per month')).toBeVisible();
    expect(screen.getByText('€3,412.50')).toBeVisible();
  });

  it('filters by the chip of a state, which says how many there are', async () => {
    const listLicensePositions = jest.fn(async () => licensePositions);
    renderOnFixtures(<LicencesPage />, { api: { listLicensePositions } });
    await screen.findByText('41 products');
    expect(screen.getByRole('radio', { name: 'All 41' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Unused 17' }));
    await waitFor(() => expect(address()).toBe('/?state=unused'));
    expect(listLicensePositions).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: 'unused', cursor: undefined }),
    );
  });

  it('asks what the address says', async () => {
    const listLicensePositions = jest.fn(async () => licensePositions);
    renderOnFixtures(<LicencesPage />, {
      address:
        '/?asOf=2026-06-30&q=git&metric=named-user&owner=group:default/platform&sort=waste&order=desc&limit=50&state=purple&cursor=c1',
      api: { listLicensePositions },
    });
    await screen.findByText('41 products');
    expect(listLicensePositions).toHaveBeenCalledWith({
      asOf: '2026-06-30',
      q: 'git',
      metric: 'named-user',
      owner: 'group:default/platform',
      sort: 'waste',
      order: 'desc',
      limit: 50,
      cursor: 'c1',
    });
    expect(screen.getByLabelText('As of')).toHaveValue('2026-06-30');
    expect(screen.getByText('Owner: platform')).toBeVisible();
  });

  it('sorts and pages on the register', async () => {
    renderOnFixtures(<LicencesPage />);
    await screen.findByText('41 products');
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(address()).toBe('/?cursor=next-page');
    await userEvent.click(screen.getByRole('columnheader', { name: /Waste/ }));
    await waitFor(() => expect(address()).toBe('/?sort=waste&order=asc'));
  });

  it('searches once the typing pauses', async () => {
    renderOnFixtures(<LicencesPage />);
    await screen.findByText('41 products');
    await userEvent.type(screen.getByRole('searchbox'), 'git');
    await waitFor(() => expect(address()).toBe('/?q=git'));
  });

  it('saves a CSV of the whole question', async () => {
    const getCsv = jest.fn(async () => 'product\n');
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    renderOnFixtures(<LicencesPage />, {
      address: '/?state=short&cursor=c1',
      api: { getCsv },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    await waitFor(() =>
      expect(getCsv).toHaveBeenCalledWith(
        '/licenses/position',
        expect.objectContaining({ state: 'short', cursor: undefined }),
      ),
    );
  });

  it('tells an empty register from a filter that matches nothing', async () => {
    const listLicensePositions = async () => noLicensePositions;
    const { unmount } = renderOnFixtures(<LicencesPage />, {
      api: { listLicensePositions },
    });
    expect(
      await screen.findByText('No licence is registered yet'),
    ).toBeVisible();
    unmount();
    renderOnFixtures(<LicencesPage />, {
      address: '/?q=nothing',
      api: { listLicensePositions },
    });
    expect(await screen.findByText('No product matches')).toBeVisible();
  });

  it('says when positions may not be seen, and retries after an error', async () => {
    const { unmount } = renderOnFixtures(<LicencesPage />, {
      api: {
        listLicensePositions: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see licence positions/),
    ).toBeVisible();
    unmount();
    const failing = jest
      .fn(async () => licensePositions)
      .mockRejectedValueOnce(await responseError(500, 'database down'));
    renderOnFixtures(<LicencesPage />, {
      api: { listLicensePositions: failing },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('41 products')).toBeVisible();
  });
});

describe('a pool', () => {
  const pool = '/?state=short&pool=license:default/github-enterprise';

  it('opens from its row and leads back to the same view', async () => {
    renderOnFixtures(<LicencesPage />, { address: '/?state=short' });
    await userEvent.click(
      await screen.findByRole('link', { name: 'GitHub Enterprise Cloud' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'GitHub Enterprise Cloud',
        level: 1,
      }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'All licence positions' }),
    );
    await waitFor(() => expect(address()).toBe('/?state=short'));
  });

  it('says what was found that nobody has a seat for, and where', async () => {
    renderOnFixtures(<LicencesPage />, {
      address: pool,
      api: {
        getLicensePositionRange: async () => ({
          ...licensePositionRange,
          pool: {
            ...licensePositionRange.pool,
            found: 3,
            foundIn: { users: 3, devices: 2, services: 1 },
          },
          discoveries: [{ id: 7, name: 'GitHub Desktop 3.4' }],
        }),
      },
    });
    expect(
      await screen.findByText('Of which found, not assigned'),
    ).toBeVisible();
    expect(
      screen.getByText('2 devices, 3 users, 1 bill of materials'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'GitHub Desktop 3.4' }),
    ).toHaveAttribute('href', '/it-assets/ownership?of=shadow-it&discovery=7');
  });

  it.each([
    [13, 3, '13 10 free, 3 not used for long'],
    [3, 3, '3'],
    [7, 0, '7'],
    [null, null, 'Not measured'],
  ])(
    'says of %p unused units which are free',
    async (unused, reclaimable, text) => {
      renderOnFixtures(<LicencesPage />, {
        address: pool,
        api: {
          getLicensePositionRange: async () => ({
            ...licensePositionRange,
            pool: { ...licensePositionRange.pool, unused, reclaimable },
          }),
        },
      });
      const fact = await screen.findByText('Unused');
      expect(fact.nextElementSibling?.textContent?.trim()).toBe(text);
    },
  );

  it('lists holders with last use and which seats can be reclaimed', async () => {
    renderOnFixtures(<LicencesPage />, { address: pool });
    const table = await screen.findByRole('table', { name: 'Holders' });
    const cells = (name: RegExp) =>
      [...within(table).getByRole('row', { name }).children].map(
        cell => cell.textContent,
      );
    expect(cells(/Rita/)).toEqual([
      'Rita Ortiz',
      'GitHub Enterprise Cloud',
      'Jan 1, 2026',
      'No use measured',
      'Reclaim',
    ]);
    expect(cells(/Guest/)[4]).toBe('');
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only seats not used for 90 days' }),
    );
    expect(within(table).queryByRole('row', { name: /Guest/ })).toBeNull();
  });

  it('gives the months as a table, with gaps where use was not measured', async () => {
    renderOnFixtures(<LicencesPage />, { address: pool });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table', {
      name: 'Entitled and used by month, Nov 2025 to Oct 2026',
    });
    expect(
      within(table).getByRole('row', { name: 'Oct 2026 250 262 262 −12' }),
    ).toBeVisible();
    expect(
      within(table).getByRole('row', {
        name: 'Nov 2025 200 198 Not measured Not measured',
      }),
    ).toBeVisible();
  });

  it('does not judge seats whose use is not measured', async () => {
    renderOnFixtures(<LicencesPage />, {
      address: pool,
      api: {
        getLicensePositionRange: async () => ({
          ...licensePositionRange,
          pool: { ...licensePositionRange.pool, reclaimable: null },
          holders: licensePositionRange.holders.map(holder => ({
            ...holder,
            lastUsed: undefined,
            reclaimable: false,
          })),
        }),
      },
    });
    const table = await screen.findByRole('table', { name: 'Holders' });
    expect(within(table).getAllByText('Not measured')).toHaveLength(3);
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  });

  it('says when there is no such pool', async () => {
    renderOnFixtures(<LicencesPage />, {
      address: pool,
      api: {
        getLicensePositionRange: async () => {
          throw await responseError(404, 'Not found');
        },
      },
    });
    expect(
      await screen.findByText(/There is no licence license:default/),
    ).toBeVisible();
  });
});
