import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onPhone } from '../__testUtils__/onPhone';
import { renderOnFixtures, toldTasks } from '../__testUtils__/renderOnFixtures';
import {
  assetSummary,
  laptopDetail,
  laptopSummary,
  licenseSummary,
  recordPage,
  responseError,
} from '../fixtures';
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

  it('shows who holds it, what it is worth and until when it is under warranty', async () => {
    renderOnFixtures(<RegisterPage />, { address: '/?q=0012' });
    const row = await screen.findByRole('row', {
      name: /Payments database cluster EU1/,
    });
    expect(row).toHaveTextContent('HW-000123 · 0012');
    expect(within(row).getByRole('link', { name: 'Guest' })).toBeVisible();
    expect(row).toHaveTextContent('€10,145.48');
    expect(row).toHaveTextContent('Warranty until Mar 31, 2027');
  });

  it('shows the columns of the address, and writes chosen ones there', async () => {
    renderOnFixtures(<RegisterPage />, {
      address: '/?columns=title,serialNumber',
    });
    await screen.findByText('128 records');
    expect(
      screen.getByRole('columnheader', { name: 'Serial number' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('columnheader', { name: 'Owner' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Location' }),
    );
    expect(address()).toBe(
      `/?columns=${encodeURIComponent('title,serialNumber,location')}`,
    );
  });

  it('shows on a phone all of a record in one block, named by its columns', async () => {
    await onPhone(async () => {
      renderOnFixtures(<RegisterPage />);
      const row = await screen.findByRole('row', {
        name: /Payments database cluster EU1/,
      });
      const labels = screen
        .getAllByRole('columnheader')
        .map(one => one.textContent);
      expect(labels.filter(Boolean)).toEqual(['Name']);
      expect(row).toHaveTextContent('OwnerPayments');
      expect(row).toHaveTextContent('€2,620.40');
      expect(row).not.toHaveTextContent('Supplier');
      expect(within(row).getByRole('checkbox')).toBeVisible();
    });
  });

  it('filters by what ends until a day', async () => {
    const listRecords = jest.fn(async () => recordPage);
    renderOnFixtures(<RegisterPage />, {
      address: '/?endsFrom=2026-10-01&endsTo=tomorrow',
      api: { listRecords },
    });
    expect(await screen.findByText('Ends from Oct 1, 2026')).toBeVisible();
    expect(listRecords).toHaveBeenCalledWith(
      expect.objectContaining({ endsFrom: '2026-10-01', endsTo: undefined }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'More filters' }));
    await userEvent.type(screen.getByLabelText('Ends by'), '2026-12-31');
    await waitFor(() => expect(address()).toContain('endsTo=2026-12-31'));
  });

  it('keeps a view under a name, opens and deletes it', async () => {
    renderOnFixtures(<RegisterPage />, { address: '/?kind=Asset&q=think' });
    await screen.findByText('1 record');
    const menu = () => screen.getByRole('button', { name: 'Saved filters' });
    await userEvent.click(menu());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Save this view' }),
    );
    await userEvent.type(await screen.findByLabelText(/Name/), 'ThinkPads');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await userEvent.clear(screen.getByRole('searchbox'));
    await waitFor(() => expect(address()).toBe('/?kind=Asset'));
    await userEvent.click(menu());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'ThinkPads' }),
    );
    await waitFor(() => expect(address()).toBe('/?kind=Asset&q=think'));
    await userEvent.click(menu());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Delete saved filters' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete ThinkPads' }),
    );
    expect(await screen.findByText('No filter is saved.')).toBeVisible();
  });
});

