import type { ItamImportsApi } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { checkedImport, fixtureImports, responseError } from '../fixtures';
import { ImportsRouter } from './ImportsRouter';

const render = (address: string, imports = fixtureImports()) =>
  renderOnFixtures(<ImportsRouter />, { address, api: { imports } });
const address = () => screen.getByTestId('address').textContent;
const lines = async () =>
  within(await screen.findByRole('table', { name: 'Rows of the file' }))
    .getAllByRole('row')
    .slice(1);
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const refuse = (status: number): Partial<ItamImportsApi> => {
  const answer = async () => {
    throw await responseError(status, 'The database does not answer');
  };
  return {
    correctRow: answer,
    checkAgain: answer,
    commit: answer,
    undo: answer,
    forget: answer,
  };
};

describe('the page of an import', () => {
  it.each([
    ['checked', 'Checked', 'What each row would do'],
    ['checking', 'Checking', 'Columns of the file'],
    ['committing', 'Writing', 'What was written'],
    ['committed', 'Written', 'What was written'],
    ['taking-back', 'Taking back what was written', 'What was written'],
    ['undoing', 'Taking back', 'What was written'],
    ['undone', 'Taken back', 'What was written'],
    ['failed', 'Failed', 'What each row would do'],
  ])(
    'of one that is %s says so and begins at its step',
    async (id, state, panel) => {
      render(`/${id}`);
      expect((await screen.findAllByText(state))[0]).toBeVisible();
      expect(screen.getByRole('region', { name: panel })).toBeVisible();
    },
  );

  it.each([
    ['checked', 'laptops-received.csv', 'Assets · 5 rows · CSV'],
    ['flawless', 'Import of Assets', 'Assets · 20 rows · CSV'],
  ])(
    'is titled by its file, or else by its kind: %s',
    async (id, title, facts) => {
      render(`/${id}`);
      const region = await screen.findByRole('region', { name: title });
      expect(region).toHaveTextContent(facts);
    },
  );

  it.each([
    ['checking', '800', '2400'],
    ['committing', '3000', '12000'],
    ['undoing', '2', '5'],
  ])('shows how far %s is', async (id, now, max) => {
    render(`/${id}`);
    const bar = await screen.findByRole('progressbar');
    expect(bar).toHaveAttribute('aria-valuenow', now);
    expect(bar).toHaveAttribute('aria-valuemax', max);
  });

  it('asks on while rows are checked, and then shows them', async () => {
    const get = jest
      .fn(async () => checkedImport)
      .mockResolvedValueOnce({
        ...checkedImport,
        state: 'checking',
        rowsDone: 2,
      });
    render('/checked', fixtureImports({ get }));
    expect(await screen.findByText('2 of 5 rows')).toBeVisible();
    expect(await lines()).toHaveLength(5);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('keeps what it knows when the register does not answer', async () => {
    let asked = 0;
    render(
      '/checked',
      fixtureImports({
        get: async () => {
          asked += 1;
          if (asked > 1) {
            throw new Error('offline');
          }
          return { ...checkedImport, state: 'checking', rowsDone: 2 };
        },
      }),
    );
    expect(await screen.findByText(/asks again by itself/)).toBeVisible();
    expect(screen.getByText('2 of 5 rows')).toBeVisible();
  });

  it('tells the register’s reason of a failure and what to do', async () => {
    render('/failed');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('could not go on');
    expect(alert).toHaveTextContent('Forget this import');
  });

  it('leads to the rows with errors when nothing was written', async () => {
    render(
      '/checked?step=import',
      fixtureImports({
        get: async () => ({
          ...checkedImport,
          message: 'Records were changed; nothing was written',
        }),
      }),
    );
    const alert = await screen.findByRole('alert');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'See the rows with errors' }),
    );
    expect(address()).toBe('/checked?step=check&outcome=error');
    expect(await lines()).toHaveLength(2);
  });

  it('goes from step to step by address', async () => {
    render('/checked');
    const steps = await screen.findByRole('navigation', {
      name: 'Steps of the import',
    });
    await userEvent.click(within(steps).getByRole('link', { name: /Columns/ }));
    expect(address()).toBe('/checked?step=columns');
    expect(
      await screen.findByRole('table', { name: 'Columns of the file' }),
    ).toBeVisible();
    expect(
      within(steps).getByRole('link', { current: 'step' }),
    ).toHaveTextContent('Columns');
  });

  it('is forgotten after asking', async () => {
    const imports = fixtureImports();
    const forget = jest.spyOn(imports, 'forget');
    render('/checked', imports);
    await press('Forget');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Forget',
      }),
    );
    await waitFor(() => expect(address()).toBe('/it-assets/import'));
    expect(forget).toHaveBeenCalledWith('checked', 1);
  });

  it.each([
    [403, /You may not import spreadsheets/],
    [404, /There is no such import/],
    [500, /The database does not answer/],
  ])('says why it is not there on %s', async (status, text) => {
    render(
      '/checked',
      fixtureImports({
        get: async () => {
          throw await responseError(status, 'The database does not answer');
        },
      }),
    );
    expect(await screen.findByText(text)).toBeVisible();
  });
});

