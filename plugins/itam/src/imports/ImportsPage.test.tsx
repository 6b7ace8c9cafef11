import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  checkedImport,
  fixtureImports,
  noImports,
  responseError,
} from '../fixtures';
import { ImportsRouter } from './ImportsRouter';

const render = (imports = fixtureImports()) =>
  renderOnFixtures(<ImportsRouter />, { api: { imports } });
const address = () => screen.getByTestId('address').textContent;
const csv = (content = 'Asset Tag\nHW-1\n', name = 'laptops.csv') =>
  new File([content], name, { type: 'text/csv' });
const choose = async (...files: File[]) =>
  fireEvent.change(await screen.findByLabelText('File to import'), {
    target: { files },
  });
const chosen = (label: RegExp) => screen.getByRole('button', { name: label });

/** What the register says of files it refuses. */
const MESSAGES: Readonly<Record<number, string>> = {
  413: 'The file has more than 16777216 bytes; split it',
  415: 'The file is an old or encrypted workbook',
  400: 'Line 7: a quote that is not closed',
  403: 'Not allowed',
  500: 'The database does not answer',
};

describe('uploading a spreadsheet', () => {
  it('sends the file as it is and goes to its import', async () => {
    const upload = jest.fn(async () => checkedImport);
    render(fixtureImports({ upload }));
    const file = csv();
    await choose(file);
    await waitFor(() => expect(address()).toBe('/it-assets/import/checked'));
    expect(upload).toHaveBeenCalledWith(file, 'text/csv', {
      fileName: 'laptops.csv',
    });
  });

  it('takes a file that is dropped', async () => {
    const upload = jest.fn(async () => checkedImport);
    render(fixtureImports({ upload }));
    const zone = await screen.findByRole('group', { name: 'Drop a file here' });
    fireEvent.drop(zone, {
      dataTransfer: { files: [csv('a\tb\n1\t2\n', 'stock.TSV')] },
    });
    await waitFor(() =>
      expect(upload).toHaveBeenCalledWith(
        expect.any(File),
        'text/tab-separated-values',
        { fileName: 'stock.TSV' },
      ),
    );
  });

  it('opens the file picker from the keyboard', async () => {
    render();
    const input = await screen.findByLabelText<HTMLInputElement>(
      'File to import',
    );
    const click = jest.spyOn(input, 'click');
    screen.getByRole('button', { name: 'Choose a file' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(click).toHaveBeenCalled();
    expect(input.accept).toBe('.csv,.txt,.tsv,.tab,.xlsx');
  });

  it('says how the file is written when told', async () => {
    const upload = jest.fn(async () => checkedImport);
    render(fixtureImports({ upload }));
    await userEvent.click(
      await screen.findByRole('button', { name: /How the file is written/ }),
    );
    for (const [field, option] of [
      [/Rows are/, 'Licences'],
      [/Dates are written/, 'DD.MM.YYYY'],
      [/Decimals are written/, '1.234,56 (comma)'],
      [/Empty cells/, 'Clear the field'],
      [/Between cells/, 'Semicolon'],
      [/Encoding/, 'windows-1252'],
    ] as const) {
      await userEvent.click(chosen(field));
      await userEvent.click(
        await screen.findByRole('option', { name: option }),
      );
    }
    await choose(csv());
    await waitFor(() =>
      expect(upload).toHaveBeenCalledWith(expect.any(File), 'text/csv', {
        kind: 'License',
        dateFormat: 'DD.MM.YYYY',
        decimalSeparator: 'comma',
        blank: 'clear',
        delimiter: 'semicolon',
        encoding: 'windows-1252',
        fileName: 'laptops.csv',
      }),
    );
  });

  it.each([
    ['old workbooks', [csv('x', 'stock.xls')], /Old .xls workbooks/],
    ['an empty file', [csv('')], /It needs a header row/],
    ['two files', [csv(), csv()], /one file after the other/],
  ])('refuses %s before sending anything', async (_, files, todo) => {
    const upload = jest.fn(async () => checkedImport);
    render(fixtureImports({ upload }));
    await choose(...files);
    expect(await screen.findByRole('alert')).toHaveTextContent(todo);
    expect(upload).not.toHaveBeenCalled();
  });

  it.each([
    [413, /more than 16777216 bytes/, /Split it into several/],
    [415, /an old or encrypted workbook/, /without a password/],
    [400, /Line 7: a quote that is not closed/, /Put it right/],
    [403, /You may not import/, /Ask whoever looks after IT assets/],
    [500, /The database does not answer/, /Try again/],
  ])(
    'says what to do when the register answers %s',
    async (status, words, todo) => {
      render(
        fixtureImports({
          upload: async () => {
            throw await responseError(status, MESSAGES[status]);
          },
        }),
      );
      await choose(csv());
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(todo);
      expect(alert).toHaveTextContent(words);
      expect(
        screen.getByRole('button', { name: 'Choose a file' }),
      ).toBeEnabled();
      // What the rows are may have to be said.
      expect(
        screen
          .getByRole('button', { name: /How the file is written/ })
          .getAttribute('aria-expanded'),
      ).toBe(String(status === 400));
    },
  );

  it('hands out a template for each kind', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      if (blob instanceof Blob) {
        saved.push(blob);
      }
      return 'blob:x';
    };
    URL.revokeObjectURL = () => {};
    render();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Template for Licences (CSV)',
      }),
    );
    expect(saved).toHaveLength(1);
    expect(saved[0].type).toBe('text/csv;charset=utf-8');
  });
});

