import type { ItamImportsApi } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures, toldTasks } from '../__testUtils__/renderOnFixtures';
import {
  checkedImport,
  fixtureImports,
  importColumns,
  responseError,
} from '../fixtures';
import { ImportsRouter } from './ImportsRouter';

const render = (address: string, imports = fixtureImports()) =>
  renderOnFixtures(<ImportsRouter />, { address, api: { imports } });
const address = () => screen.getByTestId('address').textContent;
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const pick = async (field: RegExp, option: string | RegExp) => {
  await press(field);
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const lines = async () =>
  within(await screen.findByRole('table', { name: 'Rows of the file' }))
    .getAllByRole('row')
    .slice(1);

describe('the columns of a file', () => {
  const table = () =>
    screen.findByRole('table', { name: 'Columns of the file' });

  it('show their cells, the field, and how it was recognised', async () => {
    render('/checked?step=columns');
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    await waitFor(() =>
      expect(rows[0]).toHaveTextContent('Asset TagHW-1042HW-1043'),
    );
    expect(rows[0]).toHaveTextContent('Inventory tag');
    expect(rows[0]).toHaveTextContent('Name in Snipe-IT');
    expect(rows[4]).toHaveTextContent('By our own name');
    expect(rows[7]).toHaveTextContent('Leave out');
    expect(rows[7]).toHaveTextContent('Not recognised');
    // A header twice: only the first can be mapped.
    expect(within(rows[8]).queryByRole('button')).toBeNull();
    expect(rows[8]).toHaveTextContent('give each column its own');
  });

  it('are checked again with all that was chosen', async () => {
    const imports = fixtureImports();
    const checkAgain = jest.spyOn(imports, 'checkAgain');
    render('/checked?step=columns', imports);
    await table();
    await pick(/Field of Inventar-Bemerkung/, 'Notes');
    await pick(/Field of Purchase Date/, 'Leave out');
    await pick(/Decimals are written/, '1.234,56 (comma)');
    await pick(/in transit/, 'ordered');
    await press('Check again');
    await waitFor(() =>
      expect(checkAgain).toHaveBeenCalledWith(
        'checked',
        {
          mapping: {
            'Asset Tag': 'tag',
            'Asset Name': 'title',
            Category: 'type',
            Status: 'status',
            Owner: 'owner',
            'Purchase Cost': 'financials.purchase.amount',
            'Purchase Date': null,
            'Inventar-Bemerkung': 'notes',
          },
          dateFormat: 'DD.MM.YYYY',
          decimalSeparator: 'comma',
          currency: 'EUR',
          blank: 'keep',
          statuses: { 'in transit': 'ordered' },
        },
        1,
      ),
    );
    expect(address()).toBe('/checked?step=check');
  });

  it('cannot both be read as one field', async () => {
    render('/checked?step=columns');
    await table();
    await pick(/Field of Inventar-Bemerkung/, 'Title');
    expect(screen.getAllByText('Chosen twice')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Check again' })).toBeDisabled();
    expect(
      screen.getByText('Each field can be read from one column only.'),
    ).toBeVisible();
  });

  it('come first when records cannot do without one that is missing', async () => {
    render(
      '/checked',
      fixtureImports({
        get: async () => ({
          ...checkedImport,
          columns: importColumns.map(({ field, ...column }) =>
            field === 'owner' ? column : { ...column, field },
          ),
        }),
      }),
    );
    expect(
      await screen.findByText('No column is read as: Owner'),
    ).toBeVisible();
    expect(await table()).toBeVisible();
  });

  it('say why they were not checked again', async () => {
    render(
      '/checked?step=columns',
      fixtureImports({
        checkAgain: async () => {
          throw await responseError(400, 'two columns for the tag');
        },
      }),
    );
    await press('Check again');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'two columns for the tag',
    );
    expect(address()).toBe('/checked?step=columns');
  });

  it('stay as they are once records were written', async () => {
    render('/committed?step=columns');
    await table();
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
    expect(
      screen.getByRole('button', { name: /Field of Asset Tag/ }),
    ).toBeDisabled();
  });
});

describe('writing the records', () => {
  const willDo = () =>
    within(screen.getByRole('region', { name: 'Write the records' }))
      .getAllByRole('listitem')
      .map(item => item.textContent);

  it('says what keeps them from being written', async () => {
    render('/checked?step=import');
    expect(
      await screen.findByRole('button', { name: 'Import 2 records' }),
    ).toBeDisabled();
    expect(willDo()).toEqual([
      '1 record will be created.',
      '1 record will be updated.',
      '1 row changes nothing.',
      '2 rows with errors keep all from being written.',
    ]);
  });

  it('leaves rows with errors out when told, after asking', async () => {
    const imports = fixtureImports();
    const commit = jest.spyOn(imports, 'commit');
    render('/checked?step=import', imports);
    await userEvent.click(
      await screen.findByRole('radio', {
        name: 'Leave it out and write all others',
      }),
    );
    expect(willDo()).toContain('2 rows with errors will be left out.');
    await press('Import 2 records');
    const dialog = await screen.findByRole('dialog', {
      name: 'Write 2 records?',
    });
    expect(dialog).toHaveTextContent('2 rows with errors will be left out.');
    expect(commit).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Write' }),
    );
    expect(
      await screen.findByRole('region', { name: 'What was written' }),
    ).toBeVisible();
    expect(commit).toHaveBeenCalledWith('checked', 'skip-errors', 1);
    expect(toldTasks()).toEqual([
      { action: 'itam-import-commit', subject: 'skip-errors', value: 2 },
    ]);
  });

  it('writes all of a file without errors', async () => {
    const imports = fixtureImports();
    const commit = jest.spyOn(imports, 'commit');
    render('/flawless?step=import', imports);
    await press('Import 20 records');
    await press('Write');
    await waitFor(() =>
      expect(commit).toHaveBeenCalledWith('flawless', 'all-or-nothing', 1),
    );
  });

  it('has nothing to do when nothing changes', async () => {
    render(
      '/checked?step=import',
      fixtureImports({
        get: async () => ({
          ...checkedImport,
          outcomes: { create: 0, update: 0, unchanged: 5, error: 0 },
        }),
      }),
    );
    expect(await screen.findByText('There is nothing to write.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Import/ })).toBeDisabled();
  });

  it.each([
    [412, 'Somebody changed it meanwhile'],
    [403, 'You may not change this'],
    [409, 'rows have errors'],
  ])('says why it did not begin on %s', async (status, text) => {
    render(
      '/flawless?step=import',
      fixtureImports({
        commit: async () => {
          throw await responseError(status, 'rows have errors');
        },
      }),
    );
    await press('Import 20 records');
    await press('Write');
    expect(
      await within(screen.getByRole('dialog')).findByRole('alert'),
    ).toHaveTextContent(text);
  });

  it('waits for the check', async () => {
    render('/checking?step=import');
    expect(
      await screen.findByText('All rows have to be checked first.'),
    ).toBeVisible();
  });
});

describe('what was written', () => {
  it('links to the records and is filtered by what was done', async () => {
    render('/committed');
    const rows = await lines();
    expect(screen.getByText(/2 rows with errors were left out/)).toBeVisible();
    expect(rows[0].children[1]).toHaveTextContent('Created');
    expect(
      within(rows[0]).getByRole('link', { name: 'Laptop of Noor' }),
    ).toHaveAttribute('href', '/it-assets/records/asset/default/hw-1042');
    await userEvent.click(screen.getByRole('radio', { name: 'Updated: 1' }));
    expect(address()).toBe('/committed?result=updated');
    await waitFor(async () => expect(await lines()).toHaveLength(1));
  });

  it('is taken back after asking, and says what was kept and why', async () => {
    const imports = fixtureImports();
    const undo = jest.spyOn(imports, 'undo');
    render('/committed', imports);
    await press('Take the import back');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('1 record it created is retired.');
    expect(dialog).toHaveTextContent(
      '1 record it updated becomes what it was.',
    );
    expect(dialog).toHaveTextContent('somebody changed since stay as they are');
    expect(undo).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take back' }),
    );
    expect(
      await screen.findByText(/1 record was kept because somebody changed it/),
    ).toBeVisible();
    expect(undo).toHaveBeenCalledWith('committed', 3);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Kept: 1' }),
    );
    await waitFor(async () => expect(await lines()).toHaveLength(1));
    expect((await lines())[0]).toHaveTextContent(
      'a record nobody has changed since the import',
    );
  });

  it('says why it is not taken back', async () => {
    const refused: Partial<ItamImportsApi> = {
      undo: async () => {
        throw await responseError(500, 'The database does not answer');
      },
    };
    render('/committed', fixtureImports(refused));
    await press('Take the import back');
    await press('Take back');
    expect(
      await within(screen.getByRole('dialog')).findByRole('alert'),
    ).toHaveTextContent('The database does not answer');
  });

  it('cannot be taken back twice', async () => {
    render('/undone');
    await lines();
    expect(
      screen.queryByRole('button', { name: 'Take the import back' }),
    ).toBeNull();
  });
});
