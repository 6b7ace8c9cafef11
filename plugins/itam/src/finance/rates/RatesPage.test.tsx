import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { closing, ratesFor, responseError } from '../../fixtures';
import { closingSteps } from './closingSteps';
import { RatesPage } from './RatesPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<RatesPage />, options);
const manualRow = () => screen.findByRole('row', { name: 'Oct 23, 2026 USD' });

describe('rates', () => {
  it('tell a rate set by hand, who set it and what the file has', async () => {
    render();
    const row = await manualRow();
    expect(row).toHaveTextContent('Set by hand');
    expect(row).toHaveTextContent('$1.16');
    expect(row).toHaveTextContent('by ines');
    expect(row).toHaveTextContent('File: $1.1582');
    expect(screen.getByText('6 rates')).toBeVisible();
  });

  it('warn of currencies without any', async () => {
    render();
    expect(
      await screen.findByText('A currency without any rate'),
    ).toBeVisible();
    expect(screen.getByText(/ARS: costs in it are missing/)).toBeVisible();
  });

  it('ask the register for what the address says, in days', async () => {
    const listRates = jest.fn(async query => ratesFor(query));
    render({
      address: '/?rateCurrency=USD&rateFrom=2026-02&rateTo=2026-02&limit=50',
      api: { listRates },
    });
    await waitFor(() =>
      expect(listRates).toHaveBeenCalledWith({
        currency: 'USD',
        from: '2026-02-01',
        to: '2026-02-28',
        limit: 50,
        cursor: undefined,
      }),
    );
  });

  it('are set by hand after checking what was entered', async () => {
    const putRates = jest.fn(async () => ({
      added: 1,
      changed: 0,
      unchanged: 0,
    }));
    render({ api: { putRates } });
    await manualRow();
    await userEvent.click(screen.getByRole('button', { name: 'Set a rate' }));
    const dialog = await screen.findByRole('dialog');
    const field = (name: RegExp) =>
      within(dialog).getByRole('textbox', { name });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    const day = within(dialog).getByLabelText('Date');
    fireEvent.change(day, { target: { value: '' } });
    await userEvent.type(field(/Currency/), 'EUR');
    await userEvent.type(field(/Units/), '0.0');
    await userEvent.click(save);
    expect(within(dialog).getByText('Choose a day.')).toBeVisible();
    expect(within(dialog).getByText(/Enter the three letters/)).toBeVisible();
    expect(within(dialog).getByText(/Enter a number above zero/)).toBeVisible();
    expect(putRates).not.toHaveBeenCalled();

    fireEvent.change(day, { target: { value: '2026-10-24' } });
    for (const [name, text] of [
      [/Currency/, 'ars'],
      [/Units/, '1520.75'],
    ] as const) {
      await userEvent.clear(field(name));
      await userEvent.type(field(name), text);
    }
    await userEvent.click(save);
    await waitFor(() =>
      expect(putRates).toHaveBeenCalledWith([
        { date: '2026-10-24', currency: 'ARS', unitsPerEuro: '1520.75' },
      ]),
    );
    expect(
      await screen.findByText('Saved. Figures follow within a minute.'),
    ).toBeVisible();
  });

  it('set by hand are taken back after asking', async () => {
    const deleteRate = jest.fn(async () => {});
    render({ api: { deleteRate } });
    const row = await manualRow();
    await userEvent.click(
      within(row).getByRole('button', { name: /Take back the rate of USD/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take back' }),
    );
    await waitFor(() =>
      expect(deleteRate).toHaveBeenCalledWith('2026-10-23', 'USD'),
    );
  });

  it('cannot be changed by those who may not', async () => {
    render({
      api: {
        listRates: async query => ({ ...ratesFor(query), canEdit: false }),
        getClosing: async () => ({ ...closing, canEdit: false }),
      },
    });
    await manualRow();
    expect(
      screen.queryByRole('button', { name: 'Set a rate' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Close months' }),
    ).not.toBeInTheDocument();
  });
});

describe('closed months', () => {
  it('tell what was closed and what was opened again', async () => {
    render();
    const log = await screen.findByRole('table', {
      name: 'What was closed and opened',
    });
    expect(
      within(log)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.children[0].textContent),
    ).toEqual([
      'Closed up to Aug 2026',
      'Opened, closed up to Jun 2026',
      'Closed up to Jul 2026',
    ]);
  });

  it('are opened only with a reason and a confirmation', async () => {
    const putClosing = jest.fn(async () => closing);
    render({ api: { putClosing } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open months again' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Open months again',
    });
    const save = within(dialog).getByRole('button', {
      name: 'Open months again',
    });
    await userEvent.click(save);
    expect(
      within(dialog).getByText('Say why months are opened again.'),
    ).toBeVisible();
    expect(
      within(dialog).getByText(/Months after Jul 2026 are open again/),
    ).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'An invoice was missing',
    );
    await userEvent.click(save);
    expect(putClosing).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Yes, these months' }),
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(putClosing).toHaveBeenCalledWith(
        { closedThrough: '2026-07', reason: 'An invoice was missing' },
        4,
      ),
    );
  });

  it('explain that somebody closed others meanwhile', async () => {
    render({
      api: {
        putClosing: async () => {
          throw await responseError(412, 'stale');
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close months' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Yes, these months' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close months' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody changed it meanwhile.',
    );
  });

  it('count the oldest known entry as closing when it names a month', () => {
    expect(
      closingSteps([{ at: '2' }, { at: '1', closedThrough: '2026-01' }]).map(
        step => step.kind,
      ),
    ).toEqual(['opened', 'closed']);
  });
});