describe('the list of imports', () => {
  const rowOf = async (name: RegExp) => screen.findByRole('row', { name });

  it('has state, rows and what they do, and leads to each', async () => {
    render();
    const table = await screen.findByRole('table', { name: 'Your imports' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(row => row.children[1].textContent)).toEqual([
      'Checked',
      'Checked',
      'Checking',
      'Writing',
      'Written',
      'Taking back what was written',
      'Taking back',
      'Taken back',
      'Failed',
    ]);
    expect(rows[0].children[3]).toHaveTextContent(
      'Create 1 · Update 1 · Unchanged 1 · Errors 2',
    );
    expect(rows[3].children[2]).toHaveTextContent('12,000');
    expect(rows[4].children[3]).toHaveTextContent('Created 1 · Updated 1');
    expect(
      within(rows[4]).getByRole('link', { name: 'laptops-received.csv' }),
    ).toHaveAttribute('href', '/it-assets/import/committed');
    expect(rows[4].children[0]).toHaveTextContent(/Assets · Oct 24, 2026/);
    // A file that was not named.
    expect(
      within(rows[1]).getByRole('link', { name: 'Import of Assets' }),
    ).toBeVisible();
  });

  it('forgets an import after asking, and says when it cannot be undone then', async () => {
    const imports = fixtureImports();
    const forget = jest.spyOn(imports, 'forget');
    render(imports);
    const row = await rowOf(/ Written /);
    await userEvent.click(
      within(row).getByRole('button', {
        name: /^Forget laptops-received.csv of /,
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('cannot be taken back any more');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Forget' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: / Written / })).toBeNull(),
    );
    expect(forget).toHaveBeenCalledWith('committed', 3);
  });

  it('offers no forgetting while an import is being written', async () => {
    render();
    expect(within(await rowOf(/Writing/)).queryByRole('button')).toBeNull();
  });

  it('pages', async () => {
    const list = jest.fn(async ({ cursor }: { cursor?: string } = {}) => ({
      items: [{ ...checkedImport, rows: cursor ? 2 : 1 }],
      nextCursor: cursor ? undefined : 'second',
    }));
    render(fixtureImports({ list }));
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(list).toHaveBeenCalledWith({ limit: 10, cursor: 'second' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Previous' }),
    );
    expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
  });

  it('says what will be here when there is nothing', async () => {
    render(noImports);
    expect(await screen.findByText('Nothing imported yet')).toBeVisible();
  });

  it('shows neither upload nor list to who may not import', async () => {
    render({
      ...noImports,
      list: async () => {
        throw await responseError(403, 'Not allowed');
      },
    });
    expect(
      await screen.findByText(/You may not import spreadsheets/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
  });

  it('can be asked for again after an error, and files be uploaded meanwhile', async () => {
    let fails = true;
    const good = fixtureImports();
    render({
      ...good,
      list: async query => {
        if (fails) {
          throw await responseError(500, 'The database does not answer');
        }
        return good.list(query);
      },
    });
    expect(
      await screen.findByText(/The database does not answer/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf(/Failed/)).toBeVisible();
  });
});
