import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { licensePositionRange, responseError, usage } from '../fixtures';
import { PoolPanel } from './PoolPanel';
import { UsagePanel } from './UsagePanel';

const REF = 'license:default/github-enterprise';

describe('the pool of a licence', () => {
  it('lists the seats of this licence with their last use, and leads to the whole pool', async () => {
    renderOnFixtures(<PoolPanel recordRef={REF} />);
    const table = await screen.findByRole('table', { name: 'Holders' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual([
      'jonas not in the catalogJan 1, 2026Apr 2, 2026Reclaim',
      'Rita OrtizJan 1, 2026No use measuredReclaim',
    ]);
    expect(
      screen.getByText(
        '2 licences of this product and metric are counted together.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'Whole pool of GitHub Enterprise Cloud',
      }),
    ).toHaveAttribute(
      'href',
      '/it-assets/licences?pool=license%3Adefault%2Fgithub-enterprise',
    );
  });

  it('names nobody when nobody holds a seat', async () => {
    renderOnFixtures(<PoolPanel recordRef={REF} />, {
      api: {
        getLicensePositionRange: async () => ({
          ...licensePositionRange,
          holders: [],
        }),
      },
    });
    await screen.findByRole('link', { name: /Whole pool/ });
    expect(screen.getByText('Nobody holds a seat.')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('is left out for a licence without a pool, and says what failed', async () => {
    const { unmount } = renderOnFixtures(<PoolPanel recordRef={REF} />, {
      api: {
        getLicensePositionRange: async () => {
          throw await responseError(404, 'No pool');
        },
      },
    });
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: /Entitled/ }),
      ).not.toBeInTheDocument(),
    );
    unmount();
    renderOnFixtures(<PoolPanel recordRef={REF} />, {
      api: {
        getLicensePositionRange: async () => {
          throw await responseError(500, 'no database');
        },
      },
    });
    expect(await screen.findByText(/no database/)).toBeVisible();
  });
});

describe('measured use', () => {
  it('sums up by kind and lists the latest', async () => {
    renderOnFixtures(<UsagePanel recordRef={REF} />);
    const panel = await screen.findByRole('region', { name: 'Measured use' });
    expect(
      await within(panel).findByText('3 holders, last on Oct 23, 2026'),
    ).toBeVisible();
    expect(within(panel).getByText('231 on Oct 20, 2026')).toBeVisible();
    expect(within(panel).queryByText('Units on the last day')).toBeNull();
    expect(within(panel).getAllByRole('row')).toHaveLength(5);
  });

  it('says that use is not measured', async () => {
    renderOnFixtures(<UsagePanel recordRef={REF} />, {
      api: { getUsage: async () => ({ items: [], canAdd: false }) },
    });
    expect(
      await screen.findByText(/No use has been measured yet/),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('records a measurement, and says why it was refused', async () => {
    const getUsage = jest.fn(async () => usage);
    const addUsage = jest
      .fn(async () => ({ added: 1, changed: 0, unchanged: 0 }))
      .mockRejectedValueOnce(
        await responseError(400, 'holder is no reference'),
      );
    renderOnFixtures(<UsagePanel recordRef={REF} />, {
      api: { getUsage, addUsage },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add measurement' }),
    );
    const dialog = await screen.findByRole('dialog');
    const record = within(dialog).getByRole('button', { name: 'Record' });
    await userEvent.click(record);
    expect(await within(dialog).findByText('Name the holder.')).toBeVisible();
    await userEvent.type(within(dialog).getByLabelText(/Holder/), 'rita');
    await userEvent.click(record);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'holder is no reference',
    );
    await userEvent.click(record);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(addUsage).toHaveBeenLastCalledWith(REF, [
      {
        kind: 'seat',
        holder: 'rita',
        date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
    ]);
    expect(getUsage).toHaveBeenCalledTimes(2);
  }, 15_000);
});