describe('records chosen in the register', () => {
  const items = [laptopSummary, assetSummary, licenseSummary];
  const listRecords = async () => ({ items, totalItems: items.length });
  const getRecord = async () => laptopDetail;
  const choose = async (...names: RegExp[]) => {
    for (const name of names) {
      const row = await screen.findByRole('row', { name });
      await userEvent.click(within(row).getByRole('checkbox'));
    }
  };

  it('take the same step, and say how each went', async () => {
    const transitionRecords = jest.fn(async () => ({
      done: 0,
      failed: 1,
      items: [{ ref: laptopSummary.ref, ok: false, error: 'location missing' }],
    }));
    renderOnFixtures(<RegisterPage />, {
      api: { listRecords, getRecord, transitionRecords },
    });
    await choose(/ThinkPad/, /Payments database/);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Move on' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      within(dialog.getByRole('list', { name: 'Will change' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(1);
    expect(
      dialog.getByRole('list', { name: 'Stays as it is' }),
    ).toHaveTextContent('Payments database cluster EU1declared in Git');
    await userEvent.type(dialog.getByLabelText(/Location/), 'Store Berlin');
    await userEvent.click(dialog.getByRole('button', { name: 'In stock' }));
    expect(await screen.findByText('location missing')).toBeVisible();
    expect(transitionRecords).toHaveBeenCalledWith(
      expect.objectContaining({
        refs: ['asset:default/hw-000871'],
        to: 'in-stock',
        changes: { location: 'Store Berlin' },
      }),
      expect.any(String),
    );
  });

  it('go to one person', async () => {
    const assignRecord = jest.fn(async () => laptopDetail);
    renderOnFixtures(<RegisterPage />, {
      api: { listRecords, getRecord, assignRecord },
    });
    await choose(/ThinkPad/);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Assign' }));
    expect(dialog.getByText('Fill this in.')).toBeVisible();
    await userEvent.type(
      dialog.getByRole('combobox', { name: /^To/ }),
      'user:default/rita',
    );
    await userEvent.tab();
    await userEvent.click(dialog.getByRole('button', { name: 'Assign' }));
    expect(await screen.findByText('1 done.')).toBeVisible();
    expect(assignRecord).toHaveBeenCalledWith(
      'asset:default/hw-000871',
      expect.objectContaining({ to: ['user:default/rita'] }),
      4,
      expect.any(String),
    );
  });

  it('are retired with one reason; what is refused is told', async () => {
    const retireRecord = jest.fn(async () => {
      throw await responseError(412, 'Changed');
    });
    renderOnFixtures(<RegisterPage />, {
      api: { listRecords, getRecord, retireRecord },
    });
    await choose(/ThinkPad/);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retire record' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/Reason/), 'Twice');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Retire record' }),
    );
    expect(
      await screen.findByText(/Somebody changed this record meanwhile/),
    ).toBeVisible();
    expect(retireRecord).toHaveBeenCalledWith(
      'asset:default/hw-000871',
      4,
      'Twice',
    );
    // Nothing was done.
    expect(toldTasks()).toEqual([]);
  });

  it('get labels; only what may be done is offered', async () => {
    renderOnFixtures(<RegisterPage />, {
      api: {
        listRecords,
        getRecord: async () => ({ ...laptopDetail, rights: undefined }),
      },
    });
    await choose(/ThinkPad/, /Payments database/);
    expect(
      await screen.findByRole('link', { name: 'Print labels' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/labels?ref=asset%3Adefault%2Fhw-000871&ref=asset%3Adefault%2Fpayments-db-eu1',
    );
    expect(screen.getByText('2 chosen')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Assign' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.queryByText('2 chosen')).not.toBeInTheDocument();
  });
});

describe('the export', () => {
  const exportOf = async (option: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(await screen.findByRole('radio', { name: option }));
  };

  it('has all fields of a kind as a workbook, and says what is not applied', async () => {
    const exportRecords = jest.fn(async () => new Blob(['x']));
    const save = jest.fn();
    URL.createObjectURL = save.mockReturnValue('blob:x');
    URL.revokeObjectURL = jest.fn();
    renderOnFixtures(<RegisterPage />, {
      address: '/?kind=Asset&q=think&assignee=user:default/guest',
      api: { exportRecords },
    });
    await exportOf('Assets with all fields');
    expect(screen.getByText(/other filters are not applied/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Excel (XLSX)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    expect(exportRecords).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'Asset', format: 'xlsx', q: 'think' }),
    );
    expect(toldTasks()).toEqual([{ action: 'itam-export', subject: 'xlsx' }]);
  });

  it('says when it failed', async () => {
    renderOnFixtures(<RegisterPage />, {
      api: {
        listRecordsCsv: async () => {
          throw await responseError(503, 'Try later');
        },
      },
    });
    await exportOf('This list, as a table (CSV)');
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(await screen.findByText(/Try later/)).toBeVisible();
  });
});
