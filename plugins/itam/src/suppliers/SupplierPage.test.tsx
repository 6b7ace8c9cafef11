import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  costsFor,
  licensePositions,
  noFindings,
  noLicensePositions,
  noRenewals,
  recordPage,
  responseError,
  supplierList,
} from '../fixtures';
import { SupplierPage } from './SupplierPage';

const render = (api: Partial<ItamApi> = {}, address = '/github') =>
  renderOnFixtures(
    <Routes>
      <Route path="/:vendor" element={<SupplierPage />} />
    </Routes>,
    { address, api },
  );
const address = () => screen.getByTestId('address').textContent;
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('SupplierPage', () => {
  it('sums up what there is and what has to be decided next', async () => {
    render();
    expect(
      await screen.findByRole('heading', { level: 1, name: 'github' }),
    ).toBeVisible();
    const figures = await panel('Supplier');
    expect(figures.getByText('Nov 1, 2026')).toBeVisible();
    expect(
      figures.getByRole('link', { name: 'GitHub order 2026' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All suppliers' })).toHaveAttribute(
      'href',
      '/it-assets/contracts/suppliers',
    );
  });

  it('shows the spend accrued and invoiced, with the way to compare', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    render({ getCosts });
    const spend = await panel('Spend by month');
    expect(
      await spend.findByRole('link', { name: 'Compare periods' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance/compare?of=supplier%3Agithub',
    );
    expect(getCosts).toHaveBeenLastCalledWith({
      of: 'supplier:github',
      by: 'category',
      view: 'accrued',
    });
    await userEvent.click(spend.getByRole('radio', { name: 'Invoiced' }));
    await waitFor(() => expect(address()).toBe('/github?view=invoiced'));
    expect(getCosts).toHaveBeenLastCalledWith(
      expect.objectContaining({ view: 'invoiced' }),
    );
  });

  it('keeps the rest of the page from who may not see the spend', async () => {
    render({
      getCosts: async () => {
        throw await responseError(403, 'no');
      },
    });
    expect(
      await screen.findByText('You may not see what github costs.'),
    ).toBeVisible();
    expect(await (await panel('Records')).findByRole('grid')).toBeVisible();
  });

  it('lists renewals ahead with what is at stake', async () => {
    const listRenewals = jest.fn(async () => ({
      ...noRenewals,
      items: [],
    }));
    const { unmount } = render();
    const renewals = await panel('Renewals of the next 12 months');
    const first = (await renewals.findAllByRole('listitem'))[0];
    expect(first).toHaveTextContent('GitHub order 2026');
    expect(first).toHaveTextContent('Notice by Nov 1, 2026');
    expect(first).toHaveTextContent('$66,150.00');
    expect(first).toHaveTextContent('8 days');
    unmount();
    render({ listRenewals });
    expect(
      await screen.findByText(/No term ends and no notice is due/),
    ).toBeVisible();
    expect(listRenewals).toHaveBeenCalledWith(
      expect.objectContaining({ vendor: 'github' }),
    );
  });

  it('names shortfalls and findings as risks', async () => {
    const listLicensePositions = jest.fn(async () => ({
      ...licensePositions,
      items: licensePositions.items.filter(({ state }) => state === 'short'),
      totalItems: 1,
    }));
    const list = jest.fn(async () => ({
      items: [
        {
          id: 3,
          subject: {
            ref: 'contract:default/github-2026',
            title: 'GitHub order 2026',
            resolved: true,
          },
          kind: 'Contract' as const,
          rule: 'notice-soon',
          area: 'contracts' as const,
          practice: 'financial-management' as const,
          severity: 'error' as const,
          title: 'Notice is due',
          message: 'Notice has to be given by 1 November.',
          state: 'open' as const,
          firstSeen: '2026-10-01',
          changedAt: '2026-10-01',
          version: 1,
        },
      ],
      totalItems: 4,
      bySeverity: [],
      byArea: [],
      pending: 0,
    }));
    render({ listLicensePositions, findings: { ...noFindings, list } });
    const risks = await panel('Risks');
    expect(await risks.findByText('12 short')).toBeVisible();
    expect(risks.getByText('$756.00 to buy what is missing')).toBeVisible();
    expect(risks.getByText('Problem')).toBeVisible();
    expect(
      risks.getByText('Notice has to be given by 1 November.'),
    ).toBeVisible();
    expect(
      risks.getByText('The first 1 of 4, the gravest first.'),
    ).toBeVisible();
    expect(list).toHaveBeenCalledWith({ vendor: 'github', limit: 10 });
    expect(listLicensePositions).toHaveBeenCalledWith({
      vendor: 'github',
      state: 'short',
      limit: 10,
    });
  });

  it('says when nothing is at risk', async () => {
    render({ listLicensePositions: async () => noLicensePositions });
    expect(
      await screen.findByText('No licence is short and no rule is broken.'),
    ).toBeVisible();
  });

  it('lists the records of each kind, paged by the register', async () => {
    const listRecords = jest.fn(async () => ({
      ...recordPage,
      nextCursor: 'more',
    }));
    render({ listRecords });
    const records = await panel('Records');
    expect(records.getByRole('radio', { name: 'Contracts 1' })).toBeChecked();
    await userEvent.click(records.getByRole('radio', { name: 'Licences 2' }));
    await waitFor(() => expect(address()).toBe('/github?kind=License'));
    await userEvent.click(records.getByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(listRecords).toHaveBeenLastCalledWith({
        vendor: 'github',
        kind: 'License',
        sort: undefined,
        order: undefined,
        limit: 25,
        cursor: 'more',
      }),
    );
  });

  it('says when there is no such supplier, and when it failed', async () => {
    const { unmount } = render({}, '/nobody');
    expect(
      await screen.findByText('No record of yours names the supplier nobody.'),
    ).toBeVisible();
    unmount();
    render({
      suppliers: {
        ...supplierList,
        list: async () => {
          throw await responseError(500, 'database down');
        },
      },
    });
    expect(await screen.findByText(/database down/)).toBeVisible();
  });

  const named = {
    vendor: 'github',
    title: 'GitHub, Inc.',
    contracts: 1,
    licenses: 2,
    assets: 0,
  };
  const naming = (supplier: typeof named, canName = true) => {
    const setTitle = jest.fn(async () => {});
    const removeTitle = jest.fn(async () => {});
    const list = jest.fn(async () => ({
      items: [supplier],
      totalItems: 1,
      canName,
    }));
    render({ suppliers: { list, setTitle, removeTitle } });
    return { setTitle, removeTitle, list };
  };

  it('is headed by what the supplier is called, and says its slug', async () => {
    naming(named);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'GitHub, Inc.' }),
    ).toBeVisible();
    expect(screen.getByText('Records name it github.')).toBeVisible();
  });

  it('lets who may call it something else, or by its slug again', async () => {
    const { setTitle, removeTitle, list } = naming(named);
    const open = async () => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Name' }),
      );
      const dialog = within(await screen.findByRole('dialog'));
      await userEvent.clear(dialog.getByLabelText('What people call it'));
      return dialog;
    };
    const dialog = await open();
    await userEvent.type(
      dialog.getByLabelText('What people call it'),
      ' GitHub ',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(list).toHaveBeenCalledTimes(2));
    expect(setTitle).toHaveBeenCalledWith('github', 'GitHub');
    expect(removeTitle).not.toHaveBeenCalled();

    const again = await open();
    await userEvent.click(again.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(removeTitle).toHaveBeenCalledWith('github'));
  });

  it('does not offer a name to who may not give one', async () => {
    naming(named, false);
    await screen.findByRole('heading', { level: 1, name: 'GitHub, Inc.' });
    expect(screen.queryByRole('button', { name: 'Name' })).toBeNull();
  });
});