describe('the dry run', () => {
  it('says of each row what it would do, what changes and all that is wrong', async () => {
    render('/checked');
    const rows = await lines();
    expect(rows.map(row => row.children[0].textContent)).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(rows.map(row => row.children[1].textContent)).toEqual([
      'Create',
      'Error',
      'Update',
      'Unchanged',
      'Error',
    ]);
    expect(rows[1]).toHaveTextContent('Found: "in transit".');
    expect(rows[1]).toHaveTextContent('Purchase DateFound: text.');
    expect(rows[1]).toHaveTextContent('Allowed: a declared decimal separator');
    expect(rows[2]).toHaveTextContent('Changes Location, Owner, Title');
    expect(rows[4]).toHaveTextContent('Owner');
    expect(rows[4]).toHaveTextContent('The whole row');
    // Not there yet, so there is nothing to link to.
    expect(within(rows[0]).queryByRole('link')).toBeNull();
    expect(
      within(rows[2]).getByRole('link', { name: 'Laptop of Ines' }),
    ).toHaveAttribute('href', '/it-assets/records/asset/default/laptop-ines');
  });

  it('is filtered by its counts', async () => {
    render('/checked');
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Errors: 2' }),
    );
    expect(address()).toBe('/checked?outcome=error');
    await waitFor(async () => expect(await lines()).toHaveLength(2));
    await userEvent.click(screen.getByRole('radio', { name: 'All rows: 5' }));
    await waitFor(async () => expect(await lines()).toHaveLength(5));
  });

  it('asks the register page by page', async () => {
    const good = fixtureImports();
    const listRows = jest.fn(async (id, query = {}) => ({
      ...(await good.listRows(id, {})),
      nextCursor: query.cursor ? undefined : 'next-rows',
    }));
    render('/checked?outcome=update', { ...good, listRows });
    await lines();
    expect(listRows).toHaveBeenCalledWith('checked', {
      outcome: 'update',
      result: undefined,
      cursor: undefined,
      limit: 25,
    });
    await press('Next');
    await waitFor(() =>
      expect(address()).toBe('/checked?outcome=update&cursor=next-rows'),
    );
    await press('Previous');
    await waitFor(() => expect(address()).toBe('/checked?outcome=update'));
  });

  it('says when no row is of that sort, and when rows cannot be loaded', async () => {
    const listRows = async () => ({ items: [] });
    const { unmount } = render('/checked', fixtureImports({ listRows }));
    expect(await screen.findByText('No such row')).toBeVisible();
    unmount();
    render(
      '/checked',
      fixtureImports({
        listRows: async () => {
          throw await responseError(500, 'The database does not answer');
        },
      }),
    );
    expect(
      await screen.findByText(/The database does not answer/),
    ).toBeVisible();
  });

  it('offers to read amounts in one way, for all rows at once', async () => {
    const imports = fixtureImports();
    const checkAgain = jest.spyOn(imports, 'checkAgain');
    render('/checked', imports);
    expect(
      await screen.findByText(
        /1 row has an amount that can be read in two ways/,
      ),
    ).toBeVisible();
    await press('1.234,56 (comma)');
    await waitFor(() =>
      expect(checkAgain).toHaveBeenCalledWith(
        'checked',
        { decimalSeparator: 'comma' },
        1,
      ),
    );
  });

  it('offers the only way in which all dates are dates', async () => {
    const imports = fixtureImports();
    const checkAgain = jest.spyOn(imports, 'checkAgain');
    render('/checked', imports);
    expect(
      await screen.findByText(
        '1 row has a date that is not written DD.MM.YYYY.',
      ),
    ).toBeVisible();
    await press('Read them as MM/DD/YYYY');
    await waitFor(() =>
      expect(checkAgain).toHaveBeenCalledWith(
        'checked',
        { dateFormat: 'MM/DD/YYYY' },
        1,
      ),
    );
  });

  it('names columns that are left out', async () => {
    render('/checked');
    expect(
      await screen.findByText('Columns that are left out: Inventar-Bemerkung'),
    ).toBeVisible();
    await press('Choose their fields');
    expect(address()).toBe('/checked?step=columns');
  });

  it('leads to where words for a status are explained', async () => {
    render('/checked');
    expect(
      await screen.findByText(
        'Words for a status that are not known: in transit',
      ),
    ).toBeVisible();
    await press('Say how to read them');
    expect(address()).toBe('/checked?step=columns');
  });

  it('cannot be changed once it was written', async () => {
    render('/committed?step=check');
    await lines();
    expect(screen.queryByRole('button', { name: /Correct/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  });
});

describe('correcting a row', () => {
  const open = async (line: number) => {
    await press(`Correct line ${line}`);
    return screen.findByRole('dialog', { name: `Line ${line} of the file` });
  };

  it('shows the cells that are wrong, with why, and the others when asked', async () => {
    render('/checked');
    const dialog = await open(3);
    expect(within(dialog).getAllByRole('textbox')).toHaveLength(3);
    const status = within(dialog).getByRole('textbox', { name: 'Status' });
    expect(status).toHaveValue('in transit');
    expect(status).toBeInvalid();
    expect(status).toHaveAccessibleDescription(/Found: "in transit"/);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Show all 9 cells' }),
    );
    expect(within(dialog).getAllByRole('textbox')).toHaveLength(9);
    expect(within(dialog).getAllByRole('textbox')[0]).toBe(status);
  });

  it('sends all cells and says what the row would do now', async () => {
    const imports = fixtureImports();
    const correctRow = jest.spyOn(imports, 'correctRow');
    render('/checked', imports);
    const dialog = await open(3);
    const date = within(dialog).getByRole('textbox', { name: 'Purchase Date' });
    await userEvent.clear(date);
    await userEvent.type(date, '28.10.2026');
    expect(date).toBeValid();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save and check' }),
    );
    expect(await screen.findByText('Line 3 is saved: Create.')).toBeVisible();
    expect(correctRow).toHaveBeenCalledWith(
      'checked',
      2,
      [
        'HW-1043',
        'Laptop of Sam',
        'Laptop',
        'in transit',
        'group:default/payments',
        '1.740',
        '28.10.2026',
        'second floor',
        '',
      ],
      1,
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(
      await screen.findByRole('radio', { name: 'Errors: 1' }),
    ).toBeVisible();
  });

  it('stays open with what is still wrong', async () => {
    const good = fixtureImports();
    render('/checked', {
      ...good,
      correctRow: async (id, row, cells, version) => ({
        ...(await good.correctRow(id, row, cells, version)),
        outcome: 'error',
        problems: [
          {
            path: 'spec.owner',
            rule: 'ref',
            found: '"nobody"',
            allowed: 'a group or user',
            message: 'x',
            field: 'owner',
            column: 4,
          },
        ],
      }),
    });
    const dialog = await open(3);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save and check' }),
    );
    const owner = await within(dialog).findByRole('textbox', { name: 'Owner' });
    expect(owner).toHaveAccessibleDescription(/Found: "nobody"/);
    expect(within(dialog).getByRole('textbox', { name: 'Status' })).toBeValid();
  });

  it('names what is wrong with no cell, and shows all cells then', async () => {
    render('/checked');
    const dialog = await open(6);
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'OwnerFound: nothing.',
    );
    expect(within(dialog).getAllByRole('textbox')).toHaveLength(9);
  });

  it('says that somebody else was first, and reloads', async () => {
    render('/checked', fixtureImports(refuse(412)));
    const dialog = await open(3);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save and check' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody changed it meanwhile',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Reload' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
